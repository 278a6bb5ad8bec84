/** The key of what somebody looked for: on a machine that others use, too, it goes when they are signed out. */
export const SEARCHES = 'searches';

/** Small things kept in the browser, as JSON, for one place; without a usable storage, until the reload. */
export class Shelf {
  #prefix;
  #storage;
  #memory = new Map();

  /**
   * @param {string} place where Holdfast is deployed on this host: two of them have accounts of the same numbers
   * @param {() => Storage} open may throw: with site data blocked the mere mention of localStorage does
   */
  constructor(place, open = () => globalThis.localStorage) {
    this.#prefix = `holdfast ${place} `;
    try {
      this.#storage = open();
    } catch {
      this.#storage = null;
    }
  }

  /** What a key is called where all places of a host share their names. */
  nameOf(key) {
    return this.#prefix + key;
  }

  read(key, otherwise = null) {
    try {
      const text = this.#storage?.getItem(this.nameOf(key)) ?? this.#memory.get(key);
      return text === undefined ? otherwise : JSON.parse(text);
    } catch {
      return otherwise; // written by something else: as good as nothing
    }
  }

  write(key, value) {
    const text = JSON.stringify(value);
    this.#memory.set(key, text);
    try {
      this.#storage?.setItem(this.nameOf(key), text);
    } catch {
      // the storage is full: the memory still has it
    }
  }
}
