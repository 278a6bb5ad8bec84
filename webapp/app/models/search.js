import { Model } from './model.js';
import { hasPart, toggled, withoutUnfinished, written } from './filters.js';
import { TypedQuestion } from './typed-question.js';

const LIMIT = 20;

/** What one person looks for among the messages, and what was found so far. */
export class Search extends Model {
  #http;
  #question;
  #isLast = null; // of what was asked: whether its answer counts
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
    this.#question = new TypedQuestion(platform);
  }

  type(text) {
    this.typed = text;
    this.#question.soon(() => this.look());
    this.changed();
  }

  /** All that is typed is this now, and asked for at once. */
  write(text) {
    this.typed = text;
    return this.look();
  }

  /** Asks now. A filter that is not finished is no part of it. */
  look() {
    this.#isLast = this.#question.anew();
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

  /** A part is put in, or taken out again. */
  toggle(part) {
    return this.write(toggled(this.typed, part));
  }

  has(part) {
    return hasPart(this.typed, part);
  }

  get #wanted() {
    return withoutUnfinished(this.typed);
  }

  async #ask(more, take) {
    const isLast = this.#isLast;
    this.#set({ state: 'searching', refusal: null });
    const query = new URLSearchParams({ q: this.#wanted, limit: LIMIT, zone: zone(), ...more });
    try {
      const answer = await this.#http.ask('GET', `api/search?${query}`);
      const { next = null, complete: isComplete } = answer;
      if (isLast()) this.#set({ state: 'found', isComplete, next, ...take(answer) });
    } catch (refusal) {
      if (isLast()) this.#set({ state: 'refused', hits: [], next: null, refusal });
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
  return `in:${written(name)}`;
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
