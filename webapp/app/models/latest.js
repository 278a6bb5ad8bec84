/** Whoever aims at a line moves. A pointer that lies there all day holds nothing back. */
const STILL_MILLIS = 2_000;

const SAID = new Set(['message', 'created']);

/**
 * When something was said last in each conversation. A log comes with its newest events, and they tell; what they told
 * is kept for the next start, so that the list is not put in another order a moment after it was shown.
 */
export class Latest {
  #client;
  #platform;
  #changed;
  #keep;
  #known; // log → when, an object
  #held = null; // what was known when somebody began to aim; null: nobody does
  #timer = null;
  #abort = new AbortController();

  /** @param changed is called when the order may be another without any event */
  constructor(client, account, shelf, platform, changed) {
    const key = `latest.${account.id}`;
    this.#client = client;
    this.#platform = platform;
    this.#changed = changed;
    this.#keep = () => shelf.write(key, this.#known);
    this.#known = shelf.read(key, {});
    client.addEventListener('event', ({ detail }) => this.#happened(detail), { signal: this.#abort.signal });
  }

  /** Milliseconds since 1970; 0: not known. */
  of({ log }) {
    return (this.#held ?? this.#known)[log] ?? 0;
  }

  /** Nothing is to move under a pointer: to be called whenever it does. */
  hold() {
    this.#held ??= { ...this.#known };
    this.#platform.clearTimeout(this.#timer);
    this.#timer = this.#platform.setTimeout(() => this.release(), STILL_MILLIS);
  }

  release() {
    this.#platform.clearTimeout(this.#timer);
    if (this.#held === null) return;
    this.#held = null;
    this.#changed();
  }

  close() {
    this.#abort.abort();
    this.#platform.clearTimeout(this.#timer);
  }

  /** Where nothing is known any event tells something: of a talk to which there were only reactions lately. */
  #happened({ log, type, at }) {
    const known = this.#known[log] ?? 0;
    const tells = known === 0 || SAID.has(type);
    if (!tells || at <= known || this.#client.rooms.get(log)?.kind !== 'direct') return;
    this.#known[log] = at;
    if (this.#client.status.behind === 0) this.#keep(); // the last of many keeps them all
  }
}
