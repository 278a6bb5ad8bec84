import { State } from './states.js';

/**
 * What a person should read.
 * @typedef {object} Status
 * @property {'live'|'catching-up'|'offline'} word
 * @property {number} behind  events still to come; 0 unless catching up
 * @property {number|null} since  when the line was lost, or first looked for; null unless offline
 * @property {string|null} reason  a close code's name, or what the server said: `draining`
 * @property {number|null} retryAt  when the next try is, if that is known
 * @property {string|null} transport  the one that is used; null while offline
 */

const offlineStates = /** @type {string[]} */ ([State.CONNECTING, State.WAITING, State.STOPPED]);

/** Puts the client's state into few words. Remembers since when nothing is live. */
export class StatusLine {
  /** @type {number|null} */
  #since = null;
  #last = '';
  /** @type {string|null} the last that was used */
  #transport = null;

  /**
   * @param {string} state
   * @param {number} now
   */
  entered(state, now) {
    if (offlineStates.includes(state)) this.#since ??= now;
    else if (state !== State.CATCHING_UP) this.#since = null;
  }

  /**
   * @param {{state: string, reason: string|null, retryAt: number|null, behind: number, transport: string}} outlook
   * @returns {Status}
   */
  read({ state, reason, retryAt, behind, transport }) {
    const there = { since: null, reason: null, retryAt: null, transport };
    if (state === State.LIVE) return { word: 'live', behind: 0, ...there };
    if (state === State.CATCHING_UP) return { word: 'catching-up', behind, ...there };
    return { word: 'offline', behind: 0, since: this.#since, reason, retryAt, transport: null };
  }

  /**
   * @param {Status} status
   * @returns {{transport: string, previous: string|null}|null} null: it is the same as before, or there is none
   */
  changeOf({ transport }) {
    const previous = this.#transport;
    if (transport === null || transport === previous) return null;
    this.#transport = transport;
    return { transport, previous };
  }

  /**
   * Whether this differs from what was last asked about.
   * @param {Status} status
   */
  isNew(status) {
    const text = JSON.stringify(status);
    const differs = text !== this.#last;
    this.#last = text;
    return differs;
  }
}
