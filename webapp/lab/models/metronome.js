/** Beats until it is stopped. */
export class Metronome {
  #platform;
  #millis;
  #beat;
  #timer = null;

  constructor(platform, millis, beat) {
    this.#platform = platform;
    this.#millis = millis;
    this.#beat = beat;
  }

  start() {
    this.stop();
    this.#timer = this.#platform.setTimeout(() => this.#tick(), this.#millis);
  }

  stop() {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tick() {
    this.start();
    this.#beat();
  }
}
