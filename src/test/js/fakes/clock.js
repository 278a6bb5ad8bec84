/** A clock that stands still until it is told to go on. */
export class FakeClock {
  #now = 1_000_000;
  #alarms = new Map();
  #next = 1;

  now = () => this.#now;

  setTimeout = (task, ms) => {
    this.#alarms.set(this.#next, { task, due: this.#now + ms });
    return this.#next++;
  };

  clearTimeout = (handle) => void this.#alarms.delete(handle);

  /** How many alarms are set. */
  get pending() {
    return this.#alarms.size;
  }

  /** When the next alarm is due, in ms from now. */
  get nextIn() {
    return Math.min(...[...this.#alarms.values()].map(({ due }) => due)) - this.#now;
  }

  /** Time goes by, and each alarm rings when it is due; between two, promises settle. */
  async pass(ms) {
    const end = this.#now + ms;
    await settle();
    for (let first = this.#first(end); first; first = this.#first(end)) {
      this.#now = Math.max(this.#now, first.due);
      this.#alarms.delete(first.handle);
      first.task();
      await settle();
    }
    this.#now = end;
  }

  /** The machine sleeps: time jumps, and no alarm rings before it is awake. */
  jump(ms) {
    this.#now += ms;
  }

  /** Somebody sets the clock back: alarms still ring after the time that they were set for. */
  setBack(ms) {
    this.#now -= ms;
    for (const alarm of this.#alarms.values()) alarm.due -= ms;
  }

  #first(end) {
    const due = [...this.#alarms].filter(([, alarm]) => alarm.due <= end).sort(([, a], [, b]) => a.due - b.due);
    return due.length > 0 ? { handle: due[0][0], ...due[0][1] } : null;
  }
}

/** Lets every promise that can settle do so. */
export function settle() {
  return new Promise((resolve) => setImmediate(resolve));
}
