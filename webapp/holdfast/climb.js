/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Addresses, TransportName } from './transports.js' */
import { Probe } from './probe.js';
import { Timer } from './timer.js';

/** The first probe comes soon: a server that restarts may have let a worse transport in first. */
const FIRST_MILLIS = 15_000;
/** So much longer after each probe that found nothing. */
const GROWTH = 2;

/** While the transport is not the best one: looks from time to time whether a better would work by now. */
export class Climb {
  #platform;
  #longest;
  #listener;
  #probe;
  #timer;
  #wait;
  #probedAt = -Infinity;
  /** Names the look that is being taken, until what it found has proved itself. */
  #looking = /** @type {object|null} */ (null);

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {Addresses} addresses
   * @param {{above: () => readonly TransportName[], onFound: (name: TransportName) => void}} listener
   */
  constructor(platform, timing, addresses, listener) {
    this.#platform = platform;
    this.#longest = timing.climbInterval;
    this.#listener = listener;
    this.#probe = new Probe(platform, timing, addresses);
    this.#timer = new Timer(platform, () => this.#look());
    this.#wait = Math.min(FIRST_MILLIS, this.#longest);
  }

  /** There is a connection. */
  start() {
    if (this.#looking || this.#timer.pending || this.#longest === 0) return;
    if (this.#listener.above().length > 0) this.#timer.start(this.#wait);
  }

  stop() {
    this.#looking = null;
    this.#timer.cancel();
    this.#probe.cancel();
  }

  /** The person, or the network, came back: much may have changed. */
  wake() {
    const isLong = this.#platform.now() - this.#probedAt >= FIRST_MILLIS;
    if (this.#timer.pending && isLong) this.#timer.start(0);
  }

  /** What was found has taken over, and may break all the same: that would not be worth a look each quarter of a minute. */
  succeeded() {
    this.#rest();
  }

  /** What had taken over has stood for a while. */
  proven() {
    this.#wait = Math.min(FIRST_MILLIS, this.#longest);
  }

  /** Nothing was found, or it did not work after all. */
  failed() {
    this.#rest();
    this.start();
  }

  #rest() {
    this.stop();
    this.#wait = Math.min(this.#longest, this.#wait * GROWTH);
  }

  async #look() {
    const looking = (this.#looking = {});
    this.#probedAt = this.#platform.now();
    const found = await this.#best(looking);
    if (looking !== this.#looking) return;
    if (found) this.#listener.onFound(found);
    else this.failed();
  }

  /** @param {object} looking */
  async #best(looking) {
    for (const name of this.#listener.above()) {
      const works = await this.#probe.ask(name);
      if (looking !== this.#looking) return null;
      if (works) return name;
    }
    return null;
  }
}
