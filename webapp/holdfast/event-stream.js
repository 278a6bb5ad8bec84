/** @typedef {{type: string, data: string}} StreamEvent */

/** More than this of one event, in characters, is no event any more. */
const MOST_CHARACTERS = 2 ** 24;

/** Reads `text/event-stream` (HTML, section 9.2.6), in whatever pieces it comes. */
export class EventStreamReader {
  /** Of the last event that was complete. */
  lastEventId;
  /** @type {number|null} ms the server wants its readers to wait before they come again; null: it did not say */
  retry = null;
  #rest = '';
  #id;
  #type = '';
  /** @type {string[]} */
  #data = [];
  #size = 0;

  /** @param {string} [lastEventId]  of the stream that this one goes on from */
  constructor(lastEventId = '') {
    this.lastEventId = this.#id = lastEventId;
  }

  /** Whether somebody sends without end, and no event comes of it. */
  get isFlooded() {
    return this.#rest.length + this.#size > MOST_CHARACTERS;
  }

  /**
   * @param {string} text
   * @param {(event: StreamEvent) => void} onEvent  called for what is complete now
   */
  read(text, onEvent) {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = /** @type {string} */ (lines.pop());
    for (const line of lines) {
      if (line === '') this.#complete(onEvent);
      else this.#take(line);
    }
  }

  /** @param {string} line */
  #take(line) {
    const [, name, value] = /** @type {RegExpMatchArray} */ (line.match(/^([^:]*):? ?(.*)$/s));
    if (name === 'event') this.#type = value;
    else if (name === 'data') this.#addData(value);
    else if (name === 'id' && !value.includes('\0')) this.#id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
  }

  /** @param {string} value */
  #addData(value) {
    this.#data.push(value);
    this.#size += value.length;
  }

  /** @param {(event: StreamEvent) => void} onEvent */
  #complete(onEvent) {
    const event = { type: this.#type || 'message', data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    this.lastEventId = this.#id;
    this.#type = '';
    this.#data = [];
    this.#size = 0;
    if (!isEmpty) onEvent(event);
  }
}
