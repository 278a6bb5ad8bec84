import { Model } from './model.js';
import { OwnLog } from './own-log.js';

const PAUSE_MILLIS = 1_500;

/** The threads that this person follows, and what waits for them there: asked of the server when something may be otherwise. */
export class FollowedThreads extends Model {
  #client;
  #me;
  #platform;
  #log;
  #abort = new AbortController();
  #timer = null;
  #isAsking = false;
  #mustAskAgain = false;
  #read = new Map(); // `log/root` → how far this device has said that it was read

  /** `{room, thread, replies, at, author, text}` each, the newest first */
  list = [];
  /** The thread that is to be shown as soon as its room is: `{log, root}`, or null. */
  wanted = null;

  constructor(client, account, platform = globalThis) {
    super();
    this.#client = client;
    this.#me = account.id;
    this.#platform = platform;
    this.#log = new OwnLog(client, ({ type }) => type === 'thread' && this.#askSoon(), () => this.#ask());
    const { signal } = this.#abort;
    client.addEventListener('reset', () => this.#askSoon(), { signal });
    client.addEventListener('event', ({ detail }) => this.#happened(detail), { signal });
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

  /** Rejects with a `Refusal`. */
  follow({ log, root }, following) {
    return this.#client.http.ask('PATCH', pathOf(log, root), { following });
  }

  /** The reader has seen all up to there. */
  async read({ log, root }, read) {
    const key = `${log}/${root}`;
    if (read <= (this.#read.get(key) ?? 0)) return;
    this.#read.set(key, read);
    try {
      await this.#client.http.ask('PATCH', pathOf(log, root), { read });
    } catch {
      this.#read.delete(key); // it is said again with the next reply
    }
  }

  close() {
    this.#abort.abort();
    this.#log.close();
    this.#platform.clearTimeout(this.#timer);
    this.#isAsking = true;
  }

  /** Of one's own replies none waits, but one's other devices need not ask either. */
  #happened({ type, author, body }) {
    const mayWait = type === 'message' && body.thread && author.id !== this.#me;
    if (mayWait || (type === 'deleted' && this.list.length > 0)) this.#askSoon();
  }

  /** Many may come at once. */
  #askSoon() {
    this.#timer ??= this.#platform.setTimeout(() => this.#ask(), PAUSE_MILLIS);
  }

  async #ask() {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = null;
    this.#mustAskAgain = this.#isAsking;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      this.list = (await this.#client.http.ask('GET', 'api/threads')).threads;
      this.changed();
    } catch {
      // The next reply asks again.
    }
    this.#isAsking = this.#abort.signal.aborted;
    if (this.#mustAskAgain) this.#askSoon();
  }
}

function pathOf(log, root) {
  return `api/rooms/${log}/threads/${root}`;
}
