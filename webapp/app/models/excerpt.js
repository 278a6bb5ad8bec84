import { Holding } from './holding.js';
import { nearTo } from './nearness.js';

const PAGE = 50;

/** A part of a room's history, without what came between it and the newest: the reader jumped there, or read on and on. It grows both ways. */
export class Excerpt {
  #http;
  #log;
  #changed;
  #lay;

  older = 'idle';
  newer = 'idle';

  /**
   * @param held what it has so far
   * @param changed to be told whenever it is another
   * @param lay lays entries out as rows: `(entries, begin)`
   */
  constructor(http, log, held, { changed, lay }) {
    this.#http = http;
    this.#log = log;
    this.held = held;
    this.#changed = () => changed(this);
    this.#lay = lay;
  }

  /** What is around a message. Whether it is there, and one may read it, is said by `has`. */
  static async around(sequence, me, http, log, face) {
    const answer = await http.history(log, { before: sequence + PAGE / 2, limit: PAGE });
    const held = new Holding(me, (answer.events[0]?.sequence ?? 1) - 1, answer.events);
    held.take(answer);
    return new Excerpt(http, log, held, face);
  }

  has(sequence) {
    return this.entries().some((entry) => entry.sequence === sequence && entry.type === 'message');
  }

  async loadOlder() {
    if (this.hasOlder) await this.#load('older', this.held.begin + 1, (answer) => this.held.putBefore(answer));
  }

  async loadNewer() {
    await this.#load('newer', this.held.last + PAGE + 1, (answer) => this.held.putAfter(answer));
  }

  /** Gives back what is far from where the reader is. */
  narrow(at) {
    // What is on its way would be put beside a hole.
    if (this.older === 'loading' || this.newer === 'loading') return;
    const near = nearTo(this.entries(), at);
    if (!near) return;
    this.held.keep(near);
    this.#changed();
  }

  get hasOlder() {
    return this.held.begin > 0;
  }

  get isEmpty() {
    return false;
  }

  entries() {
    return this.held.entries();
  }

  rows() {
    return this.#lay(this.entries(), this.held.begin);
  }

  async #load(side, before, put) {
    if (this[side] === 'loading') return;
    this.#set(side, 'loading');
    try {
      put(await this.#http.history(this.#log, { before, limit: PAGE }));
      this.#set(side, 'idle');
    } catch {
      this.#set(side, 'failed'); // the view says so, with a way to try again
    }
  }

  #set(side, state) {
    this[side] = state;
    this.#changed();
  }
}
