/** @import { Delay } from './reliable-options.js' */
/** @import { Platform } from './platform.js' */
/** @import { Move } from './states.js' */
import { Backoff } from './backoff.js';
import { StateMachine } from './states.js';
import { Timer } from './timer.js';
import { WakeUps } from './wake-ups.js';

/** Where what is kept is. */
export const Kept = Object.freeze({
  /** Begun, not open yet. */
  CONNECTING: 'connecting',
  OPEN: 'open',
  /** There is none; the next try has its time. */
  WAITING: 'waiting',
  /** There is none, as the page is in the back/forward cache; it comes back with the page. */
  HIDDEN: 'hidden',
  /** It is being ended for good. */
  CLOSING: 'closing',
  /** There is none, and none is wanted. */
  CLOSED: 'closed',
});

const moves = Object.freeze({
  closed: ['connecting'],
  connecting: ['open', 'waiting', 'hidden', 'closing', 'closed'],
  open: ['waiting', 'hidden', 'closing', 'closed'],
  waiting: ['connecting', 'hidden', 'closing', 'closed'],
  hidden: ['connecting', 'closing', 'closed'],
  closing: ['closed'],
});

/** The states and what is legal between them. */
export const keptTable = Object.freeze({ moves, first: Kept.CLOSED });

/**
 * @typedef {object} KeeperListener
 * @property {() => void} onConnect  begin one; say `opened` or `ended` of it
 * @property {() => void} onLate  it did not open, or close, in time; say `ended` of it
 * @property {() => void} onHide  abandon what there is; nothing is to be said of it any more
 * @property {() => void} [onWake]  the person or the machine came back, and it seems to stand
 * @property {() => void} [onOffline]  the device says it is offline
 * @property {(move: Move) => void} [onState]
 *
 * @typedef {object} Patience
 * @property {Delay} delay
 * @property {number} timeout  ms until what was begun must be open; 0: any time
 * @property {number} [healthyAfter]  ms that it must have been open for the delays to start afresh; unset: never
 * @property {number} [limit]  tries in a row; unset: any number
 */

/**
 * Keeps one connection, of whatever kind, for as long as one is wanted: the states, and what moves them. There is one
 * alarm: for what has been begun, for the next try, or for the end.
 */
export class Keeper {
  /** @type {number|null} when the next try is */
  retryAt = null;
  #platform;
  #patience;
  #listener;
  #machine;
  #backoff;
  #timer;
  #wakeUps;
  /** @type {number|null} */
  #openedAt = null;

  /**
   * @param {Platform} platform
   * @param {Patience} patience
   * @param {KeeperListener} listener
   */
  constructor(platform, patience, listener) {
    this.#platform = platform;
    this.#patience = patience;
    this.#listener = listener;
    this.#machine = new StateMachine((move) => listener.onState?.(move), keptTable);
    this.#backoff = new Backoff({ random: platform.random, ...patience.delay });
    this.#timer = new Timer(platform, () => this.#alarm());
    this.#wakeUps = new WakeUps(platform, {
      onWake: () => this.#woke(),
      onOffline: () => this.in(Kept.OPEN) && listener.onOffline?.(),
      onHide: () => this.#hide(),
      onShow: () => this.in(Kept.HIDDEN) && this.#connect(),
    });
  }

  get state() {
    return this.#machine.state;
  }

  /** @param {string[]} states */
  in(...states) {
    return this.#machine.in(...states);
  }

  start() {
    if (!this.in(Kept.CLOSED)) return;
    this.#wakeUps.listen();
    this.#backoff.reset();
    this.#connect();
  }

  opened() {
    this.#timer.cancel();
    this.#openedAt = this.#platform.now();
    this.#enter(Kept.OPEN);
  }

  /** It has shown that it is good: the delays start afresh. */
  proved() {
    this.#backoff.reset();
  }

  /**
   * It is over. Another is begun after a delay, unless it was the last try.
   * @param {string} reason
   * @param {number} [after]  ms, what the server asks for; the delay comes on top of it
   */
  ended(reason, after = 0) {
    const { healthyAfter = Infinity, limit = Infinity } = this.#patience;
    if (this.#openedAt !== null && this.#platform.now() - this.#openedAt >= healthyAfter) this.#backoff.reset();
    if (this.in(Kept.CLOSING) || this.#backoff.tries >= limit) this.close(reason);
    else this.#wait(after + this.#backoff.next(), reason);
  }

  /**
   * It is over, and all was well.
   * @param {number} ms  until the next
   */
  rest(ms) {
    this.#backoff.reset();
    this.#wait(ms, null);
  }

  /**
   * Ends for good: say `ended` when it has.
   * @param {number} ms  longest wait for that
   */
  end(ms) {
    this.#enter(Kept.CLOSING);
    this.#timer.start(ms);
  }

  /**
   * Has ended for good: nothing is left that could fire.
   * @param {string|null} [reason]
   */
  close(reason = null) {
    if (this.in(Kept.CLOSED)) return;
    this.#wakeUps.stop();
    this.#timer.cancel();
    this.#enter(Kept.CLOSED, reason);
  }

  #connect() {
    this.#timer.cancel();
    this.#openedAt = null;
    this.#enter(Kept.CONNECTING);
    if (this.#patience.timeout > 0) this.#timer.start(this.#patience.timeout);
    this.#listener.onConnect();
  }

  /**
   * @param {number} ms
   * @param {string|null} reason
   */
  #wait(ms, reason) {
    this.#enter(Kept.WAITING, reason);
    this.#alarmIn(ms);
  }

  /** @param {number} ms */
  #alarmIn(ms) {
    this.retryAt = this.#platform.now() + ms;
    this.#timer.start(ms);
  }

  #alarm() {
    if (this.in(Kept.WAITING)) this.#connect();
    else this.#listener.onLate();
  }

  /** A jittered moment, as a whole office comes back at once; never later than it would have been. */
  #woke() {
    if (!this.in(Kept.WAITING)) return this.#listener.onWake?.();
    const soon = this.#platform.random() * this.#patience.delay.floor;
    const left = Math.max(0, (this.retryAt ?? 0) - this.#platform.now());
    this.#alarmIn(Math.min(soon, left));
  }

  /** What is open would keep the page out of the back/forward cache. */
  #hide() {
    if (this.in(Kept.CLOSING)) return this.#listener.onLate();
    if (!this.in(Kept.CONNECTING, Kept.OPEN, Kept.WAITING)) return;
    const isThere = !this.in(Kept.WAITING);
    this.#timer.cancel();
    this.#enter(Kept.HIDDEN, 'hidden');
    if (isThere) this.#listener.onHide();
  }

  /**
   * @param {string} state
   * @param {string|null} [reason]
   */
  #enter(state, reason = null) {
    this.retryAt = null;
    this.#machine.setState(state, reason);
  }
}
