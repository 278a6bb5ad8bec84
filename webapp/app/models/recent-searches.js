import { Model } from './model.js';
import { SEARCHES } from './shelf.js';

const MOST = 5;

/** What one account looked for last in this browser, until it is signed out there. */
export class RecentSearches extends Model {
  #shelf;
  #account;

  /** Which is chosen; -1: none. */
  at = -1;

  constructor({ shelf, account }) {
    super();
    this.#shelf = shelf;
    this.#account = account.id;
  }

  /** The latest first. */
  get all() {
    const { account, texts } = this.#shelf.read(SEARCHES) ?? {};
    return account === this.#account ? texts : [];
  }

  get chosen() {
    return this.all[this.at];
  }

  note(text) {
    const noted = text.trim();
    if (noted !== '') this.#keep([...new Set([noted, ...this.all])].slice(0, MOST));
  }

  clear() {
    this.#keep([]);
  }

  step(by) {
    const { length } = this.all;
    if (length > 0) this.at = (Math.max(this.at, by < 0 ? 0 : -1) + by + length) % length;
    this.changed();
  }

  /** None is chosen. */
  leave() {
    this.at = -1;
    this.changed();
  }

  #keep(texts) {
    this.#shelf.write(SEARCHES, { account: this.#account, texts });
    this.leave();
  }
}
