/** Growing waits between tries, with full jitter: a thousand clients that fell together do not rise together. */
export class Backoff {
  #random;
  #floor;
  #step;
  #cap;
  #tries = 0;

  /** @param {{random: () => number, floor: number, step: number, cap: number}} options milliseconds */
  constructor({ random, floor, step, cap }) {
    this.#random = random;
    this.#floor = floor;
    this.#step = step;
    this.#cap = cap;
  }

  /** Waits since the last reset. */
  get tries() {
    return this.#tries;
  }

  /** The next wait: random between the floor and min(cap, step × 2ⁿ). */
  next() {
    const ceiling = Math.max(this.#floor, Math.min(this.#cap, this.#step * 2 ** this.#tries++));
    return this.#floor + this.#random() * (ceiling - this.#floor);
  }

  reset() {
    this.#tries = 0;
  }
}
