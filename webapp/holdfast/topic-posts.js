/** @import { Platform } from './platform.js' */
/** @import { Emit } from './topic-wire.js' */
import { Timer } from './timer.js';
import { bytesOf, isBytes } from './topic-wire.js';

const RETRY_MILLIS = 1_000;
const LONGEST_POST_MILLIS = 25_000;

/**
 * @typedef {object} PostsListener
 * @property {() => Emit|undefined} next  the oldest that is not answered
 * @property {(ack: any) => void} onAck
 * @property {(refused: any) => number|null} onRefused  says after how many ms to try again; null: not at all
 */

/** Emits by POST, one request at a time, so that they keep their order. */
export class TopicPosts {
  #platform;
  #url;
  #listener;
  #pause;
  #deadline;
  /** @type {AbortController|null} of the request that there is */
  #giveUp = null;

  /**
   * @param {Platform} platform
   * @param {string} url
   * @param {PostsListener} listener
   */
  constructor(platform, url, listener) {
    this.#platform = platform;
    this.#url = url;
    this.#listener = listener;
    this.#pause = new Timer(platform, () => this.look());
    this.#deadline = new Timer(platform, () => this.#giveUp?.abort());
  }

  /** Sends the next one, unless one is on its way or has to wait. */
  look() {
    const emit = this.#giveUp || this.#pause.pending ? undefined : this.#listener.next();
    if (emit) void this.#post(emit);
  }

  stop() {
    this.#pause.cancel();
    this.#deadline.cancel();
    this.#giveUp?.abort();
    this.#giveUp = null;
  }

  /** @param {Emit} emit */
  async #post(emit) {
    const giveUp = (this.#giveUp = new AbortController());
    this.#deadline.start(LONGEST_POST_MILLIS);
    const query = new URLSearchParams({ event: emit.event, id: emit.id });
    const response = await this.#platform.fetch(`${this.#url}?${query}`, request(emit, giveUp)).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (giveUp !== this.#giveUp) return;
    this.#deadline.cancel();
    this.#giveUp = null;
    this.#answered(emit.id, response?.ok ?? false, answer);
  }

  /**
   * @param {string} id
   * @param {boolean} isOk
   * @param {any} answer  null: nobody answered, or something in between did
   */
  #answered(id, isOk, answer) {
    const isRefused = !isOk && typeof answer?.code === 'string';
    if (isOk && answer) this.#listener.onAck({ ...answer, id });
    const wait = isRefused ? this.#listener.onRefused({ ...answer, id }) : isOk && answer ? null : RETRY_MILLIS;
    if (wait === null) this.look();
    else this.#pause.start(wait);
  }
}

/**
 * @param {Emit} emit
 * @param {AbortController} giveUp
 */
function request({ data }, { signal }) {
  const type = isBytes(data) ? 'application/octet-stream' : 'application/json';
  const body = isBytes(data) ? bytesOf(data) : JSON.stringify(data ?? null);
  return { method: 'POST', headers: { 'content-type': type }, body, signal, credentials: 'same-origin' };
}
