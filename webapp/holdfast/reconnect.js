/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
import { Backoff } from './backoff.js';
import { ReconnectStream } from './reconnect-stream.js';
import { Timer } from './timer.js';

// So often the stream may break before a socket is tried without it: a proxy may refuse event streams for ever.
const BREAKS_BEFORE_DIRECT = 3;

/**
 * @typedef {object} ReconnectListener
 * @property {() => void} onDue
 * @property {(reason: string|null) => void} onChange  `retryAt` is another, or there is a reason to tell of
 */

/**
 * Decides when to connect again. One phase, one alarm, one stream:
 *
 *     begin ─▶ asking ─ notice ─▶ slot ─ its time ─▶ due
 *       │        │  ├─ wait ──▶ draining (stream stays; then as asking)
 *       │        │  ├─ turned away ─▶ slot, of its own choice (backoff)
 *       │        │  └─ nothing in time ────────────▶ due, without the server's word
 *       └─▶ resting (backoff) ◀─ broken
 */
export class Reconnect {
  /** @type {number|null} when the next try is, if that is known */
  retryAt = null;
  #platform;
  #timing;
  #listener;
  #backoff;
  #stream;
  #timer;
  /** @type {'idle'|'paused'|'resting'|'asking'|'draining'|'slot'} */
  #phase = 'idle';
  #fresh = true;
  #breaks = 0;
  /** @type {number|null} */
  #welcomedAt = null;
  /** @type {number|null|undefined} when the server wants us back after the close that it has announced */
  #promised = null;

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {string} url  of the reconnect stream
   * @param {ReconnectListener} listener
   */
  constructor(platform, timing, url, listener) {
    this.#platform = platform;
    this.#timing = timing;
    this.#listener = listener;
    const { reconnectFloor: floor, reconnectStep: step, reconnectCap: cap } = timing;
    this.#backoff = new Backoff({ random: platform.random, floor, step, cap });
    this.#timer = new Timer(platform, () => this.#alarm());
    this.#stream = new ReconnectStream(platform, url, {
      onNotice: (after) => this.#noticed(after),
      onWait: (reason) => this.#enter('draining', this.#timing.drainLimit, reason),
      // It has no place for one more to wait: that is no reason not to let us in.
      onTurnedAway: () => this.#enter('slot', this.#backoff.next()),
      onLost: () => this.#broke(),
    });
  }

  welcomed() {
    if (this.#welcomedAt === null) this.#promised = null;
    this.#welcomedAt ??= this.#platform.now();
  }

  /**
   * The server will end the connection, and wants us back so much later.
   * @param {number} after
   */
  goodbye(after) {
    this.#promised = after;
  }

  /** The connection is over; whether another is wanted, `begin` says. */
  ended() {
    const stood = this.#welcomedAt === null ? -1 : this.#platform.now() - this.#welcomedAt;
    if (stood >= this.#timing.healthyAfter) this.healthy();
    this.#welcomedAt = null;
  }

  /**
   * A connection ended. After a healthy one ask at once, else after a backoff: or a socket that fails would spin.
   * @param {number|null} [after]  the server's wish, or what it announced; 0: come at once, without asking
   */
  begin(after = this.#promised) {
    this.cancel();
    this.#promised = null;
    const wasFresh = this.#fresh;
    this.#fresh = false;
    if (after) this.#enter('resting', after);
    else if (!wasFresh) this.#rest();
    else if (after === 0) this.#enter('slot', 0);
    else if (this.#asks) this.#ask();
    else this.#rest();
  }

  /** The connection that ended had been a good one. */
  healthy() {
    this.#fresh = true;
    this.#breaks = 0;
    this.#backoff.reset();
  }

  /** There is hope: ends a rest. What the server decided, a slot or a wait, stands. */
  hasten() {
    if (this.#phase !== 'resting' && this.#phase !== 'paused') return;
    if (this.#asks) this.#ask();
    else this.#due();
  }

  /** The device says it is offline: seldom tries only, as it is sometimes wrong. */
  slowDown() {
    if (this.#phase === 'idle' || this.#phase === 'paused') return;
    this.#stream.close();
    this.#enter('resting', this.#timing.reconnectCap, 'offline');
  }

  /** Nothing more, until `hasten` or `begin`. */
  pause() {
    this.cancel();
    this.#phase = 'paused';
  }

  cancel() {
    this.#timer.cancel();
    this.#stream.close();
    this.#phase = 'idle';
    this.retryAt = null;
  }

  get #asks() {
    return this.#stream.supported && this.#timing.noticeTimeout > 0;
  }

  #ask() {
    this.#enter('asking', this.#timing.noticeTimeout);
    this.#stream.open();
  }

  #rest() {
    this.#enter('resting', this.#backoff.next());
  }

  #broke() {
    this.#breaks++;
    if (this.#breaks % BREAKS_BEFORE_DIRECT === 0) this.#due();
    else this.#rest();
  }

  /** @param {number} after */
  #noticed(after) {
    this.#breaks = 0;
    this.#enter('slot', after);
  }

  #alarm() {
    if (this.#phase === 'slot' || this.#phase === 'asking') this.#due();
    else if (this.#phase === 'draining' || this.#asks) this.#ask();
    else this.#due();
  }

  #due() {
    this.cancel();
    this.#listener.onDue();
  }

  /**
   * @param {'resting'|'asking'|'draining'|'slot'} phase
   * @param {number} ms
   * @param {string|null} [reason]
   */
  #enter(phase, ms, reason = null) {
    this.#phase = phase;
    this.#timer.start(ms);
    const dated = phase === 'resting' || phase === 'slot';
    this.retryAt = dated ? this.#platform.now() + ms : null;
    this.#listener.onChange(reason);
  }
}
