/** @import { Platform } from './platform.js' */

/** Waits for the outbox storage, but not for ever: some browsers' databases fail, some never answer. */
export class Patience {
  #platform;
  #limit;

  /**
   * @param {Platform} platform
   * @param {number} limit  ms
   */
  constructor(platform, limit) {
    this.#platform = platform;
    this.#limit = limit;
  }

  /**
   * @param {Promise<unknown>} work
   * @returns {Promise<unknown>} null when it was done, else why not; never rejects
   */
  async await(work) {
    /** @type {any} */
    let alarm;
    const late = new Promise((_, reject) => {
      alarm = this.#platform.setTimeout(() => reject(new Error('the outbox storage does not answer')), this.#limit);
    });
    try {
      await Promise.race([work, late]);
      return null;
    } catch (error) {
      return error ?? new Error('the outbox storage failed');
    } finally {
      this.#platform.clearTimeout(alarm);
    }
  }
}
