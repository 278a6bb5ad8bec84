/** An EventTarget whose events can be heard by `on…` as well, as a browser's own classes have it. */
export class EventFace extends EventTarget {
  /** @param {string[]} types */
  constructor(...types) {
    super();
    for (const type of types) this.addEventListener(type, (event) => this.#handler(type)?.call(this, event));
  }

  /**
   * @param {string} type
   * @returns {((event: Event) => void)|null|undefined}
   */
  #handler(type) {
    return /** @type {any} */ (this)[`on${type}`];
  }

  /**
   * @param {string} type
   * @param {object} [more]  what the event carries
   */
  tell(type, more) {
    this.dispatchEvent(Object.assign(new Event(type), more));
  }
}
