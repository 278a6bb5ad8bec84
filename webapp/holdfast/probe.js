/** @import { Platform, SocketLike } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Addresses, TransportName } from './transports.js' */
import { Timer } from './timer.js';

/** Finds out whether a transport would work, beside the connection that there is. */
export class Probe {
  #platform;
  #timing;
  #addresses;
  #deadline;
  /** @type {SocketLike|null} */
  #socket = null;
  /** @type {AbortController|null} */
  #giveUp = null;
  #answer = (/** @type {boolean} */ _works) => {};
  /** @type {Record<TransportName, () => void>} */
  #ways = {
    websocket: () => this.#askSocket(),
    sse: () => this.#askStream(),
    // Polls are what is left: there is nothing shorter to try than one of them.
    'long-poll': () => this.#settle(true),
    'short-poll': () => this.#settle(true),
  };

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {Addresses} addresses
   */
  constructor(platform, timing, addresses) {
    this.#platform = platform;
    this.#timing = timing;
    this.#addresses = addresses;
    this.#deadline = new Timer(platform, () => this.#settle(false));
  }

  /**
   * @param {TransportName} name
   * @returns {Promise<boolean>}
   */
  ask(name) {
    this.cancel();
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#ways[name]();
    });
  }

  cancel() {
    this.#settle(false);
  }

  #askSocket() {
    const socket = (this.#socket = this.#make());
    if (!socket) return this.#settle(false);
    const current = () => socket === this.#socket;
    socket.onopen = () => current() && socket.send('ping');
    socket.onmessage = ({ data }) => current() && this.#settle(data === 'pong');
    socket.onclose = () => current() && this.#settle(false);
    this.#limit(this.#timing.connectTimeout);
  }

  /** The reconnect stream's first event comes at once, or something keeps streams back. */
  async #askStream() {
    const giveUp = (this.#giveUp = new AbortController());
    this.#limit(this.#timing.noticeTimeout);
    const request = { headers: { accept: 'text/event-stream' }, signal: giveUp.signal, cache: 'no-store' };
    const works = await this.#platform.fetch(this.#addresses.reconnect, request).then(speaks, () => false);
    if (giveUp === this.#giveUp) this.#settle(works);
  }

  #make() {
    try {
      return new this.#platform.WebSocket(this.#addresses.heartbeat);
    } catch {
      return null; // forbidden here
    }
  }

  /** @param {number} millis */
  #limit(millis) {
    if (millis > 0) this.#deadline.start(millis);
  }

  /** @param {boolean} works */
  #settle(works) {
    this.#deadline.cancel();
    const { socket, giveUp } = { socket: this.#socket, giveUp: this.#giveUp };
    this.#socket = this.#giveUp = null;
    socket?.close(1000);
    giveUp?.abort();
    this.#answer(works);
  }
}

/**
 * Whether a stream's first words come.
 * @param {Response} response
 */
async function speaks({ ok, body }) {
  const first = ok && body ? await body.getReader().read() : null;
  return first?.done === false;
}
