import { Model } from './model.js';

/** Of conversations: the one in which somebody wrote last comes first, or they stand by name. */
export const ORDERS = ['latest', 'name'];

/** How this browser lists the rooms of this person: in what order, what is folded, and whether only what waits for them. */
export class ListPreferences extends Model {
  #shelf;
  #account;

  constructor(shelf, account) {
    super();
    this.#shelf = shelf;
    this.#account = account;
  }

  get order() {
    const order = this.#read('order');
    return ORDERS.includes(order) ? order : ORDERS[0];
  }

  set order(order) {
    this.#write('order', order);
  }

  get onlyUnread() {
    return this.#read('onlyUnread') === true;
  }

  set onlyUnread(on) {
    this.#write('onlyUnread', on);
  }

  isFolded(part) {
    return this.#read(`folded.${part}`) === true;
  }

  fold(part, on) {
    this.#write(`folded.${part}`, on);
  }

  #read(name) {
    return this.#shelf.read(this.#key(name));
  }

  #write(name, value) {
    this.#shelf.write(this.#key(name), value);
    this.changed();
  }

  #key(name) {
    return `list.${name}.${this.#account.id}`;
  }
}
