/** @import { Platform } from './platform.js' */
import { Timer } from './timer.js';

/** Sends read marks: only forwards, and seldom; again, if the connection ended before the server said that it has them. */
export class ReadMarks {
  #platform;
  #interval;
  #send;
  #timer;
  /** @type {Map<number, number>} marks that are still to be sent */
  #unsent = new Map();
  /** @type {Map<number, number>} marks on their way */
  #unconfirmed = new Map();
  /** @type {Map<number, number>} when each room's last mark was sent */
  #sentAt = new Map();

  /**
   * @param {Platform} platform
   * @param {number} interval  ms between two marks of one room
   * @param {(room: number, sequence: number) => boolean} send
   */
  constructor(platform, interval, send) {
    this.#platform = platform;
    this.#interval = interval;
    this.#send = send;
    this.#timer = new Timer(platform, () => this.flush());
  }

  /**
   * @param {number} room
   * @param {number} sequence
   */
  mark(room, sequence) {
    this.#unsent.set(room, sequence);
    this.flush();
  }

  /**
   * The mark that is still to be sent; 0: none.
   * @param {number} room
   */
  wanted(room) {
    return this.#unsent.get(room) ?? 0;
  }

  /**
   * The server has that mark, or a later one.
   * @param {number} room
   * @param {number} sequence
   */
  confirm(room, sequence) {
    for (const marks of [this.#unsent, this.#unconfirmed])
      if ((marks.get(room) ?? Infinity) <= sequence) marks.delete(room);
  }

  /** Sends what is due; the rest has its alarm. Without a connection all stays until the next welcome. */
  flush() {
    const now = this.#platform.now();
    let next = Infinity;
    for (const [room, sequence] of this.#unsent) {
      const due = (this.#sentAt.get(room) ?? -Infinity) + this.#interval;
      if (due > now) next = Math.min(next, due);
      else if (this.#send(room, sequence)) this.#sent(room, now);
    }
    if (next < Infinity) this.#timer.start(next - now);
  }

  /** Forgets everything: the marks of one account are not another's. */
  clear() {
    this.pause();
    this.#unsent.clear();
    this.#unconfirmed.clear();
    this.#sentAt.clear();
  }

  /** The connection ended: what was on its way may be lost. */
  pause() {
    this.#timer.cancel();
    for (const [room, sequence] of this.#unconfirmed) this.#unsent.set(room, Math.max(sequence, this.wanted(room)));
    this.#unconfirmed.clear();
  }

  /**
   * @param {number} room
   * @param {number} now
   */
  #sent(room, now) {
    this.#unconfirmed.set(room, this.wanted(room));
    this.#unsent.delete(room);
    this.#sentAt.set(room, now);
  }
}
