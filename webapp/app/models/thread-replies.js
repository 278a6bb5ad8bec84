/** More come at once only while the server does not answer. */
const MOST = 200;

/**
 * Replies of which this page does not know whether this person follows their thread. It is not asked for each: all
 * members of a room would ask at once. What the server tells anyway of the threads that wait says it a little later.
 */
export class ThreadReplies {
  #threads;
  #take;
  #abort = new AbortController();
  #waiting = []; // events

  /** @param take is given each that is in a thread that this person follows */
  constructor(threads, take) {
    this.#threads = threads;
    this.#take = take;
    threads.addEventListener('change', () => this.#answered(), { signal: this.#abort.signal });
  }

  wait(event) {
    this.#waiting = [...this.#waiting, event].slice(-MOST);
    this.#look();
  }

  /** Nobody wants to be told of those of that room any more. */
  forget(log) {
    this.#waiting = this.#waiting.filter((event) => event.log !== log);
  }

  close() {
    this.#abort.abort();
  }

  #answered() {
    this.#look();
    if (this.#threads.isUpToDate) this.#waiting = [];
  }

  #look() {
    const threads = new Set(this.#threads.list.map(({ room, thread }) => `${room}/${thread}`));
    const isFollowed = ({ log, body }) => threads.has(`${log}/${body.thread}`);
    const followed = this.#waiting.filter(isFollowed);
    this.#waiting = this.#waiting.filter((event) => !isFollowed(event));
    followed.forEach((event) => this.#take(event));
  }
}
