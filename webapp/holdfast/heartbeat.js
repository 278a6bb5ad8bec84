/** @import { Platform } from './platform.js' */
/** @import { ReliableSocketOptions } from './socket-options.js' */
import { numbersOf } from './numbers.js';
import { Watchdog } from './watchdog.js';

/** @type {Readonly<Record<'heartbeatInterval'|'heartbeatTimeout'|'probeTimeout', number>>} */
export const timings = Object.freeze({ heartbeatInterval: 20000, heartbeatTimeout: 30000, probeTimeout: 3000 });

/** Watches one socket by the habits of its server: who pings, and how. */
export class Heartbeat {
  #isOn;
  #timings;
  #ping;
  #pong;
  #answer;
  #send;
  #watchdog;

  /**
   * @param {Platform} platform
   * @param {ReliableSocketOptions} options
   * @param {{send: (data: unknown) => void, onSilent: () => void}} listener
   */
  constructor(platform, options, { send, onSilent }) {
    const { heartbeat = false, ping = 'ping', pong = 'pong', answer = null } = options;
    this.#isOn = heartbeat;
    this.#timings = numbersOf(timings, options, Object.keys(timings));
    this.#ping = ping;
    this.#pong = pong;
    this.#answer = answer;
    this.#send = send;
    this.#watchdog = new Watchdog(platform, this.#timings.probeTimeout, { onPing: () => this.#sayPing(), onSilent });
  }

  start() {
    if (!this.#isOn) return;
    const { heartbeatInterval, heartbeatTimeout } = this.#timings;
    this.#watchdog.start(heartbeatInterval + heartbeatTimeout, this.#ping === null ? 0 : heartbeatInterval);
  }

  stop() {
    this.#watchdog.stop();
  }

  /**
   * Anything that comes is a sign of life.
   * @param {unknown} data
   * @returns {boolean} whether this was a heartbeat, and nothing else
   */
  heard(data) {
    this.#watchdog.heard();
    const isBeat = this.#isOn && (typeof this.#pong === 'function' ? this.#pong(data) : this.#pong === data);
    if (isBeat && this.#answer !== null) this.#send(said(this.#answer, data));
    return isBeat;
  }

  /** The person or the machine came back. */
  wake() {
    // Whoever can't ask must wait for the silence to be long enough.
    if (this.#ping !== null) this.#watchdog.wake();
  }

  probe() {
    if (this.#ping !== null) this.#watchdog.probe();
  }

  #sayPing() {
    this.#send(said(this.#ping, undefined));
  }
}

/**
 * @param {unknown} words
 * @param {unknown} data
 */
function said(words, data) {
  return typeof words === 'function' ? words(data) : words;
}
