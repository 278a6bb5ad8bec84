/** What is to be sent once there is a connection: in order, and not without end. */
export class SendQueue {
  #limit;
  /** @type {unknown[]} */
  #waiting = [];

  /** @param {number} limit  messages */
  constructor(limit) {
    this.#limit = limit;
  }

  get bytes() {
    return this.#waiting.map(sizeOf).reduce((sum, size) => sum + size, 0);
  }

  /** @param {unknown} data */
  add(data) {
    if (this.#limit === 0) throw new DOMException('there is no connection', 'InvalidStateError');
    if (this.#waiting.length >= this.#limit) throw new DOMException('too much waits', 'QuotaExceededError');
    this.#waiting.push(copyOf(data));
  }

  /** @param {(data: unknown) => boolean} send */
  flush(send) {
    while (this.#waiting.length > 0 && send(this.#waiting[0])) this.#waiting.shift();
  }
}

/**
 * A page may go on writing into a buffer that it has sent.
 * @param {unknown} data
 */
function copyOf(data) {
  if (data instanceof ArrayBuffer) return data.slice(0);
  if (!ArrayBuffer.isView(data)) return data;
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
}

/**
 * @param {any} data
 * @returns {number}
 */
function sizeOf(data) {
  return data?.byteLength ?? data?.size ?? new TextEncoder().encode(data).length;
}
