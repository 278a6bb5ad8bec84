/** @import { Platform } from './platform.js' */
/** @import { End, TransportListener } from './transports.js' */
/** @import { Frame } from './wire.js' */
import { Greeting } from './greeting.js';
import { OneSocket } from './one-socket.js';
import { Timer } from './timer.js';
import { parseFrames } from './wire.js';

/** A WebSocket that says hello. */
export class SocketConnection {
  pings = /** @type {const} */ ('late');
  #url;
  #connectTimeout;
  #listener;
  #deadline;
  #socket;
  #greeting = new Greeting();

  /**
   * @param {Platform} platform
   * @param {string} url
   * @param {number} connectTimeout
   * @param {TransportListener} listener
   */
  constructor(platform, url, connectTimeout, listener) {
    this.#url = url;
    this.#connectTimeout = connectTimeout;
    this.#listener = listener;
    this.#deadline = new Timer(platform, () => this.drop(4001, { unfit: true }));
    this.#socket = new OneSocket(platform, {
      onOpen: () => this.#opened(),
      onMessage: (event) => this.#received(event.data),
      onClose: (event) => this.#ended(event.code),
    });
  }

  open() {
    this.leave();
    if (!this.#begin()) return this.#listener.onEnd(1006, { unfit: true });
    this.#greeting.begin();
    if (this.#connectTimeout > 0) this.#deadline.start(this.#connectTimeout);
  }

  /** @param {Frame} frame */
  send(frame) {
    return this.#socket.send(JSON.stringify(frame));
  }

  /**
   * @param {number} code
   * @param {End} [end]
   */
  drop(code, end) {
    this.#release(code);
    this.#listener.onEnd(code, end);
  }

  leave() {
    this.#release(1000);
  }

  #begin() {
    try {
      this.#socket.open(this.#url);
      return true;
    } catch {
      return false;
    }
  }

  #opened() {
    this.#deadline.cancel();
    this.send(this.#listener.hello());
    this.#listener.onOpen();
  }

  /** @param {unknown} text */
  #received(text) {
    const frames = parseFrames(text);
    if (!frames) this.drop(4000);
    else if (this.#greeting.accepts(frames)) this.#listener.onFrames(frames);
    else this.drop(4000, { after: 0 });
  }

  /** @param {number} code */
  #ended(code) {
    this.#release(1000);
    this.#listener.onEnd(code);
  }

  /** @param {number} code */
  #release(code) {
    this.#deadline.cancel();
    this.#socket.release(code);
  }
}
