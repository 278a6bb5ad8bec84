import { messageId } from '../../holdfast/ids.js';
import { Refusal } from '../../holdfast/refusal.js';

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

  /** The read mark goes back to a sequence. */
  readBack(room, sequence) {
    return this.#command('read', { room, sequence, back: true });
  }

  #ask(type, room, message, more = {}) {
    return this.#command(type, { id: messageId(this.#crypto), room, message, ...more });
  }

  /** Some have no answer but their event. */
  async #command(type, data) {
    const [answer] = await this.#http.ask('POST', 'api/commands', { type, data });
    if (answer?.type === 'refused') throw new Refusal(answer.data.code, answer.data.message, answer.data);
  }
}
