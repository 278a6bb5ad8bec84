/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Entry, OutboxStorage } from './storage-memory.js' */
/** @import { Ack, Frame, Refused } from './wire.js' */
import { Backoff } from './backoff.js';
import { messageId } from './ids.js';
import { assumedLimits } from './options.js';
import { OutboxEntries } from './outbox-entries.js';
import { Receipts } from './receipts.js';
import { Refusal } from './refusal.js';
import { Timer } from './timer.js';

/**
 * @typedef {object} OutboxListener
 * @property {(frame: Frame) => boolean} send
 * @property {() => void} onChange
 * @property {(refused: Refused) => void} onRefused  for good, until somebody retries
 * @property {(error: unknown) => void} onStorageFailed
 */

/** Keeps each posted message until the server has acknowledged it, and sends it again, with the same id, until then. */
export class Outbox {
  #platform;
  #timing;
  #listener;
  #entries;
  #receipts = new Receipts();
  #backoff;
  /** Runs while the server has asked for patience. */
  #patience;
  /** Whose connection there is: another account's entries never go out on it. */
  #onlineAs = /** @type {number|null} */ (null);
  #textLength = assumedLimits.textLength;

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {OutboxStorage} storage
   * @param {OutboxListener} listener
   */
  constructor(platform, timing, storage, listener) {
    this.#platform = platform;
    this.#timing = timing;
    this.#listener = listener;
    const { onChange, onStorageFailed } = listener;
    const onReady = () => this.#pump();
    const onSaved = (/** @type {string} */ id, /** @type {unknown} */ error) => this.#receipts.stored(id, error);
    const events = { onChange, onReady, onSaved, onStorageFailed };
    this.#entries = new OutboxEntries(platform, storage, timing.storageTimeout, events);
    const { reconnectFloor: floor, reconnectStep: step, reconnectCap: cap } = timing;
    this.#backoff = new Backoff({ random: platform.random, floor, step, cap });
    this.#patience = new Timer(platform, () => this.#pump());
  }

  /** @returns {readonly Entry[]} */
  get entries() {
    return this.#entries.all;
  }

  get isKept() {
    return this.#entries.areKept;
  }

  /** @param {number} account */
  open(account) {
    return this.#entries.open(account);
  }

  /** The person came to this tab, perhaps from another one with messages that could not go out there. */
  look() {
    if (this.#onlineAs !== null) this.#entries.look();
  }

  /**
   * @param {number} room
   * @param {string} text
   * @param {import('./wire.js').More} [more]
   */
  post(room, text, more = {}) {
    const id = messageId(this.#platform.crypto);
    const receipt = this.#receipts.expect(id);
    const refusal = this.#flaw(text, more);
    const at = this.#entries.nextTime();
    if (refusal) this.#receipts.reject(id, refusal);
    else this.#entries.add({ id, room, text, ...more, at, state: 'waiting', refusal: null });
    return { ...receipt, refusal };
  }

  /** @param {string} id  of a refused entry, which is sent again with the same id */
  retry(id) {
    const entry = this.#entries.find(id);
    if (entry?.state !== 'refused') return null;
    const receipt = this.#receipts.expect(id);
    this.#entries.changeForGood(entry, { state: 'waiting', refusal: null });
    this.#pump();
    return receipt;
  }

  /** @param {string} id */
  discard(id) {
    if (!this.#entries.find(id)) return;
    this.#entries.remove(id);
    this.#receipts.reject(id, new Refusal('discarded', 'The message was discarded.', { id }));
    this.#pump();
  }

  /**
   * Welcomed: everything that is unanswered goes out, again.
   * @param {number} account
   * @param {{textLength: number}} limits
   */
  connected(account, { textLength }) {
    this.#onlineAs = account;
    this.#textLength = textLength;
    this.#pump();
  }

  /** What was on its way may have arrived or not: it waits for the next welcome. */
  disconnected() {
    this.#onlineAs = null;
    this.#patience.cancel();
    for (const entry of this.entries) if (entry.state === 'sending') this.#entries.change(entry, { state: 'waiting' });
  }

  /** @param {Ack} ack */
  acked(ack) {
    this.#backoff.reset();
    if (this.#entries.find(ack.id)) this.#entries.remove(ack.id);
    this.#receipts.resolve(ack);
    this.#pump();
  }

  /** @param {Refused} refused */
  refused(refused) {
    const entry = this.#entries.find(refused.id);
    if (!entry) return;
    if (refused.retryable) this.#postpone(entry, refused);
    else this.#refuse(entry, refused);
    this.#pump();
  }

  settled() {
    return this.#entries.settled();
  }

  /**
   * The server closes a connection for a message that is too big, so such an entry would keep the client from ever
   * being connected. It is refused here, in the server's words.
   * @param {string} text
   * @param {import('./wire.js').More} more
   */
  #flaw(text, { files }) {
    if (this.entries.length >= this.#timing.outboxLimit) return new Refusal('outbox_full', 'The outbox is full.');
    const message = `text must be 1 to ${this.#textLength} characters, not only white space`;
    return this.#fits(text) && (text.trim() || files?.length) ? null : new Refusal('bad_field', message);
  }

  /** @param {string} text */
  #fits(text) {
    return text.length <= this.#textLength;
  }

  /**
   * @param {Entry} entry
   * @param {Refused} refused
   */
  #postpone(entry, { retryAfter }) {
    this.#entries.change(entry, { state: 'waiting' });
    this.#patience.start(retryAfter ?? this.#backoff.next());
  }

  /**
   * @param {Entry} entry
   * @param {Refused} refused
   */
  #refuse(entry, { code, message }) {
    const { id } = entry;
    this.#entries.changeForGood(entry, { state: 'refused', refusal: { code, message, retryAfter: null } });
    this.#receipts.reject(id, new Refusal(code, message, { id }));
    this.#listener.onRefused({ id, code, message, retryable: false });
  }

  /** Sends what may go, oldest first; in a room nothing overtakes. */
  #pump() {
    if (!this.#entries.isReadyFor(this.#onlineAs) || this.#patience.pending) return;
    const ahead = /** @type {Map<number, number>} */ (new Map());
    let unanswered = this.entries.filter(({ state }) => state === 'sending').length;
    for (const entry of this.entries) {
      if (entry.state === 'refused') continue;
      const before = ahead.get(entry.room) ?? 0;
      const free = before < this.#timing.unansweredPerRoom && unanswered < this.#timing.unanswered;
      const goes = entry.state === 'waiting' && free && this.#transmit(entry);
      if (goes) unanswered++;
      ahead.set(entry.room, entry.state === 'sending' || goes ? before + 1 : Infinity);
    }
  }

  /**
   * @param {Entry} entry
   * @returns {boolean} whether it is on its way now
   */
  #transmit(entry) {
    const { id, room, text, reply, files } = entry;
    if (!this.#entries.isStored(id)) return false;
    if (!this.#fits(text)) {
      this.#refuse(entry, { code: 'bad_field', message: `text is longer than ${this.#textLength} characters` });
      return false;
    }
    const more = { ...(files && { files: files.map((file) => file.id) }), ...(reply && { reply }) };
    if (!this.#listener.send({ type: 'post', data: { id, room, text, ...more } })) return false;
    this.#entries.change(entry, { state: 'sending' });
    return true;
  }
}
