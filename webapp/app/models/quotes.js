/** So many are asked for at once; the others when these have come. */
const AT_ONCE = 6;

/** What could not be had is asked for again after so long. */
const PAUSE_MILLIS = 10_000;

/** More than are seen at once. */
const MOST_KEPT = 200;

/** What can't be quoted: it was deleted. */
export const GONE = { isGone: true };

/** The messages that others answer and that are not held, each asked for once. */
export class Quotes {
  #http;
  #log;
  #tell;
  #kept = new Map(); // sequence → {answer}, {} while it is awaited, {failedAt}
  #asked = 0;

  /** @param tell is called when one came */
  constructor(http, log, tell) {
    this.#http = http;
    this.#log = log;
    this.#tell = tell;
  }

  /** `{event, sequence, author, text}`, `GONE`, or null: it is on its way. */
  of(sequence) {
    const kept = this.#kept.get(sequence);
    if (!kept || kept.failedAt < Date.now() - PAUSE_MILLIS) this.#ask(sequence);
    return kept?.answer ?? null;
  }

  /** The message says something else now, or nothing: an answer that is on its way does not count, either. */
  forget(sequence) {
    this.#kept.delete(sequence);
  }

  /** Those that were wanted first go: of a long way through the history few are seen again. */
  shorten() {
    for (const sequence of [...this.#kept.keys()].slice(0, -MOST_KEPT)) this.#kept.delete(sequence);
  }

  clear() {
    this.#kept.clear();
  }

  async #ask(sequence) {
    if (this.#asked >= AT_ONCE) return;
    this.#asked += 1;
    const awaited = {};
    this.#kept.set(sequence, awaited);
    const kept = await this.#answer(sequence);
    this.#asked -= 1;
    if (this.#kept.get(sequence) === awaited) this.#kept.set(sequence, kept);
    this.#tell();
  }

  async #answer(sequence) {
    try {
      return { answer: quoteOf(await this.#http.ask('GET', `api/rooms/${this.#log}/messages/${sequence}`)) };
    } catch ({ code }) {
      return code === 'not_found' ? { answer: GONE } : { failedAt: Date.now() };
    }
  }
}

function quoteOf({ events: [event], changes: [change] }) {
  const isGone = event.body.deleted || change?.deleted;
  return isGone ? GONE : { event, sequence: event.sequence, author: event.author, text: change?.text ?? event.body.text };
}
