/** @import { Platform, SocketLike } from './platform.js' */

const OPEN = 1;

/**
 * @typedef {object} OneSocketListener
 * @property {() => void} onOpen
 * @property {(event: any) => void} onMessage
 * @property {(event: any) => void} onClose
 */

/**
 * One WebSocket at a time. A socket that is given up is forgotten at once: browsers report the end of a dead line
 * minutes late, and its last words must not reach the connection that follows.
 */
export class OneSocket {
  #platform;
  #listener;
  /** @type {SocketLike|null} */
  #socket = null;

  /**
   * @param {Platform} platform
   * @param {OneSocketListener} listener
   */
  constructor(platform, listener) {
    this.#platform = platform;
    this.#listener = listener;
  }

  /** The one that there is; null: none. */
  get current() {
    return this.#socket;
  }

  /**
   * Browsers refuse by an exception what a policy forbids: a plain socket on a secure page, for one.
   * @param {string} url
   * @param {string|string[]} [protocols]
   */
  open(url, protocols) {
    this.release(1000);
    const socket = (this.#socket = new this.#platform.WebSocket(url, protocols));
    const { onOpen, onMessage, onClose } = this.#listener;
    /** @param {(event: any) => void} then */
    const whileCurrent = (then) => (/** @type {any} */ event) => void (socket === this.#socket && then(event));
    socket.onopen = whileCurrent(onOpen);
    socket.onmessage = whileCurrent(onMessage);
    socket.onclose = whileCurrent(onClose);
    // The close tells; but an error that nobody listens to would end a node process.
    socket.onerror = () => {};
  }

  /**
   * @param {unknown} data
   * @returns {boolean} whether it is on its way: browsers drop what is sent to a closing socket without a word
   */
  send(data) {
    if (this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(data);
    return true;
  }

  /**
   * @param {number} code
   * @param {string} [reason]
   */
  release(code, reason) {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(code, reason);
  }
}
