/** The last so many characters that a message may have are counted. */
const COUNTED = 500;

/** What the server takes of one message. */
export class Limits {
  #client;

  constructor(client) {
    this.#client = client;
  }

  /** Characters (UTF-16 units) that one message may have. */
  get textLength() {
    return this.#client.limits.textLength;
  }

  /** Bytes that one file may have; undefined: the server has not told. */
  get fileBytes() {
    return this.#client.limits.fileBytes;
  }

  /** From so many on the writer should see them counted. */
  get countedFrom() {
    return Math.max(0, this.textLength - COUNTED);
  }
}
