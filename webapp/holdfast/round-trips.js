/** Measures how long a ping takes to be answered; only the newest one counts. */
export class RoundTrips {
  /** @type {number|null} milliseconds of the newest that was measured */
  last = null;
  #n = 0;
  /** @type {number|null} when the newest ping went out; null: it was answered */
  #sentAt = null;

  /**
   * @param {number} now
   * @returns {{n: number, roundTrip?: number}} the ping's data
   */
  ping(now) {
    this.#sentAt = now;
    return { n: ++this.#n, roundTrip: this.last ?? undefined };
  }

  /**
   * @param {{n?: number}} data  the pong's
   * @param {number} now
   * @returns {number|null} milliseconds; null: nothing can be said
   */
  pong({ n }, now) {
    if (n !== this.#n || this.#sentAt === null) return null;
    const millis = now - this.#sentAt;
    this.#sentAt = null;
    // The clock may have been set back.
    if (millis < 0) return null;
    return (this.last = millis);
  }
}
