import { refusalCodes } from '../../holdfast/codes.js';
import { Model } from './model.js';
import { OwnLog } from './own-log.js';

const PAUSE_MILLIS = 1_500;

/** All members of a room hear of a reply at once, and are not to ask at once: those last who mostly ask in vain. */
const SOON_SPREAD_MILLIS = 1_000;
const SPREAD_MILLIS = 10_000;

/** The threads that this person follows, and what waits for them there: asked of the server when something may be otherwise. */
export class FollowedThreads extends Model {
  #client;
  #me;
  #platform;
  #log;
  #abort = new AbortController();
  #random;
  #timer = null;
  #spread = 0; // of the timer
  #isAsking = false;
  #mustAskAgain = false;
  #read = new Map(); // `log/root` → how far this device has said that it was read
  #mine = new Set(); // `log/root`, where this person was seen to write: what they began, and what they answered
  #news = new Map(); // `log/root` → how often the account's log told of it
  #told = []; // as the server has told, maybe of rooms that were left since

  /** The thread that is to be shown as soon as its room is: `{log, root}`, or null. */
  wanted = null;

  /** Whether the list has all that came until now. */
  isUpToDate = false;

  constructor(client, account, platform = globalThis, random = Math.random) {
    super();
    this.#client = client;
    this.#me = account.id;
    this.#platform = platform;
    this.#random = random;
    this.#log = new OwnLog(client, (event) => this.#heard(event), () => this.#ask());
    const { signal } = this.#abort;
    client.addEventListener('reset', () => this.#askSoon(), { signal });
    client.addEventListener('event', ({ detail }) => this.#happened(detail), { signal });
    client.addEventListener('rooms', () => this.changed(), { signal });
  }

  /** `{room, thread, replies, at, author, text, files?}` each, the newest first */
  get list() {
    return this.#told.filter(({ room }) => this.#client.rooms.has(room));
  }

  /** How many replies wait, in all of them. */
  get waiting() {
    return this.list.reduce((sum, { replies }) => sum + replies, 0);
  }

  want(thread) {
    this.wanted = thread;
    this.changed();
  }

  /** The wanted thread, if it is of that room: it is shown now. */
  takeWanted(log) {
    if (this.wanted?.log !== log) return null;
    const { root } = this.wanted;
    this.wanted = null;
    return root;
  }

  /** `{following, read}`; rejects with a `Refusal`. */
  of({ log, root }) {
    return this.#client.http.ask('GET', pathOf(log, root));
  }

  /** Another value whenever the account's log told of that thread. */
  newsOf({ log, root }) {
    return this.#news.get(keyOf(log, root)) ?? 0;
  }

  /** Rejects with a `Refusal`. */
  follow({ log, root }, following) {
    return this.#client.http.ask('PATCH', pathOf(log, root), { following });
  }

  /** The reader has seen all up to there. */
  async read({ log, root }, read) {
    const key = keyOf(log, root);
    if (read <= (this.#read.get(key) ?? 0)) return;
    this.#read.set(key, read);
    try {
      await this.#client.http.ask('PATCH', pathOf(log, root), { read });
    } catch ({ code }) {
      if (refusalCodes[code]?.retryable !== false) this.#read.delete(key); // it is said again when it is looked at
    }
  }

  close() {
    this.#abort.abort();
    this.#log.close();
    this.#platform.clearTimeout(this.#timer);
    this.#isAsking = true;
  }

  #heard({ type, body }) {
    if (type !== 'thread') return;
    const key = keyOf(body.room, body.thread);
    this.#news.set(key, (this.#news.get(key) ?? 0) + 1);
    this.#askSoon();
    this.changed();
  }

  /** Of one's own replies none waits, and one's other devices need not ask either. */
  #happened({ log, sequence, type, author, body }) {
    if (type === 'deleted' && this.#told.length > 0) this.#askSoon(SPREAD_MILLIS);
    if (type !== 'message') return;
    if (author.id === this.#me) this.#mine.add(keyOf(log, body.thread ?? sequence));
    else if (body.thread) this.#askSoon(this.#isFollowed(log, body.thread) ? SOON_SPREAD_MILLIS : SPREAD_MILLIS);
  }

  /** As far as this page knows: no answer of the server has the threads in which nothing waits. */
  #isFollowed(log, root) {
    return this.#mine.has(keyOf(log, root)) || this.#told.some(({ room, thread }) => room === log && thread === root);
  }

  /** Many may come at once. */
  #askSoon(spread = SOON_SPREAD_MILLIS) {
    this.isUpToDate = false;
    if (this.#timer !== null && spread >= this.#spread) return;
    this.#platform.clearTimeout(this.#timer);
    this.#spread = spread;
    this.#timer = this.#platform.setTimeout(() => this.#ask(), PAUSE_MILLIS + this.#random() * spread);
  }

  async #ask() {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = null;
    this.#mustAskAgain = this.#isAsking;
    if (this.#isAsking) return;
    this.#isAsking = true;
    const isTold = await this.#fetch();
    this.#isAsking = this.#abort.signal.aborted;
    this.isUpToDate = isTold && this.#timer === null && !this.#mustAskAgain;
    if (this.#mustAskAgain) this.#askSoon();
    if (isTold) this.changed();
  }

  /** @returns whether the server has told; if not, the next reply asks again */
  async #fetch() {
    try {
      this.#told = (await this.#client.http.ask('GET', 'api/threads')).threads;
      return true;
    } catch {
      return false;
    }
  }
}

function keyOf(log, root) {
  return `${log}/${root}`;
}

function pathOf(log, root) {
  return `api/rooms/${log}/threads/${root}`;
}
