import { CHANGES, Changes } from './changes.js';
import { entriesOf, withoutTexts } from './entries.js';
import { layOut } from './rows.js';

const PAGE = 50;

/** A part of a room's history that a reader jumped to, without what came between it and the newest. It grows both ways. */
export class Excerpt {
  #http;
  #log;
  #me;
  #changes;
  #changed;
  #quoting;
  #events = [];
  #begin = 0;

  older = 'idle';
  newer = 'idle';

  /**
   * @param changed to be told whenever it is another
   * @param quoting puts to entries what they answer
   */
  constructor(http, log, me, changed, quoting) {
    this.#http = http;
    this.#log = log;
    this.#me = me;
    this.#changes = new Changes(me);
    this.#changed = changed;
    this.#quoting = quoting;
  }

  /** Reads what is around a message. Whether it is there, and one may read it, is said by `has`. */
  async around(sequence) {
    const answer = await this.#ask(sequence + PAGE / 2);
    this.#changes.take(answer);
    this.#events = answer.events;
    this.#begin = (answer.events[0]?.sequence ?? 1) - 1;
  }

  has(sequence) {
    return this.entries().some((entry) => entry.sequence === sequence && entry.type === 'message');
  }

  /** A change of one of its messages, live. */
  apply(event) {
    if (!CHANGES.has(event.type)) return;
    this.#changes.apply(event);
    if (event.type === 'deleted') this.#events = withoutTexts(this.#events, event.body.message);
  }

  async loadOlder() {
    if (!this.hasOlder) return;
    await this.#load('older', this.#begin + 1, (events) => {
      const before = events.filter(({ sequence }) => sequence <= this.#begin);
      this.#events = [...before, ...this.#events];
      this.#begin = before.length === 0 ? 0 : before[0].sequence - 1;
    });
  }

  async loadNewer() {
    await this.#load('newer', this.last + PAGE + 1, (events) => {
      const { last } = this;
      this.#events = [...this.#events, ...events.filter(({ sequence }) => sequence > last)];
    });
  }

  get begin() {
    return this.#begin;
  }

  get events() {
    return this.#events;
  }

  get changes() {
    return this.#changes;
  }

  get last() {
    return this.#events.at(-1)?.sequence ?? this.#begin;
  }

  get hasOlder() {
    return this.#begin > 0;
  }

  get isEmpty() {
    return false;
  }

  entries() {
    return entriesOf(this.#events, this.#changes);
  }

  rows() {
    return layOut(this.#quoting(this.entries()), { me: this.#me });
  }

  async #load(side, before, put) {
    if (this[side] === 'loading') return;
    this.#set(side, 'loading');
    try {
      const answer = await this.#ask(before);
      this.#changes.take(answer);
      put(answer.events);
      this.#set(side, 'idle');
    } catch {
      this.#set(side, 'failed'); // the view says so, with a way to try again
    }
  }

  #ask(before) {
    return this.#http.history(this.#log, { before, limit: PAGE });
  }

  #set(side, state) {
    this[side] = state;
    this.#changed();
  }
}
