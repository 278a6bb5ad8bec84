const PAUSE_MILLIS = 2_000;

/** What waits in the rooms of which this page does not hold enough to count it itself: asked of the server, for all of them at once. */
export class Counts {
  #http;
  #platform;
  #changed;
  #told = new Map(); // log → {read, head, messages}
  #timer = null;
  #isAsking = false;

  /** @param changed is called when there is an answer */
  constructor(http, platform, changed) {
    this.#http = http;
    this.#platform = platform;
    this.#changed = changed;
  }

  /** What the server counted after the mark `read`, up to `head`; undefined: it has to be asked. */
  after(log, read) {
    const told = this.#told.get(log);
    return told?.read === read ? told : undefined;
  }

  /** A message was taken away. Of one that was counted nobody here may know whose it was. */
  deleted({ log, sequence, body }) {
    const { head = 0 } = this.#told.get(log) ?? {};
    if (sequence > head && body.message <= head) this.#told.delete(log);
  }

  /** Not again at once: what is told may be out of date when it comes. */
  async ask() {
    if (this.#isAsking || this.#timer !== null) return;
    this.#isAsking = true;
    try {
      const { rooms } = await this.#http.ask('GET', 'api/unread');
      this.#told = new Map(rooms.map((count) => [count.room, count]));
    } catch {
      // The line is down, or the server has much to do: what was told stays, and it is asked again.
    }
    this.#isAsking = false;
    this.#timer = this.#platform.setTimeout(() => this.#mayAskAgain(), PAUSE_MILLIS);
    this.#changed();
  }

  close() {
    this.#platform.clearTimeout(this.#timer);
    this.#isAsking = true;
  }

  #mayAskAgain() {
    this.#timer = null;
    this.#changed();
  }
}
