import { callsIn } from './mentions.js';
import { Model } from './model.js';

const LIMIT = 20;

/** Of what is heard: the server knows of it soon. */
const MOST_HEARD = 1_000;

const TELLING = new Set(['message', 'edited', 'deleted']);

/**
 * The messages in which this person is called, of all their rooms: asked of the server by pages, and, as long as somebody looks at
 * them, what comes meanwhile. The server finds a message a moment after it came: what this page holds unread is there at once.
 */
export class OwnMentions extends Model {
  #client;
  #me;
  #held;
  #abort = new AbortController();
  #hits = new Map(); // `room/sequence` → hit
  #heard = []; // events since somebody looks: an answer of the server may be as of before them
  #next = null;
  /** Of two answers, the one to what was asked last counts. */
  #asked = 0;

  /** loading, ready or failed */
  state = 'loading';
  refusal = null;
  /** Whether the server knows all messages by now. */
  isComplete = true;

  /** @param held gives the unread events of others that this page has */
  constructor(client, account, held = () => []) {
    super();
    this.#client = client;
    this.#me = account.id;
    this.#held = held;
  }

  /** `{room, title, sequence, at, author, told, text, ranges, files}` each, the newest first. */
  get hits() {
    return [...this.#hits.values()].filter(({ room }) => this.#client.rooms.has(room)).sort(laterFirst);
  }

  get unread() {
    return this.hits.filter((hit) => this.isUnread(hit)).length;
  }

  isUnread({ room, told }) {
    return told > (this.#client.rooms.get(room)?.read ?? told);
  }

  get hasMore() {
    return this.#next !== null;
  }

  /** Somebody looks at them. */
  open() {
    this.close();
    this.#abort = new AbortController();
    const on = (type, handle) =>
      this.#client.addEventListener(type, ({ detail }) => handle(detail), { signal: this.#abort.signal });
    on('event', (event) => this.#happened(event));
    on('reset', ({ log }) => (this.#heard = this.#heard.filter((event) => event.log !== log)));
    on('welcome', () => this.load());
    on('rooms', () => this.changed());
    this.#hits.clear();
    this.#heard = this.#held();
    this.#hear();
    return this.load();
  }

  close() {
    this.#abort.abort();
    this.#asked += 1;
  }

  /** From the newest on. */
  load() {
    return this.#ask(null, (hits) => {
      this.#hits = new Map(hits.map((hit) => [keyOf(hit), hit]));
      this.#hear();
    });
  }

  /** The next page, below what is there. */
  async more() {
    if (this.state === 'loading' || !this.hasMore) return;
    await this.#ask(this.#next, (hits) => {
      for (const hit of hits) if (!this.#hits.has(keyOf(hit))) this.#hits.set(keyOf(hit), hit);
    });
  }

  async #ask(before, take) {
    const asked = ++this.#asked;
    this.#set({ state: 'loading', refusal: null });
    const outcome = await this.#page(before).catch((refusal) => ({ refusal }));
    if (asked !== this.#asked) return;
    if (outcome.refusal) return this.#set({ state: 'failed', refusal: outcome.refusal });
    this.#next = outcome.next ?? null;
    take(outcome.hits);
    this.#set({ state: 'ready', isComplete: outcome.complete });
  }

  /** One may be empty although there are more. */
  async #page(before) {
    const query = new URLSearchParams({ limit: LIMIT, ...(before && { before }) });
    const page = await this.#client.http.ask('GET', `api/mentions?${query}`);
    return page.hits.length === 0 && page.next ? this.#page(page.next) : page;
  }

  #happened(event) {
    if (!this.#client.rooms.has(event.log) || !TELLING.has(event.type)) return;
    this.#heard = [...this.#heard, event].slice(-MOST_HEARD);
    this.#apply(event);
    this.changed();
  }

  #hear() {
    for (const event of this.#heard) this.#apply(event);
  }

  #apply(event) {
    const key = keyOf({ room: event.log, sequence: event.body.message ?? event.sequence });
    const hit = hitAfter(this.#hits.get(key), event, this.#me);
    if (hit) this.#hits.set(key, { title: this.#client.rooms.get(event.log)?.name, ...hit });
    else this.#hits.delete(key);
  }

  #set(shown) {
    Object.assign(this, shown);
    this.changed();
  }
}

function keyOf({ room, sequence }) {
  return `${room}/${sequence}`;
}

function laterFirst(one, other) {
  return other.at - one.at || other.room - one.room || other.sequence - one.sequence;
}

/** What an event makes of a hit; undefined: it is none, or none any more. An edit names only whom it calls newly: the words that called stay what they were. */
function hitAfter(hit, event, me) {
  const { log, sequence, type, at, author, body } = event;
  if (type === 'deleted' || author.id === me) return undefined;
  if (type === 'message' && hit) return hit;
  const { text = '', files = [] } = body;
  const called = calledBy(event, me);
  const ranges = placesOf(new Set([...wordsOf(hit), ...called]), text);
  if (ranges.length === 0) return undefined;
  const told = called.length > 0 ? sequence : hit.told;
  return { room: log, sequence: body.message ?? sequence, at, author, files, ...hit, text, ranges, told };
}

function wordsOf(hit) {
  return hit ? hit.ranges.map(([from, to]) => hit.text.slice(from, to)) : [];
}

function calledBy(event, me) {
  return [...callsIn([event], me)].filter(([, { isMine }]) => isMine).map(([word]) => word);
}

function placesOf(called, text) {
  const places = [];
  for (const word of called)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push([at, at + word.length]);
  return places.sort(([one], [other]) => one - other);
}
