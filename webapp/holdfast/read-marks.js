/** @import { Platform } from './platform.js' */
import { Timer } from './timer.js';

/** Sends read marks: only forwards, and seldom. */
export class ReadMarks {
  #platform;
  #interval;
  #send;
  #timer;
  /** @type {Map<number, number>} marks that the server does not know yet */
  #unsent = new Map();
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
    this.#sentAt.clear();
  }

  pause() {
    this.#timer.cancel();
  }

  /**
   * @param {number} room
   * @param {number} now
   */
  #sent(room, now) {
    this.#unsent.delete(room);
    this.#sentAt.set(room, now);
  }
}
