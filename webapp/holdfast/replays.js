/** @import { Frame, LogState } from './wire.js' */

/** How many events of a log are kept. */
const MOST_EVENTS = 200;
/** With so many events a log begins for who does not know it, as a server does. */
export const BEGINNING = 50;

/** @typedef {{epoch: string, sequence: number}} ResumePoint */

/** The newest events of each log, for tabs that come, or come back. */
export class Replays {
  /** @type {Map<number, Frame[]>} without gaps, up to the log's position */
  #events = new Map();

  /** @param {Frame} event  that was accepted just now */
  add(event) {
    const { log } = event.data;
    const events = this.#events.get(log) ?? [];
    events.push(event);
    if (events.length > MOST_EVENTS) events.shift();
    this.#events.set(log, events);
  }

  /** @param {number} log  begins anew */
  forget(log) {
    this.#events.delete(log);
  }

  clear() {
    this.#events.clear();
  }

  /**
   * Where a tab's log goes on.
   * @param {LogState} state
   * @param {ResumePoint|undefined} point  what the tab has
   */
  startOf({ log, epoch, position }, point) {
    const begin = this.#begin(log, position);
    const wanted = point?.epoch === epoch ? Math.min(point.sequence, position) : position - BEGINNING;
    return Math.max(begin, wanted);
  }

  /**
   * Whether events are missing that a tab needs.
   * @param {LogState} state
   * @param {ResumePoint|undefined} point
   */
  lacks({ log, epoch, position }, point) {
    return point?.epoch === epoch && point.sequence < this.#begin(log, position);
  }

  /**
   * @param {number} log
   * @param {number} after
   */
  since(log, after) {
    return (this.#events.get(log) ?? []).filter(({ data }) => data.sequence > after);
  }

  /**
   * The position before the first event that is kept.
   * @param {number} log
   * @param {number} position
   */
  #begin(log, position) {
    return position - (this.#events.get(log)?.length ?? 0);
  }
}
