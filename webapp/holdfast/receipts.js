/** @import { Ack } from './wire.js' */
/** @import { Refusal } from './refusal.js' */

/**
 * @typedef {object} Receipt
 * @property {string} id  the client message id
 * @property {Promise<void>} stored  the storage has the message; rejects when it failed, or the message was refused
 * @property {Promise<Ack>} acked
 * @property {Refusal|null} refusal  why the outbox did not take the message; null: it did
 */

/** The promises of posts that wait for their answer. */
export class Receipts {
  /** @type {Map<string, {stored: Outcome<void>, acked: Outcome<Ack>}>} */
  #open = new Map();

  /**
   * @param {string} id
   * @returns {Receipt}
   */
  expect(id) {
    const stored = /** @type {Outcome<void>} */ (new Outcome());
    const acked = /** @type {Outcome<Ack>} */ (new Outcome());
    this.#open.set(id, { stored, acked });
    return { id, stored: stored.promise, acked: acked.promise, refusal: null };
  }

  /**
   * @param {string} id
   * @param {unknown} error  null: it is stored
   */
  stored(id, error) {
    const outcome = this.#open.get(id)?.stored;
    if (error === null) outcome?.resolve();
    else outcome?.reject(error);
  }

  /** @param {Ack} ack */
  resolve(ack) {
    const receipt = this.#open.get(ack.id);
    // One that another tab sent may be acknowledged before it is stored here; now there is nothing left to store.
    receipt?.stored.resolve();
    receipt?.acked.resolve(ack);
    this.#open.delete(ack.id);
  }

  /**
   * @param {string} id
   * @param {Refusal} refusal
   */
  reject(id, refusal) {
    this.#open.get(id)?.stored.reject(refusal);
    this.#open.get(id)?.acked.reject(refusal);
    this.#open.delete(id);
  }
}

/**
 * @template T
 */
class Outcome {
  /** @type {(value: T) => void} */
  resolve = () => {};
  /** @type {(reason: unknown) => void} */
  reject = () => {};
  /** @type {Promise<T>} */
  promise = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));

  constructor() {
    // The outbox and the events tell it too: who does not await the promise has not overlooked an error.
    this.promise.catch(() => {});
  }
}
