/** Longer than timers go; then it is looked at again. */
const MOST_MILLIS = 12 * 3_600_000;

/** Has the others see that this person is not to be disturbed, for as long as they said. */
export class DoNotDisturb {
  #preferences;
  #people;
  #platform;
  #now;
  #timer = null;

  constructor(preferences, people, platform, now = Date.now) {
    this.#preferences = preferences;
    this.#people = people;
    this.#platform = platform;
    this.#now = now;
  }

  /** To be called when they may have said something else. */
  look() {
    this.close();
    const left = this.#preferences.all.quietUntil - this.#now();
    this.#people.beBusy(left > 0);
    if (left > 0) this.#timer = this.#platform.setTimeout(() => this.look(), Math.min(left, MOST_MILLIS));
  }

  close() {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = null;
  }
}
