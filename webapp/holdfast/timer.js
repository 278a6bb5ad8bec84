/** @import { Platform } from './platform.js' */

// Longer ones overflow in browsers and fire at once.
const LONGEST_MS = 2 ** 31 - 1;

/** One alarm: starting it again replaces it, so there are never two. */
export class Timer {
  #platform;
  #onDue;
  /** @type {any} */
  #handle = null;

  /**
   * @param {Platform} platform
   * @param {() => void} onDue
   */
  constructor(platform, onDue) {
    this.#platform = platform;
    this.#onDue = onDue;
  }

  get pending() {
    return this.#handle !== null;
  }

  /** @param {number} ms */
  start(ms) {
    this.cancel();
    const wait = Math.min(Math.max(0, ms), LONGEST_MS);
    this.#handle = this.#platform.setTimeout(() => this.#fire(), wait);
  }

  cancel() {
    if (this.#handle !== null) this.#platform.clearTimeout(this.#handle);
    this.#handle = null;
  }

  #fire() {
    this.#handle = null;
    this.#onDue();
  }
}
