/** @import { Platform, SocketLike } from './platform.js' */
/** @import { End, TransportListener } from './transports.js' */
/** @import { Frame } from './wire.js' */
import { Greeting } from './greeting.js';
import { Timer } from './timer.js';
import { parseFrames } from './wire.js';

const OPEN = 1;

/**
 * One WebSocket at a time. A socket that is given up is forgotten at once: browsers report the end of a dead line
 * minutes late, and its last words must not reach the connection that follows.
 */
export class SocketConnection {
  needsPings = true;
  #platform;
  #url;
  #connectTimeout;
  #listener;
  #deadline;
  #greeting = new Greeting();
  /** @type {SocketLike|null} */
  #socket = null;

  /**
   * @param {Platform} platform
   * @param {string} url
   * @param {number} connectTimeout
   * @param {TransportListener} listener
   */
  constructor(platform, url, connectTimeout, listener) {
    this.#platform = platform;
    this.#url = url;
    this.#connectTimeout = connectTimeout;
    this.#listener = listener;
    this.#deadline = new Timer(platform, () => this.drop(4001, { unfit: true }));
  }

  open() {
    this.leave();
    const socket = (this.#socket = this.#make());
    if (!socket) return this.#listener.onEnd(1006, { unfit: true });
    const current = () => socket === this.#socket;
    socket.onopen = () => current() && this.#opened();
    socket.onmessage = (event) => current() && this.#received(event.data);
    socket.onclose = (event) => current() && this.#ended(event.code);
    this.#greeting.begin();
    if (this.#connectTimeout > 0) this.#deadline.start(this.#connectTimeout);
  }

  /** @param {Frame} frame */
  send(frame) {
    // A browser drops what is sent on a closing socket without a word.
    if (this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
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

  /** Browsers refuse by an exception what a policy forbids: a plain socket on a secure page, for one. */
  #make() {
    try {
      return new this.#platform.WebSocket(this.#url);
    } catch {
      return null;
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
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(code);
  }
}
