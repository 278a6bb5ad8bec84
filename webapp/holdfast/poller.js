/** @import { Platform } from './platform.js' */
/** @import { DelayOption } from './reliable-options.js' */
import { EventFace } from './event-face.js';
import { Keeper, Kept } from './keeper.js';
import { numbersOf } from './numbers.js';
import { delayOf, movesTo, platformWith } from './reliable-options.js';

/**
 * Durations are milliseconds. All but `request` are optional.
 *
 * @template T
 * @typedef {object} PollerOptions
 * @property {(signal: AbortSignal, last: T|undefined) => Promise<T>} request  asks once; gets the last answer. What it
 *   throws is an error, so it has to look at the status itself
 * @property {(response: T) => boolean} [needToPoll]  whether to ask again after this answer; default: always
 * @property {number|((response: T) => number)} [delay]  from an answer to the next request; default 2000; 0: at once,
 *   for long polls
 * @property {number} [spacing]  shortest time from one request to the next, whatever `delay` says; default 100; 0: none
 * @property {number} [requestTimeout]  longest request, to be longer than a long poll is held; default 30000; 0: as long
 *   as the browser waits
 * @property {DelayOption} [errorDelay]  before the next request after errors in a row; default floor 250, step 1000, cap
 *   30000; 0: at once
 * @property {boolean|((line: string) => void)} [debug]  whether, or where to, each move is logged; default false; true:
 *   console.debug
 * @property {Partial<Platform>} [platform]  the browser's parts, to be replaced one by one
 */

const numbers = Object.freeze({ spacing: 100, requestTimeout: 30000 });
const USUAL_DELAY_MILLIS = 2000;

/**
 * Asks again and again: one request at a time, and what comes too late is dropped. For short polls and for long ones.
 *
 *     import { Poller } from './holdfast/poller.js';
 *
 *     const poller = new Poller({
 *       request: async (signal) => {
 *         const response = await fetch('/jobs/7', { signal });
 *         if (!response.ok) throw new Error(`status ${response.status}`);
 *         return response.json();
 *       },
 *       needToPoll: (job) => !job.done,
 *       delay: 2000,
 *     });
 *     poller.onresponse = ({ response }) => show(response);
 *     poller.onerror = ({ error }) => tell(error);   // asked again after a backoff, which grows up to 30 s
 *     poller.start();
 *
 * It asks sooner when the page is shown, focused or online again, and not while it is in the back/forward cache.
 *
 * | state | meaning | goes to |
 * |---|---|---|
 * | connecting | a request is under way | waiting, hidden, closed |
 * | waiting | for the next one's time | connecting, hidden, closed |
 * | hidden | the page is in the back/forward cache | connecting, closed |
 * | closed | not begun, stopped, or no need to poll | connecting |
 *
 * @template T
 */
export class Poller extends EventFace {
  /** @type {((event: Event & {response: T}) => void)|null} */
  onresponse = null;
  /** @type {((event: Event & {error: unknown}) => void)|null} */
  onerror = null;
  #options;
  #spacing;
  #now;
  #keeper;
  /** @type {AbortController|null} of the request that there is */
  #asked = null;
  #askedAt = 0;
  /** @type {T|undefined} */
  #last;

  /** @param {PollerOptions<T>} options */
  constructor(options) {
    super('response', 'error');
    const platform = platformWith(options.platform);
    const { spacing, requestTimeout: timeout } = numbersOf(numbers, options);
    const delay = options.delay ?? USUAL_DELAY_MILLIS;
    if (typeof delay === 'number') numbersOf({ delay }, options);
    this.#options = { needToPoll: () => true, ...options, delay };
    this.#spacing = spacing;
    this.#now = platform.now;
    this.#keeper = new Keeper(platform, { delay: delayOf(options.errorDelay, 'errorDelay'), timeout }, {
      onConnect: () => this.#ask(),
      onLate: () => this.#failed(new DOMException('no answer in time', 'TimeoutError')),
      onHide: () => this.#abandon(),
      onState: movesTo(options.debug, 'Poller'),
    });
  }

  /** Whether it asks, or will again. */
  get isRunning() {
    return !this.#keeper.in(Kept.CLOSED);
  }

  start() {
    this.#keeper.start();
  }

  /** Until `start()`. The request that is under way is aborted. */
  stop() {
    this.#abandon();
    this.#keeper.close();
  }

  async #ask() {
    const asked = (this.#asked = new AbortController());
    this.#askedAt = this.#now();
    const [response, failure] = await outcome(() => this.#options.request(asked.signal, this.#last));
    if (asked !== this.#asked) return;
    if (failure) this.#failed(failure.error);
    else this.#answered(/** @type {T} */ (response));
  }

  /** @param {T} response */
  #answered(response) {
    const [pause, failure] = this.#pauseAfter(response);
    if (failure) return this.#failed(failure.error);
    this.#asked = null;
    this.#last = response;
    if (pause === null) this.#keeper.close();
    else this.#keeper.rest(pause);
    this.tell('response', { response });
  }

  /**
   * @param {T} response
   * @returns {[number|null, {error: unknown}|null]} ms, null: no need to poll; and what went wrong
   */
  #pauseAfter(response) {
    try {
      const { needToPoll, delay } = this.#options;
      const pause = typeof delay === 'function' ? delay(response) : delay;
      if (!(pause >= 0)) throw new RangeError(`delay must be a number, 0 or more, and is ${pause}`);
      const sinceAsked = Math.max(0, this.#now() - this.#askedAt);
      return [needToPoll(response) ? Math.max(pause, this.#spacing - sinceAsked) : null, null];
    } catch (error) {
      return [null, { error }];
    }
  }

  /** @param {unknown} error */
  #failed(error) {
    this.#abandon();
    this.#keeper.ended(String(error));
    this.tell('error', { error });
  }

  #abandon() {
    this.#asked?.abort();
    this.#asked = null;
  }
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<[T|undefined, {error: unknown}|null]>}
 */
async function outcome(work) {
  try {
    return [await work(), null];
  } catch (error) {
    return [undefined, { error }];
  }
}
