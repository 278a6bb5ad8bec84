/** @import { Platform } from './platform.js' */
/** @import { Entry, OutboxStorage } from './storage-memory.js' */
import { Keeping } from './keeping.js';
import { Patience } from './patience.js';
import { RecentIds } from './recent-ids.js';

/** How many removed ids are remembered: more than an outbox has by default. */
const REMEMBERED = 2000;

/**
 * @typedef {object} EntriesListener
 * @property {() => void} onChange
 * @property {() => void} onReady  there may be something more to send
 * @property {(id: string, error: unknown) => void} onSaved  null, or why it is not stored
 * @property {(error: unknown) => void} onStorageFailed
 */

/** The entries of one account, oldest first, in memory and in the storage, which other tabs share. */
export class OutboxEntries {
  /** @type {readonly Entry[]} frozen entries; the array is replaced at each change */
  all = [];
  #platform;
  #storage;
  #patience;
  #keeping;
  #listener;
  /** @type {number|null} */
  #account = null;
  /** What was stored before has been read: nothing newer may be sent earlier. */
  #loaded = false;
  /** @type {Promise<Entry[]>|null} the newest look into the storage; what an earlier one finds is out of date */
  #reading = null;
  /** @type {Set<string>} ids of entries that are in the storage, or that it would not take */
  #stored = new Set();
  /** @type {Set<string>} ids of entries that came from the storage: another tab may have them too, and end them */
  #shared = new Set();
  /** Ids that were removed here: what was read before must not bring them back. */
  #removed = new RecentIds(REMEMBERED);
  /** @type {Set<Promise<unknown>>} */
  #pending = new Set();

  /**
   * @param {Platform} platform
   * @param {OutboxStorage} storage
   * @param {number} timeout
   * @param {EntriesListener} listener
   */
  constructor(platform, storage, timeout, listener) {
    this.#platform = platform;
    this.#storage = storage;
    this.#patience = new Patience(platform, timeout);
    this.#listener = listener;
    this.#keeping = new Keeping(listener.onChange);
  }

  /**
   * Turns to the entries of an account, and takes over what other tabs have left in its storage. What was posted before
   * any account was known becomes this one's.
   * @param {number} account
   */
  async open(account) {
    if (account !== this.#account) this.#turnTo(account);
    this.#loaded = false;
    await this.#read(account);
  }

  /** Takes over what other tabs have left, while all else goes on. */
  async look() {
    if (this.#account !== null && this.#loaded) await this.#read(this.#account);
  }

  /** @param {number|null} account */
  isReadyFor(account) {
    return account !== null && account === this.#account && this.#loaded;
  }

  /** @param {string|undefined} id */
  find(id) {
    return this.all.find((entry) => entry.id === id);
  }

  /** Whether all of them outlive the page, as far as the storage does, and the next one would. */
  get areKept() {
    return this.#keeping.isWhole;
  }

  /** @param {string} id */
  isStored(id) {
    return this.#stored.has(id);
  }

  /** Later than every entry there is, even if the clock was set back: the order of entries is the order of posting. */
  nextTime() {
    return Math.max(this.#platform.now(), (this.all.at(-1)?.at ?? 0) + 1);
  }

  /** @param {Entry} entry */
  add(entry) {
    this.#replace([...this.all, Object.freeze(entry)]);
    this.#save(entry);
  }

  /**
   * @param {Entry} entry
   * @param {Partial<Entry>} change
   */
  change(entry, change) {
    const changed = Object.freeze({ ...entry, ...change });
    this.#replace(this.all.map((each) => (each.id === entry.id ? changed : each)));
    return changed;
  }

  /**
   * The same, kept over a reload.
   * @param {Entry} entry
   * @param {Partial<Entry>} change
   */
  changeForGood(entry, change) {
    this.#save(this.change(entry, change));
  }

  /** @param {string} id */
  remove(id) {
    this.#replace(this.all.filter((entry) => entry.id !== id));
    this.#stored.delete(id);
    this.#shared.delete(id);
    this.#removed.add(id);
    this.#keeping.forget(id);
    const account = this.#account;
    if (account !== null) this.#track(this.#attempt(this.#storage.remove(account, id)));
  }

  /** Resolves when all that was to be stored is. */
  async settled() {
    await Promise.allSettled(this.#pending);
  }

  /** @param {readonly Entry[]} entries */
  #replace(entries) {
    this.all = Object.freeze([...entries]);
    this.#listener.onChange();
  }

  /** @param {number} account */
  #turnTo(account) {
    const unclaimed = this.#account === null ? this.all : [];
    this.#account = account;
    this.#shared.clear();
    this.#keeping.clear();
    this.#replace(unclaimed);
    for (const entry of unclaimed) this.#save(entry);
  }

  /** @param {number} account */
  async #read(account) {
    const reading = (this.#reading = this.#storage.load(account));
    const isNewest = () => reading === this.#reading;
    // Also when the answer comes after the time limit: late is better than not before the next page.
    reading.then(
      (stored) => isNewest() && this.#merge(stored),
      () => {}, // told by #attempt
    );
    await this.#attempt(reading);
    if (!isNewest()) return;
    this.#loaded = true;
    this.#listener.onReady();
  }

  /** @param {Entry[]} stored */
  #merge(stored) {
    const unknown = stored.filter(({ id }) => !this.find(id) && !this.#removed.has(id));
    const mine = this.#withoutEnded(new Set(stored.map(({ id }) => id)));
    for (const { id } of unknown) {
      this.#stored.add(id);
      this.#shared.add(id);
    }
    this.#replace([...unknown.map(rested), ...mine].sort((a, b) => a.at - b.at));
    this.#listener.onReady();
  }

  /**
   * Shared ones that are no longer in the storage were acknowledged or discarded in another tab. One's own stay even
   * then: somebody may have emptied the storage.
   * @param {Set<string>} there
   */
  #withoutEnded(there) {
    return this.all.filter(({ id, state }) => there.has(id) || state === 'sending' || !this.#shared.has(id));
  }

  /** @param {Entry} entry */
  #save(entry) {
    const account = this.#account;
    if (account === null) return;
    this.#shared.delete(entry.id);
    const putting = this.#attempt(this.#storage.put(account, rested(entry)));
    this.#track(putting.then((error) => this.#saved(entry.id, error)));
  }

  /**
   * A storage that fails must not keep people from writing: the entry is sent all the same.
   * @param {string} id
   * @param {unknown} error
   */
  #saved(id, error) {
    this.#listener.onSaved(id, error);
    if (!this.find(id)) return;
    this.#stored.add(id);
    this.#keeping.put(id, error === null);
    this.#listener.onReady();
  }

  /** @param {Promise<unknown>} work */
  #track(work) {
    this.#pending.add(work);
    work.finally(() => this.#pending.delete(work));
  }

  /**
   * @param {Promise<unknown>} work
   * @returns {Promise<unknown>} null, or why it failed
   */
  async #attempt(work) {
    const error = await this.#patience.await(work);
    if (this.#keeping.asked(error === null)) this.#saveMissing();
    if (error !== null) this.#listener.onStorageFailed(error);
    return error;
  }

  #saveMissing() {
    for (const entry of this.all) if (this.#keeping.isMissing(entry.id)) this.#save(entry);
  }
}

/**
 * As it is stored and read: nothing is being sent.
 * @param {Entry} entry
 * @returns {Entry}
 */
function rested(entry) {
  return Object.freeze({ ...entry, state: entry.state === 'sending' ? 'waiting' : entry.state });
}
