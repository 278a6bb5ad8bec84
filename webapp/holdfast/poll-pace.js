/** @import { Platform } from './platform.js' */

/** After a long poll that was answered too soon, and with nothing: or a broken server would be asked without end. */
const SOON_MILLIS = 1000;
/** Each answer without news makes the next pause so much longer. */
const SLACKENING = 1.5;
/** The longest pause, as a part of the silence that would be taken for a dead line. */
const OF_SILENCE = 0.6;

/** How long to pause between two polls. */
export class PollPace {
  #platform;
  #longest;
  #askedAt = 0;
  /** Answers without news, in a row. */
  #quiet = 0;
  /** The pause that the server wants. */
  #interval = 0;

  /**
   * @param {Platform} platform
   * @param {number} longest  pause when nothing happens, ms; 0: as the server says, always
   */
  constructor(platform, longest) {
    this.#platform = platform;
    this.#longest = longest;
  }

  asked() {
    this.#askedAt = this.#platform.now();
  }

  /**
   * Something is about to happen.
   * @returns {number|null} the pause from now on; null: it is as short already
   */
  hasten() {
    if (this.#quiet === 0) return null;
    this.#quiet = 0;
    return this.#interval;
  }

  /**
   * @param {boolean} hasNews
   * @param {number} after  what the server says; 0: it was a long poll
   * @param {number} silenceLimit
   */
  answered(hasNews, after, silenceLimit) {
    this.#quiet = hasNews ? 0 : this.#quiet + 1;
    this.#interval = after;
    return after > 0 ? this.#slackened(after, silenceLimit) : this.#atOnce(hasNews);
  }

  /** @param {boolean} hasNews */
  #atOnce(hasNews) {
    const isSoon = this.#platform.now() - this.#askedAt < SOON_MILLIS;
    return isSoon && !hasNews ? SOON_MILLIS : 0;
  }

  /**
   * @param {number} after
   * @param {number} silenceLimit
   */
  #slackened(after, silenceLimit) {
    const longest = Math.min(this.#longest, OF_SILENCE * silenceLimit);
    return Math.max(after, Math.min(longest, after * SLACKENING ** this.#quiet));
  }
}
