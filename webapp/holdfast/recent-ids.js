/** The newest so many ids that were added. */
export class RecentIds {
  /** @type {Set<string>} in the order of adding */
  #ids = new Set();
  #limit;

  /** @param {number} limit */
  constructor(limit) {
    this.#limit = limit;
  }

  /** @param {string} id */
  add(id) {
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > this.#limit) this.#ids.delete(oldest);
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }
}
