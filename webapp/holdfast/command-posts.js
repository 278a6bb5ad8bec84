/** @import { Platform } from './platform.js' */
/** @import { TransportListener } from './transports.js' */
/** @import { Frame } from './wire.js' */
import { endBy, Exchange } from './exchange.js';
import { assumedLimits } from './options.js';
import { Timer } from './timer.js';

/** A request that failed is sent again after so long; all it carries may be said twice. */
const AGAIN_MILLIS = 1000;
/** So many in a row, and the connection is given up. */
const MOST_FAILURES = 2;
/** The brackets of an array. */
const EMPTY_BYTES = 2;

/** Commands by `POST api/commands`: one request at a time, so that nothing overtakes, with all that waits meanwhile. */
export class CommandPosts {
  #url;
  #timeout;
  #listener;
  #exchange;
  #pause;
  /** @type {Frame[]} */
  #waiting = [];
  /** @type {Frame[]} on their way */
  #batch = [];
  #failures = 0;
  #limits = assumedLimits;
  #bytes = new TextEncoder();

  /**
   * @param {Platform} platform
   * @param {string} url
   * @param {number} timeout
   * @param {Pick<TransportListener, 'hello'|'onAnswers'|'onEnd'>} listener
   */
  constructor(platform, url, timeout, listener) {
    this.#url = url;
    this.#timeout = timeout;
    this.#listener = listener;
    this.#exchange = new Exchange(platform);
    this.#pause = new Timer(platform, () => this.#post());
  }

  /** @param {Frame} frame */
  send(frame) {
    this.#waiting.push(frame);
    this.#pump();
  }

  /**
   * What the server says: how much it takes, perhaps.
   * @param {Frame[]} frames
   */
  heard(frames) {
    this.#limits = frames.find(({ type }) => type === 'welcome')?.data?.limits ?? this.#limits;
  }

  /** Whoever sent them sends them again, on the next connection. */
  cancel() {
    this.#exchange.cancel();
    this.#pause.cancel();
    this.#waiting = [];
    this.#batch = [];
    this.#failures = 0;
  }

  #pump() {
    if (this.#batch.length > 0 || this.#waiting.length === 0) return;
    this.#batch = this.#waiting.splice(0, this.#fitting());
    this.#post();
  }

  /** How many of those that wait go into one request. */
  #fitting() {
    const { commandsPerMessage, messageBytes } = this.#limits;
    let bytes = EMPTY_BYTES - 1;
    // With the comma before it; the first has none.
    const fits = (/** @type {Frame} */ frame) => (bytes += this.#bytesOf(frame) + 1) <= messageBytes;
    const tooMany = this.#waiting.findIndex((frame) => !fits(frame));
    return Math.min(commandsPerMessage, Math.max(1, tooMany < 0 ? this.#waiting.length : tooMany));
  }

  /** @param {Frame} frame */
  #bytesOf(frame) {
    return this.#bytes.encode(JSON.stringify(frame)).length;
  }

  async #post() {
    const { session = '' } = this.#listener.hello().data;
    const url = `${this.#url}?session=${encodeURIComponent(session)}`;
    const answer = await this.#exchange.ask(url, this.#batch, this.#timeout);
    if (answer?.frames) this.#answered(answer.frames);
    else if (answer) this.#failed(answer);
  }

  /** @param {Frame[]} frames */
  #answered(frames) {
    this.#failures = 0;
    this.#batch = [];
    this.#listener.onAnswers(frames);
    this.#pump();
  }

  /** @param {{status: number, retryAfter: number|null}} answer */
  #failed(answer) {
    const [code, end] = endBy(answer);
    if (code === 4401 || ++this.#failures >= MOST_FAILURES) this.#listener.onEnd(code, end);
    else this.#pause.start(answer.retryAfter ?? AGAIN_MILLIS);
  }
}
