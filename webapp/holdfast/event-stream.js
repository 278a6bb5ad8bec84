/** @typedef {{type: string, data: string}} StreamEvent */

/** Reads `text/event-stream`, in whatever pieces it comes. Ids are left out: positions say more. */
export class EventStreamReader {
  #rest = '';
  #type = '';
  /** @type {string[]} */
  #data = [];

  /**
   * @param {string} text
   * @returns {StreamEvent[]} what is complete now
   */
  read(text) {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = /** @type {string} */ (lines.pop());
    return lines.flatMap((line) => this.#take(line));
  }

  /**
   * @param {string} line
   * @returns {StreamEvent[]}
   */
  #take(line) {
    if (line === '') return this.#complete();
    const [, name, value] = /** @type {RegExpMatchArray} */ (line.match(/^([^:]*):? ?(.*)$/s));
    if (name === 'event') this.#type = value;
    else if (name === 'data') this.#data.push(value);
    return [];
  }

  /** @returns {StreamEvent[]} */
  #complete() {
    const event = { type: this.#type || 'message', data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    this.#type = '';
    this.#data = [];
    return isEmpty ? [] : [event];
  }
}
