import { Model } from './model.js';

/** How far back the pulse reaches, unless it is told otherwise. */
export const SPAN_MILLIS = 5 * 60_000;

/** The latest round trips. */
export class Pulse extends Model {
  #now;
  #span;
  #samples = []; // {at, millis}, oldest first
  #abort = new AbortController();

  constructor(client, now = Date.now, span = SPAN_MILLIS) {
    super();
    this.#now = now;
    this.#span = span;
    client.addEventListener('roundtrip', ({ detail }) => this.#add(detail), { signal: this.#abort.signal });
  }

  /** Milliseconds; null: none was measured lately. */
  get last() {
    return this.#recent().at(-1)?.millis ?? null;
  }

  get fastest() {
    return Math.min(...this.#recent().map(({ millis }) => millis));
  }

  get slowest() {
    return Math.max(...this.#recent().map(({ millis }) => millis));
  }

  /** Oldest first: how long ago, and how long it took. */
  points() {
    const now = this.#now();
    return this.#recent().map(({ at, millis }) => ({ age: now - at, millis }));
  }

  close() {
    this.#abort.abort();
  }

  #add(millis) {
    this.#samples = [...this.#recent(), { at: this.#now(), millis }];
    this.changed();
  }

  #recent() {
    const begin = this.#now() - this.#span;
    return this.#samples.filter(({ at }) => at > begin);
  }
}
