import { EMOJI } from './emoji.js';

/** Two rows of the picker. */
const MOST = 16;

/** The emoji that one account used last in this browser. */
export class RecentEmoji {
  #shelf;
  #key;

  constructor({ shelf, account }) {
    this.#shelf = shelf;
    this.#key = `emoji.${account.id}`;
  }

  /** The latest first. */
  get all() {
    return this.#shelf.read(this.#key, []);
  }

  /** As many as are offered without looking for them: the usual ones where fewer were used. */
  first(count) {
    return [...new Set([...this.all, ...EMOJI.map(({ emoji }) => emoji)])].slice(0, count);
  }

  use(emoji) {
    this.#shelf.write(this.#key, [...new Set([emoji, ...this.all])].slice(0, MOST));
  }
}
