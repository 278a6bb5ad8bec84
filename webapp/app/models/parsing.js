import { Model } from './model.js';

/** What reads Markdown. It is fetched for the first text that needs it; whoever shows texts shows them anew then. */
class Parsing extends Model {
  #isAsked = false;

  /** views/markdown-parsed.js; null: it is not there yet, and a text stands as it was written. */
  parser = null;

  /** @param load returns a promise for the parser */
  async want(load) {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      this.parser = await load();
      this.changed();
    } catch {
      this.#isAsked = false; // the next text asks again; this one can be read as it is
    }
  }
}

export const parsing = new Parsing();
