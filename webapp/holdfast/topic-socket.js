/** @import { Platform } from './platform.js' */
/** @import { RoadListener, TopicAddresses } from './topic-roads.js' */
/** @import { Emit } from './topic-wire.js' */
import { OneSocket } from './one-socket.js';
import { binaryFrames, emitMessage } from './topic-wire.js';
import { parseFrames } from './wire.js';

/** A topic over a WebSocket: events come, and go. */
export class TopicSocket {
  pings = /** @type {const} */ ('late');
  #url;
  #listener;
  #socket;

  /**
   * @param {Platform} platform
   * @param {TopicAddresses} addresses
   * @param {RoadListener} listener
   */
  constructor(platform, { socket }, listener) {
    this.#url = socket;
    this.#listener = listener;
    this.#socket = new OneSocket(platform, {
      onOpen: () => {},
      onMessage: ({ data }) => this.#received(data),
      onClose: ({ code }) => listener.onEnd(code),
    });
  }

  open() {
    try {
      this.#socket.open(`${this.#url}?${this.#listener.query()}`);
    } catch {
      return this.#listener.onEnd(1006);
    }
    const { current } = this.#socket;
    if (current) current.binaryType = 'arraybuffer';
  }

  close() {
    this.#socket.release(1000);
  }

  /** @param {Emit} emit */
  send(emit) {
    return this.#socket.send(emitMessage(emit));
  }

  ping() {
    this.#socket.send('{"type":"ping","data":{}}');
  }

  /** @param {string|ArrayBuffer} message */
  #received(message) {
    const frames = typeof message === 'string' ? parseFrames(message) : binaryFrames(message);
    if (frames) this.#listener.onFrames(frames);
    else this.#listener.onEnd(4000);
  }
}
