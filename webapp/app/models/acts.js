import { messageId } from '../../holdfast/ids.js';
import { Refusal } from '../../holdfast/index.js';

/** What a person does to messages that are there. It is shown when its event comes; each rejects with a `Refusal`. */
export class Acts {
  #http;
  #crypto;

  constructor(http, { crypto } = globalThis) {
    this.#http = http;
    this.#crypto = crypto;
  }

  edit({ log, sequence }, text) {
    return this.#ask('edit', log, sequence, { text });
  }

  delete({ log, sequence }) {
    return this.#ask('delete', log, sequence);
  }

  react({ log, sequence }, emoji, on) {
    return this.#ask('react', log, sequence, { emoji, on });
  }

  pin({ log, sequence }, on) {
    return this.#ask('pin', log, sequence, { on });
  }

  async #ask(type, room, message, more = {}) {
    const data = { id: messageId(this.#crypto), room, message, ...more };
    const [answer] = await this.#http.ask('POST', 'api/commands', { type, data });
    if (answer.type === 'refused') throw new Refusal(answer.data.code, answer.data.message, answer.data);
  }
}
