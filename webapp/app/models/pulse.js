import { Model } from './model.js';

/** How far back the pulse reaches. */
export const SPAN_MILLIS = 5 * 60_000;

/** The round trips of the last five minutes. */
export class Pulse extends Model {
  #now;
  #samples = []; // {at, millis}, oldest first
  #abort = new AbortController();

  constructor(client, now = Date.now) {
    super();
    this.#now = now;
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
    const begin = this.#now() - SPAN_MILLIS;
    return this.#samples.filter(({ at }) => at > begin);
  }
}
