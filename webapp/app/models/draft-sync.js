import { draftOf, placeOf } from './draft-place.js';
import { OwnLog } from './own-log.js';

const PAUSE_MILLIS = 2_000;

/**
 * Brings what is written here to this person's other devices, and what is written there here. The local text is never
 * lost to another one: it is replaced only where nobody has touched it since the two were the same.
 */
export class DraftSync {
  #client;
  #drafts;
  #platform;
  #shelf;
  #shelfKey;
  #log;
  #abort = new AbortController();
  #agreed; // key → the text that this device and the server had alike last, an object
  #due = new Map(); // key → the timer after which it is sent
  #sending = new Set();
  #told = new Map(); // key → the newest event of the account's log about it that this device has or has made
  #doubtful = new Map(); // key → the texts that were sent, and of which no answer says whether they were taken
  #isAsking = false;
  #mustAskAgain = false;

  /** @param drafts the model of what is written here */
  constructor(client, account, drafts, shelf, platform) {
    this.#client = client;
    this.#drafts = drafts;
    this.#platform = platform;
    this.#shelf = shelf;
    this.#shelfKey = `drafts.agreed.${account.id}`;
    this.#agreed = shelf.read(this.#shelfKey, {});
    this.#log = new OwnLog(client, (event) => this.#happened(event), () => this.#ask());
    client.addEventListener('welcome', () => this.#isBehind && this.#ask(), { signal: this.#abort.signal });
    drafts.onWritten = (key) => this.#written(key);
  }

  /** The place is left, or the page: what waits for a pause in the writing goes now. */
  flush() {
    for (const key of this.#due.keys()) this.#send(key);
  }

  close() {
    this.#log.close();
    this.#abort.abort();
    for (const timer of this.#due.values()) this.#platform.clearTimeout(timer);
    this.#drafts.onWritten = () => {};
  }

  /** What was sent is gone at once; what is written, after a pause. */
  #written(key) {
    this.#platform.clearTimeout(this.#due.get(key));
    this.#due.set(key, this.#platform.setTimeout(() => this.#send(key), PAUSE_MILLIS));
    if (this.#drafts.of(key) === '') this.#send(key);
  }

  /** One request of a place at a time: the last one to arrive is the one that stays. */
  async #send(key) {
    this.#platform.clearTimeout(this.#due.get(key));
    this.#due.delete(key);
    if (this.#sending.has(key) || !this.#isOther(key)) return;
    this.#sending.add(key);
    const text = this.#drafts.of(key);
    const isSent = await this.#put(key, text);
    this.#sending.delete(key);
    if (this.#doubtful.has(key) && this.#client.status.word === 'live') this.#ask(); // no welcome would
    if (isSent && this.#drafts.of(key) !== text && !this.#due.has(key)) this.#send(key);
  }

  /** Of what was not taken another try is made with the next welcome, or when something is written. */
  async #put(key, text) {
    const { log, root } = placeOf(key);
    try {
      const { sequence = 0 } = await this.#client.http.ask('PUT', `api/rooms/${log}/draft`, { text, ...(root && { thread: root }) });
      this.#agree(key, text);
      this.#doubtful.delete(key);
      if ((this.#told.get(key) ?? 0) > sequence) this.#ask();
      else this.#told.set(key, sequence);
      return true;
    } catch ({ status }) {
      if (!status) this.#doubt(key, text);
      return false;
    }
  }

  #doubt(key, text) {
    this.#doubtful.set(key, (this.#doubtful.get(key) ?? new Set()).add(text));
  }

  #happened({ sequence, type, body }) {
    if (type !== 'draft') return;
    const key = keyOf(body);
    if (sequence <= (this.#told.get(key) ?? 0)) return;
    this.#told.set(key, sequence);
    // While one's own is on its way, its answer says whether this was it.
    if (this.#sending.has(key)) return;
    if (body.gone) this.#meet(key, '');
    else this.#ask();
  }

  async #ask() {
    this.#mustAskAgain = this.#isAsking;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      this.#meetAll(await this.#client.http.ask('GET', 'api/drafts'));
    } catch {
      // The next event or welcome asks again; what is here stays.
    }
    this.#isAsking = false;
    if (this.#mustAskAgain) this.#ask();
  }

  #meetAll({ head, drafts }) {
    this.#log.answered(head);
    const theirs = new Map(drafts.map((draft) => [keyOf(draft), draft.text]));
    const keys = new Set([...theirs.keys(), ...Object.keys(this.#agreed), ...this.#drafts.keys]);
    for (const key of keys) if (!this.#sending.has(key) && !this.#isStale(key, head)) this.#meet(key, theirs.get(key) ?? '');
    for (const key of this.#doubtful.keys()) if (!this.#sending.has(key)) this.#doubtful.delete(key);
  }

  /** It was read before the last change that is known of here, and is asked for once more. */
  #isStale(key, head) {
    const isStale = (this.#told.get(key) ?? 0) > head;
    this.#mustAskAgain ||= isStale;
    if (isStale) this.#told.delete(key); // where the log began anew no answer would ever come so far
    return isStale;
  }

  /** The server has that text. Where both were changed, what is written here stays until its writer goes on: the newest wins. */
  #meet(key, theirs) {
    if (this.#doubtful.get(key)?.has(theirs)) this.#agree(key, theirs); // it is what was sent from here
    const isTheirsNew = theirs !== this.#agreedOn(key);
    const isOther = this.#isOther(key);
    if (theirs === this.#drafts.of(key)) return this.#agree(key, theirs);
    if (!isTheirsNew && isOther && !this.#due.has(key)) return this.#send(key);
    if (!isTheirsNew || isOther) return;
    this.#agree(key, theirs);
    this.#drafts.replace(key, theirs);
  }

  /** Whether something was written here while there was no connection. */
  get #isBehind() {
    if (this.#doubtful.size > 0) return true;
    return [...this.#drafts.keys, ...Object.keys(this.#agreed)].some((key) => this.#isOther(key) && !this.#due.has(key));
  }

  /** Whether what is written here is not what was agreed on. */
  #isOther(key) {
    return this.#drafts.of(key) !== this.#agreedOn(key);
  }

  #agreedOn(key) {
    return this.#agreed[key] ?? '';
  }

  #agree(key, text) {
    if (text === this.#agreedOn(key)) return;
    if (text === '') delete this.#agreed[key];
    else this.#agreed[key] = text;
    this.#shelf.write(this.#shelfKey, this.#agreed);
  }
}

/** Of what the server tells of. */
function keyOf({ room, thread }) {
  return draftOf({ log: room, root: thread });
}
