/** @import { Platform, SourceLike } from './platform.js' */
import { parse } from './wire.js';

/**
 * @typedef {object} ReconnectStreamListener
 * @property {(after: number) => void} onNotice  come back in so many ms
 * @property {(reason: string) => void} onWait  stay here until a notice
 * @property {() => void} onTurnedAway  the server has no notice for us: come without
 * @property {() => void} onLost  the stream broke, or could not be opened
 */

/**
 * One `GET api/reconnect`: where the server says when to come back. A browser ends an EventSource for good on any
 * answer but 200, a 503 during an update included, so each error ends ours too, and whoever listens opens the next.
 */
export class ReconnectStream {
  #platform;
  #url;
  #listener;
  /** @type {SourceLike|null} */
  #source = null;

  /**
   * @param {Platform} platform
   * @param {string} url
   * @param {ReconnectStreamListener} listener
   */
  constructor(platform, url, listener) {
    this.#platform = platform;
    this.#url = url;
    this.#listener = listener;
  }

  get supported() {
    return this.#platform.EventSource !== undefined;
  }

  open() {
    this.close();
    if (!this.#platform.EventSource) return;
    const source = (this.#source = new this.#platform.EventSource(this.#url));
    /** @param {(event: any) => void} then */
    const whileCurrent = (then) => (/** @type {any} */ event) => source === this.#source && then(event);
    source.addEventListener('notice', whileCurrent((event) => this.#noticed(event.data)));
    source.addEventListener('wait', whileCurrent((event) => this.#waited(event.data)));
    source.addEventListener('close', whileCurrent(() => this.#end(() => this.#listener.onTurnedAway())));
    source.onerror = whileCurrent(() => this.#end(() => this.#listener.onLost()));
  }

  close() {
    this.#source?.close();
    this.#source = null;
  }

  /** @param {string} text */
  #waited(text) {
    this.#listener.onWait(String(parse(text)?.reason ?? 'waiting'));
  }

  /** @param {string} text */
  #noticed(text) {
    const after = parse(text)?.after;
    const readable = typeof after === 'number' && after >= 0;
    this.#end(() => (readable ? this.#listener.onNotice(after) : this.#listener.onLost()));
  }

  /** @param {() => void} then */
  #end(then) {
    this.close();
    then();
  }
}
