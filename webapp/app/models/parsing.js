import { Model } from './model.js';

/** A module that is fetched for the first text that needs it; whoever shows texts shows them anew then. */
class Late extends Model {
  #isAsked = false;

  /** Null: it is not there yet, and a text is shown without it. */
  module = null;

  /** @param load returns a promise for it */
  async want(load) {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      this.module = await load();
      this.changed();
    } catch {
      this.#isAsked = false; // the next text asks again; this one can be read as it is
    }
  }
}

/** What reads Markdown: views/markdown-parsed.js. */
export const parsing = new Late();

/** What emoji are called: models/emoji.js. */
export const naming = new Late();

/** Those emoji that are not offered at once, and what they are called: `fetchOthers` of models/emoji.js. */
export const otherEmoji = new Late();
