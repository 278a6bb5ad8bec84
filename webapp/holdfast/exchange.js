/** @import { Platform } from './platform.js' */
/** @import { End } from './transports.js' */
/** @import { Frame } from './wire.js' */
import { Timer } from './timer.js';

/**
 * @typedef {object} Answer
 * @property {Frame[]|null} frames  null: none came, or something else did
 * @property {number} status  0: nobody answered
 * @property {number|null} retryAfter  ms
 */

const NOBODY = Object.freeze({ frames: null, status: 0, retryAfter: null });

/** One request at a time, which carries JSON and is answered by frames. */
export class Exchange {
  #platform;
  #deadline;
  /** @type {AbortController|null} */
  #giveUp = null;

  /** @param {Platform} platform */
  constructor(platform) {
    this.#platform = platform;
    this.#deadline = new Timer(platform, () => this.#giveUp?.abort());
  }

  get isRunning() {
    return this.#giveUp !== null;
  }

  /**
   * @param {string} url
   * @param {unknown} body
   * @param {number} timeout  ms; 0: as long as the browser waits
   * @returns {Promise<Answer|null>} null: it was cancelled
   */
  async ask(url, body, timeout) {
    this.cancel();
    const giveUp = (this.#giveUp = new AbortController());
    if (timeout > 0) this.#deadline.start(timeout);
    const answering = this.#platform.fetch(url, jsonPost(body, giveUp.signal)).then(answerOf);
    const answer = await Promise.race([answering, aborted(giveUp.signal)]).catch(() => NOBODY);
    if (giveUp !== this.#giveUp) return null;
    this.#deadline.cancel();
    this.#giveUp = null;
    return answer;
  }

  cancel() {
    this.#deadline.cancel();
    this.#giveUp?.abort();
    this.#giveUp = null;
  }
}

/**
 * @param {unknown} body
 * @param {AbortSignal} [signal]
 * @param {string} [accept]
 */
export function jsonPost(body, signal, accept = 'application/json') {
  const headers = { accept, 'content-type': 'application/json' };
  const text = JSON.stringify(body);
  return { method: 'POST', headers, body: text, signal, credentials: 'same-origin', cache: 'no-store' };
}

/**
 * What an answer without frames means for the connection that it was asked for.
 * @param {{status: number, retryAfter: number|null}} answer
 * @returns {[number, End]} close code, and more
 */
export function endBy({ status, retryAfter }) {
  if (status === 401) return [4401, {}];
  if (status === 429) return [4429, { after: retryAfter }];
  if (status === 503) return [1013, { after: retryAfter }];
  return [1006, { unfit: status !== 0 }];
}

/** @param {Response} response */
export function retryAfter(response) {
  const seconds = Number(response.headers.get('retry-after') || NaN);
  return seconds >= 0 ? seconds * 1000 : null;
}

/**
 * @param {Response} response
 * @returns {Promise<Answer>}
 */
async function answerOf(response) {
  // The login page of some proxy may come with status 200, too.
  const content = response.ok ? await response.json().catch(() => null) : null;
  const frames = Array.isArray(content) ? content : null;
  return { frames, status: response.status, retryAfter: retryAfter(response) };
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
function aborted(signal) {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(NOBODY)));
}
