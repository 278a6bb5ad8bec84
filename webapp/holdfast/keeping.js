/** Whether the outbox would outlive the page: the storage works, and has all entries that it should. */
export class Keeping {
  /** Whether the storage did what it was last asked for. */
  #works = true;
  /** @type {Set<string>} ids of entries that it would not take */
  #missing = new Set();
  #onChange;
  #told = true;

  /** @param {() => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  get isWhole() {
    return this.#works && this.#missing.size === 0;
  }

  /** @param {string} id */
  isMissing(id) {
    return this.#missing.has(id);
  }

  /**
   * The storage was asked for something.
   * @param {boolean} works
   * @returns {boolean} whether it has recovered
   */
  asked(works) {
    const recovered = works && !this.#works;
    this.#works = works;
    this.#tell();
    return recovered;
  }

  /**
   * @param {string} id
   * @param {boolean} isStored
   */
  put(id, isStored) {
    if (isStored) this.#missing.delete(id);
    else this.#missing.add(id);
    this.#tell();
  }

  /** @param {string} id  of an entry that need not be kept any longer */
  forget(id) {
    this.put(id, true);
  }

  /** Another account's entries come. */
  clear() {
    this.#missing.clear();
    this.#tell();
  }

  #tell() {
    if (this.#told === this.isWhole) return;
    this.#told = this.isWhole;
    this.#onChange();
  }
}
