/** So many lines are kept. */
const MOST = 50;

/** What happened on one line, newest first. What happens again and again has one entry that counts. */
export class Journal {
  #now;
  #next = 1;

  /** {id, at, what, values, times}; `what` is a key of the words. */
  entries = [];

  constructor(now = Date.now) {
    this.#now = now;
  }

  note(what, values = {}) {
    const [newest, ...older] = this.entries;
    const isAgain = newest?.what === what && JSON.stringify(newest.values) === JSON.stringify(values);
    const entry = { id: isAgain ? newest.id : this.#next++, at: this.#now(), what, values };
    this.entries = isAgain
      ? [{ ...entry, times: newest.times + 1 }, ...older]
      : [{ ...entry, times: 1 }, ...this.entries].slice(0, MOST);
  }
}
