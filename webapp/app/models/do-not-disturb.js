/** Longer than timers go; then it is looked at again. */
const MOST_MILLIS = 12 * 3_600_000;

/** Tells whether a person is not to be disturbed, for as long as they said. */
export class DoNotDisturb {
  #quiet;
  #tell;
  #platform;
  #now;
  #timer = null;

  /** @param tell is called with whether they are not */
  constructor(quiet, tell, platform, now = Date.now) {
    this.#quiet = quiet;
    this.#tell = tell;
    this.#platform = platform;
    this.#now = now;
  }

  /** To be called when they may have said something else. */
  look() {
    this.close();
    const left = this.#quiet.until - this.#now();
    this.#tell(left > 0);
    if (left > 0) this.#timer = this.#platform.setTimeout(() => this.look(), Math.min(left, MOST_MILLIS));
  }

  close() {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = null;
  }
}
