/** How long to wait for the next letter before anybody is asked. */
const PAUSE_MILLIS = 250;

/** A question that somebody is still typing: it is asked once they pause, and no answer counts but the one to what was asked last. */
export class TypedQuestion {
  #platform;
  #timer = null;
  #asked = 0;

  constructor(platform = globalThis) {
    this.#platform = platform;
  }

  /** Unless something else is asked before. @param ask is given what `anew` gives */
  soon(ask, millis = PAUSE_MILLIS) {
    const isLast = this.anew();
    this.#timer = this.#platform.setTimeout(() => ask(isLast), millis);
  }

  /** No answer to what was asked so far counts any more. @returns a function: whether that is not so of this question, too */
  anew() {
    this.#platform.clearTimeout(this.#timer);
    const asked = ++this.#asked;
    return () => asked === this.#asked;
  }
}
