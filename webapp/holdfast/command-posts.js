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
/** Of UTF-8 for one UTF-16 unit. */
const BYTES_PER_UNIT = 3;

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
    this.#batch = this.#waiting.splice(0, fitting(this.#waiting));
    this.#post();
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

/**
 * How many of them go into one request.
 * @param {Frame[]} frames
 */
function fitting(frames) {
  const { commandsPerMessage, messageBytes } = assumedLimits;
  let bytes = 0;
  const fits = (/** @type {Frame} */ frame) => (bytes += BYTES_PER_UNIT * JSON.stringify(frame).length) < messageBytes;
  const tooMany = frames.findIndex((frame) => !fits(frame));
  return Math.min(commandsPerMessage, Math.max(1, tooMany < 0 ? frames.length : tooMany));
}
