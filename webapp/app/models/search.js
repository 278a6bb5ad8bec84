import { Model } from './model.js';

/** How long to wait for the next letter before the server is asked. */
const TYPING_MILLIS = 250;

const LIMIT = 20;

/** A filter at the end that nothing stands after yet, or a quote alone: the server would refuse it. */
const UNFINISHED = /(?<=^|\s)(?:from|in|before|after|has)[:：]["“”„「」]?\s*$/iu;

/** What one person looks for among the messages, and what was found so far. */
export class Search extends Model {
  #http;
  #platform;
  #timer = null;
  /** Of two answers, the one to what was typed last counts. */
  #asked = 0;
  #next = null;

  typed = '';
  /** idle, searching, found or refused. */
  state = 'idle';
  hits = [];
  refusal = null;
  /** Whether the server knows all messages by now. */
  isComplete = true;
  /** Which of the hits is chosen. */
  at = 0;

  constructor(http, platform = globalThis) {
    super();
    this.#http = http;
    this.#platform = platform;
  }

  type(text) {
    this.typed = text;
    this.#platform.clearTimeout(this.#timer);
    this.#timer = this.#platform.setTimeout(() => this.look(), TYPING_MILLIS);
    this.changed();
  }

  /** Asks now. A filter that is not finished is no part of it. */
  look() {
    this.#platform.clearTimeout(this.#timer);
    this.#asked += 1;
    if (this.#wanted.trim() === '') return this.#set({ state: 'idle', hits: [], next: null, refusal: null, at: 0 });
    return this.#ask({}, (answer) => ({ hits: answer.hits, at: 0 }));
  }

  /** The next page, below what is there. */
  more() {
    if (this.hasMore) return this.#ask({ before: this.#next }, ({ hits }) => ({ hits: [...this.hits, ...hits] }));
  }

  get hasMore() {
    return this.#next !== null && this.state !== 'searching';
  }

  /** The chosen hit, or undefined. */
  get chosen() {
    return this.hits[this.at];
  }

  step(by) {
    if (this.hits.length > 0) this.#set({ at: (this.at + by + this.hits.length) % this.hits.length });
  }

  /** A part is put in, or taken out again. One that ends in a colon is written on: it stands at the end. */
  toggle(part) {
    this.typed = this.#toggled(part).replace(/ {2,}/gu, ' ').trimStart();
    return this.look();
  }

  /** Whoever wrote nothing after the last one meant another. */
  #toggled(part) {
    if (part.endsWith(':')) return this.typed.endsWith(part) ? this.#wanted : `${this.#wanted} ${part}`;
    return this.typed.includes(part) ? this.typed.replace(part, ' ') : `${part} ${this.#wanted}`;
  }

  get #wanted() {
    return this.typed.replace(UNFINISHED, '');
  }

  async #ask(more, take) {
    const asked = this.#asked;
    this.#set({ state: 'searching', refusal: null });
    const query = new URLSearchParams({ q: this.#wanted, limit: LIMIT, zone: zone(), ...more });
    try {
      const answer = await this.#http.ask('GET', `api/search?${query}`);
      const { next = null, complete: isComplete } = answer;
      if (asked === this.#asked) this.#set({ state: 'found', isComplete, next, ...take(answer) });
    } catch (refusal) {
      if (asked === this.#asked) this.#set({ state: 'refused', hits: [], next: null, refusal });
    }
  }

  #set({ next = this.#next, ...shown }) {
    this.#next = next;
    Object.assign(this, shown);
    this.changed();
  }
}

/** The filter that looks in one room alone. */
export function inRoom(name) {
  return /^[\p{L}\p{N}-]+$/u.test(name) ? `in:${name}` : `in:"${name.replaceAll('"', ' ')}"`;
}

/** A text as runs of `{text, isFound}`. */
export function pieces(text, ranges) {
  const found = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) found.push({ text: text.slice(from, start), isFound: false });
    found.push({ text: text.slice(start, end), isFound: true });
    from = end;
  }
  if (from < text.length) found.push({ text: text.slice(from), isFound: false });
  return found;
}

function zone() {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
}
