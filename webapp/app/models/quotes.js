const KEPT = 200;

/** What can't be quoted: it was deleted. */
export const GONE = { isGone: true };

/** The messages that others answer and that are not held, each asked for once. */
export class Quotes {
  #http;
  #log;
  #tell;
  #answers = new Map(); // sequence → what came, or null while it is awaited

  /** @param tell is called when one came */
  constructor(http, log, tell) {
    this.#http = http;
    this.#log = log;
    this.#tell = tell;
  }

  /** The answer of the server, `GONE`, or null: it is on its way. */
  of(sequence) {
    if (!this.#answers.has(sequence)) this.#ask(sequence);
    return this.#answers.get(sequence);
  }

  async #ask(sequence) {
    this.#keep(sequence, null);
    try {
      this.#keep(sequence, await this.#http.ask('GET', `api/rooms/${this.#log}/messages/${sequence}`));
    } catch ({ code }) {
      if (code === 'not_found') this.#keep(sequence, GONE);
      else return; // the quote stays empty, which says as much as can be said
    }
    this.#tell();
  }

  #keep(sequence, answer) {
    this.#answers.set(sequence, answer);
    if (this.#answers.size > KEPT) this.#answers.delete(this.#answers.keys().next().value);
  }
}
