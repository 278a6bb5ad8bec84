import { Model } from './model.js';
import { CHANGES, Changes } from './changes.js';
import { entriesOf, entryOf, withoutTexts } from './entries.js';
import { Excerpt } from './excerpt.js';
import { GONE, Quotes } from './quotes.js';
import { layOut } from './rows.js';
import { Unconfirmed } from './unconfirmed.js';

const HISTORY_PAGE = 50;
const HELD_LIMIT = 600;
const HELD_AFTER_TRIM = 300;
const MEMBERSHIP = new Set(['joined', 'left', 'role']);

/** One room as a person reads it: the events held, in order and without a hole, then what was not confirmed yet. */
export class Conversation extends Model {
  #client;
  #me;
  #events = [];
  #begin;
  #generation = 0;
  #unconfirmed;
  #changes;
  #quotes;

  /** Where the "new" divider stands: after this sequence; null: there is none. */
  newAfter = null;
  /** How often it gave old events back, and forgot what became of them. */
  trims = 0;
  /** Of the history before what is held: idle, loading or failed. */
  older = 'idle';
  /** The part of the history that the reader jumped to; null: they read the newest. */
  excerpt = null;

  constructor(client, account, log, position = 0) {
    super();
    this.#client = client;
    this.#me = account.id;
    this.log = log;
    this.#begin = position;
    this.#changes = new Changes(account.id);
    this.#unconfirmed = new Unconfirmed(client, account, log);
    this.#quotes = new Quotes(client.http, log, () => this.changed());
  }

  /** The log begins anew at `position`: what is held belongs to another numbering, or would leave a hole. */
  reset(position) {
    this.#generation += 1;
    this.#events = [];
    this.#changes.forget();
    this.#quotes.clear();
    this.#begin = position;
    this.#unconfirmed.forgetAcks();
    this.older = 'idle';
    this.excerpt = null;
    this.trims += 1;
    this.changed();
  }

  apply(event) {
    if (event.sequence <= this.last) return;
    this.#events.push(event);
    if (CHANGES.has(event.type) || event.body.thread) this.#changes.apply(this.#withThread(event));
    if (CHANGES.has(event.type)) this.#quotes.forget(event.body.message);
    if (event.type === 'deleted') this.#events = withoutTexts(this.#events, event.body.message);
    this.excerpt?.apply(event);
    this.#unconfirmed.confirm(event.sequence);
    this.changed();
  }

  acknowledge(ack) {
    this.#unconfirmed.acknowledge(ack);
    this.changed();
  }

  outboxChanged() {
    this.#unconfirmed.outboxChanged();
    this.changed();
  }

