import { Model } from './model.js';

const USUAL = { popups: false, sound: true };

/** How this browser tells this person of messages: what it may show or play is its own affair. Each tab reads what another has written. */
export class AlertPreferences extends Model {
  #shelf;
  #key;

  constructor(shelf, account) {
    super();
    this.#shelf = shelf;
    this.#key = `alerts.${account.id}`;
  }

  get all() {
    return { ...USUAL, ...this.#shelf.read(this.#key, {}) };
  }

  /** @param wanted some of `popups` and `sound` */
  want(wanted) {
    this.#shelf.write(this.#key, { ...this.all, ...wanted });
    this.changed();
  }
}
