import { Model } from './model.js';
import { Pulse } from './pulse.js';

const TROUBLE_MILLIS = 3_000;

/**
 * The state of the line as a person reads it: the word is always told, the bar only speaks of trouble that lasts, since
 * a line that comes back within 3 s is nobody's business.
 */
export class Line extends Model {
  #client;
  #platform;
  #timer = null;
  #hasHeld = false;
  #wasKept;
  #abort = new AbortController();

  /** Whether trouble has lasted so long that the bar is shown. */
  isTroubled = false;

  constructor(client, platform = globalThis) {
    super();
    this.#client = client;
    this.#platform = platform;
    this.pulse = new Pulse(client);
    this.#wasKept = this.isKept;
    const options = { signal: this.#abort.signal };
    client.addEventListener('statuschange', () => this.#follow(), options);
    client.addEventListener('outbox', () => this.#followKeeping(), options);
    this.#follow();
  }

  get word() {
    return this.#client.status.word;
  }

  get behind() {
    return this.#client.status.behind;
  }

  get since() {
    return this.#client.status.since;
  }

  get reason() {
    return this.#client.status.reason;
  }

  /** The name of the transport that is used; null while offline. */
  get transport() {
    return this.#client.status.transport;
  }

  /** Whether this browser keeps what was not sent yet over a reload. */
  get isKept() {
    return this.#client.isOutboxKept;
  }

  /** Whether only a person can bring the line back. */
  get isStopped() {
    return this.#client.state === 'stopped';
  }

  /** Whether the line has not been there yet since the page was opened. */
  get isFirst() {
    return !this.#hasHeld;
  }

  /** Measures the round trip now. */
  measure() {
    this.#client.ping();
  }

  /** Does not wait for the next try. */
  retry() {
    this.#client.connect();
  }

  close() {
    this.#abort.abort();
    this.pulse.close();
    this.#disarm();
  }

  #follow() {
    if (this.word !== 'offline') this.#hasHeld = true;
    if (this.word === 'live') this.#calm();
    else this.#arm();
    this.changed();
  }

  #followKeeping() {
    if (this.#wasKept === this.isKept) return;
    this.#wasKept = this.isKept;
    this.changed();
  }

  #calm() {
    this.#disarm();
    this.isTroubled = false;
  }

  #arm() {
    if (this.#timer !== null || this.isTroubled) return;
    this.#timer = this.#platform.setTimeout(() => this.#trouble(), TROUBLE_MILLIS);
  }

  #disarm() {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = null;
  }

  #trouble() {
    this.#timer = null;
    this.isTroubled = true;
    this.changed();
  }
}
