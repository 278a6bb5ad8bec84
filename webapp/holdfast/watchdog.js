/** @import { Platform } from './platform.js' */
import { Timer } from './timer.js';

/** Of a `pingInterval`: a side that speaks in each may be silent for so long before it is asked. */
const LATE = 1.5;

/**
 * Watches one connection for silence. Every inbound frame is life; a browser shows no WebSocket pings, so the client
 * sends its own: when it has said nothing for `pingInterval`, or, where the other side speaks in each, when that is
 * late. There is one alarm, and each decision compares the clock: hidden tabs get their alarms up to a minute late,
 * sleeping machines hours late.
 */
export class Watchdog {
  #platform;
  #probeTimeout;
  #listener;
  #timer;
  #limit = 0;
  #pingInterval = 0;
  /** Whether the other side speaks in each interval. */
  #isPinged = false;
  #heardAt = 0;
  #sentAt = 0;
  /** When the answer to a probe is due; null: none was asked. */
  #answerDue = /** @type {number|null} */ (null);

  /**
   * @param {Platform} platform
   * @param {number} probeTimeout
   * @param {{onPing: () => void, onSilent: () => void}} listener
   */
  constructor(platform, probeTimeout, listener) {
    this.#platform = platform;
    this.#probeTimeout = probeTimeout;
    this.#listener = listener;
    this.#timer = new Timer(platform, () => this.#check());
  }

  /**
   * @param {number} limit  longest silence
   * @param {number} pingInterval  0: no pings
   * @param {boolean} [isPinged]  the other side speaks in each interval, and wants no more than the answers that browsers give
   */
  start(limit, pingInterval, isPinged = false) {
    this.#limit = limit;
    this.#pingInterval = pingInterval;
    this.#isPinged = isPinged;
    this.#restart(this.#platform.now());
    this.#arm();
  }

  stop() {
    this.#timer.cancel();
  }

  heard() {
    this.#heardAt = this.#platform.now();
    this.#answerDue = null;
  }

  /**
   * Answered by another way than the one that is watched: the server is there. After a sleep the watched one has half
   * the limit to speak up; else what it is silent for counts on.
   */
  answered() {
    if (this.#answerDue === null) return;
    this.#answerDue = null;
    const now = this.#platform.now();
    if (now - this.#heardAt >= this.#limit) this.#heardAt = now - this.#limit / 2;
  }

  sent() {
    this.#sentAt = this.#platform.now();
  }

  /** The person or the machine came back: a line that was silent for more than a heartbeat has to prove itself. */
  wake() {
    if (this.#timer.pending && this.#silence() > this.#pingInterval) this.probe();
  }

  /** Asks for a sign of life within `probeTimeout`. */
  probe() {
    if (!this.#timer.pending || this.#answerDue !== null) return;
    this.#ask();
    this.#arm();
  }

  #silence() {
    const now = this.#platform.now();
    // The clock was set back: start counting anew rather than wait for the difference.
    if (now < this.#heardAt) this.#restart(now);
    return now - this.#heardAt;
  }

  /** @param {number} now */
  #restart(now) {
    this.#heardAt = this.#sentAt = now;
    this.#answerDue = null;
  }

  #check() {
    const late = this.#silence() - this.#limit;
    if (this.#overslept(late)) this.#ask();
    else if (this.#isSilent(late)) return this.#listener.onSilent();
    else if (this.#pingDue() <= this.#platform.now()) this.#ping();
    this.#arm();
  }

  /**
   * An alarm that comes so late means that we slept, and frames may wait unread behind it: ask before giving up.
   * @param {number} late
   */
  #overslept(late) {
    return this.#answerDue === null && this.#pingInterval > 0 && late > this.#probeTimeout;
  }

  /** @param {number} late */
  #isSilent(late) {
    return this.#answerDue === null ? late >= 0 : this.#platform.now() >= this.#answerDue;
  }

  #ask() {
    this.#answerDue = this.#platform.now() + this.#probeTimeout;
    this.#ping();
  }

  #ping() {
    this.sent();
    this.#listener.onPing();
  }

  #pingDue() {
    if (this.#pingInterval <= 0) return Infinity;
    if (!this.#isPinged) return this.#sentAt + this.#pingInterval;
    return Math.max(this.#sentAt, this.#heardAt) + LATE * this.#pingInterval;
  }

  #arm() {
    const due = Math.min(this.#answerDue ?? this.#heardAt + this.#limit, this.#pingDue());
    this.#timer.start(due - this.#platform.now());
  }
}
