/** @import { Platform, SocketLike } from './platform.js' */
/** @import { Frame } from './wire.js' */
import { Timer } from './timer.js';

const OPEN = 1;

/**
 * @typedef {object} ConnectionListener
 * @property {() => void} onOpen
 * @property {(frames: Frame[]) => void} onFrames
 * @property {(code: number) => void} onEnd
 */

/**
 * One WebSocket at a time. A socket that is given up is forgotten at once, by its generation: browsers report the end
 * of a dead line minutes late, and its last words must not reach the connection that follows.
 */
export class Connection {
  /** Goes up with each socket opened or given up. */
  generation = 0;
  #platform;
  #url;
  #connectTimeout;
  #listener;
  #deadline;
  /** @type {SocketLike|null} */
  #socket = null;

  /**
   * @param {Platform} platform
   * @param {string} url
   * @param {number} connectTimeout
   * @param {ConnectionListener} listener
   */
  constructor(platform, url, connectTimeout, listener) {
    this.#platform = platform;
    this.#url = url;
    this.#connectTimeout = connectTimeout;
    this.#listener = listener;
    this.#deadline = new Timer(platform, () => this.drop(4001));
  }

  open() {
    this.leave();
    const generation = this.generation;
    const socket = this.#make();
    if (!socket) return this.#listener.onEnd(1006);
    const current = () => generation === this.generation;
    socket.onopen = () => current() && this.#opened();
    socket.onmessage = (event) => current() && this.#received(event.data);
    socket.onclose = (event) => current() && this.#ended(event.code);
    this.#socket = socket;
    if (this.#connectTimeout > 0) this.#deadline.start(this.#connectTimeout);
  }

  /**
   * @param {Frame} frame
   * @returns {boolean} whether it was handed to an open socket; it may still be lost on the way
   */
  send(frame) {
    // A browser drops what is sent on a closing socket without a word.
    if (this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /**
   * Gives the socket up and says so to the listener, now.
   * @param {number} code
   */
  drop(code) {
    this.#release(code);
    this.#listener.onEnd(code);
  }

  /** Closes the socket, if any, without a word to the listener. */
  leave() {
    this.#release(1000);
  }

  /** Browsers refuse by an exception what a policy forbids: a plain socket on a secure page, for one. */
  #make() {
    try {
      return new this.#platform.WebSocket(this.#url);
    } catch {
      return null; // like a line that broke at once: a policy may change, a proxy be mended
    }
  }

  #opened() {
    this.#deadline.cancel();
    this.#listener.onOpen();
  }

  /** @param {unknown} text */
  #received(text) {
    const frames = parse(text);
    // What cannot be read may have been an event: that is a gap.
    if (frames) this.#listener.onFrames(frames);
    else this.drop(4000);
  }

  /** @param {number} code */
  #ended(code) {
    this.#release(1000);
    this.#listener.onEnd(code);
  }

  /** @param {number} code */
  #release(code) {
    this.#deadline.cancel();
    this.generation++;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(code);
  }
}

/**
 * @param {unknown} text
 * @returns {Frame[]|null}
 */
function parse(text) {
  try {
    const frames = JSON.parse(String(text));
    return Array.isArray(frames) ? frames : null;
  } catch {
    return null;
  }
}