  async loadOlder() {
    if (this.older === 'loading' || !this.hasOlder) return;
    this.#setOlder('loading');
    const generation = this.#generation;
    try {
      const answer = await this.#client.http.history(this.log, { before: this.#begin + 1, limit: HISTORY_PAGE });
      if (generation === this.#generation) this.#prepend(answer);
    } catch {
      if (generation === this.#generation) this.#setOlder('failed'); // the view says so, with a way to try again
    }
  }

  /** Has a message among what is shown, wherever it is. @returns whether it is there, and one may read it */
  async jumpTo(sequence) {
    if (this.#begin < sequence) return this.#jumpWithin(sequence);
    const generation = this.#generation;
    const changed = () => this.#excerptChanged(excerpt);
    const quoting = (entries) => this.#quoting(entries);
    const excerpt = new Excerpt(this.#client.http, this.log, this.#me, changed, quoting);
    await excerpt.around(sequence);
    if (generation !== this.#generation || !excerpt.has(sequence)) return false;
    this.excerpt = excerpt;
    this.#excerptChanged(excerpt);
    return true;
  }

  /** Back to the newest. */
  leaveExcerpt() {
    if (this.excerpt === null) return;
    this.excerpt = null;
    this.changed();
  }

  /** Gives old events back to the server, so that a tab that is open all week stays light. For a reader at the end. */
  trim() {
    // What is on its way would be put before a hole.
    if (this.#events.length <= HELD_LIMIT || this.older === 'loading') return;
    this.#events = this.#events.slice(-HELD_AFTER_TRIM);
    this.#begin = this.#events[0].sequence - 1;
    this.#changes.forgetBefore(this.#begin);
    this.#quotes.clear();
    this.trims += 1;
    this.changed();
  }

  /** The divider stays where it is put until the room is left. */
  divideAfter(sequence) {
    this.newAfter = sequence;
    this.changed();
  }

  /** What became of messages that were fetched by themselves. */
  take(answer) {
    this.#changes.take(answer);
  }

  // What it holds

  /** What the reader sees: `rows()`, and whether there is more before. */
  get shown() {
    return this.excerpt ?? this;
  }

  get last() {
    return this.#events.at(-1)?.sequence ?? this.#begin;
  }

  get hasOlder() {
    return this.#begin > 0;
  }

  get isEmpty() {
    return !this.hasOlder && !this.entries().some((entry) => entry.type === 'message');
  }

  holds(sequence) {
    return sequence > this.#begin && sequence <= this.last;
  }

  holdsAllAfter(sequence, head) {
    return this.#begin <= sequence && this.last >= head;
  }

  /** Changes whenever the members did, or what one of them is. */
  get membershipSequence() {
    return this.#events.findLast(({ type }) => MEMBERSHIP.has(type))?.sequence ?? 0;
  }

  messagesOfOthersAfter(sequence) {
    return this.#events.filter(
      (event) => event.sequence > sequence && this.#isToRead(event) && event.author.id !== this.#me,
    );
  }

  /** They call whoever is newly named. */
  editsOfOthersAfter(sequence) {
    return this.#events.filter((event) => event.sequence > sequence && event.type === 'edited' && event.author.id !== this.#me);
  }

  entries() {
    const held = entriesOf(this.#events, this.#changes);
    const unconfirmed = this.#unconfirmed.entries();
    if (unconfirmed.length === 0) return held;
    const keys = new Set(held.map((entry) => entry.key)); // an event may come before its ack
    return [...held, ...unconfirmed.filter((entry) => !keys.has(entry.key))];
  }

  rows() {
    // Above a divider that lies before what is held there may be unread messages: then it waits for the history.
    const newAfter = this.newAfter !== null && this.#begin <= this.newAfter ? this.newAfter : null;
    return layOut(this.#quoting(this.entries()), { newAfter, me: this.#me });
  }

  /** The message of an event as it is now, held or not. */
  entryOf(event) {
    return entryOf(event, this.#changes.of(event.sequence));
  }

  #isToRead(event) {
    return isMessage(event) && !this.entryOf(event).isDeleted;
  }

  /** Of a reply nothing else is kept; of a deleted one only what is held tells which thread it was in. */
  #withThread(event) {
    if (event.type === 'message') return { ...event, body: { thread: event.body.thread } };
    if (event.type !== 'deleted') return event;
    const { thread } = this.#events.find(({ sequence }) => sequence === event.body.message)?.body ?? {};
    return { ...event, body: { ...event.body, thread } };
  }

  #quoting(entries) {
    return entries.map((entry) => (entry.reply ? { ...entry, quoted: this.#quoted(entry.reply, entries) } : entry));
  }

  /** The message that is answered, `GONE`, or null while it is fetched. */
  #quoted(sequence, entries) {
    const held = entries.find((entry) => entry.sequence === sequence);
    if (held) return held;
    return this.holds(sequence) ? GONE : this.#quotes.of(sequence);
  }

  #prepend(answer) {
    this.#changes.take(answer);
    const older = answer.events.filter((event) => event.sequence <= this.#begin);
    this.#events = [...older, ...this.#events];
    this.#begin = older.length === 0 ? 0 : older[0].sequence - 1;
    this.#setOlder('idle');
  }

  #jumpWithin(sequence) {
    this.leaveExcerpt();
    return this.entries().some((entry) => entry.sequence === sequence && entry.type === 'message');
  }

  /** One that has grown up to what is held is a part of it: then the reader goes on to the newest without a gap. */
  #excerptChanged(excerpt) {
    if (excerpt === this.excerpt && excerpt.last >= this.#begin) this.#join(excerpt);
    this.changed();
  }

  #join(excerpt) {
    this.excerpt = null;
    this.#changes.takeOver(excerpt.changes);
    this.#events = [...excerpt.events.filter(({ sequence }) => sequence <= this.#begin), ...this.#events];
    this.#begin = excerpt.begin;
  }

  #setOlder(older) {
    this.older = older;
    this.changed();
  }
}

function isMessage(event) {
  return event.type === 'message';
}
