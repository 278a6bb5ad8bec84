import { Model } from './model.js';
import { CHANGES } from './changes.js';
import { Excerpt } from './excerpt.js';
import { Holding, changeOf } from './holding.js';
import { MOST_ROWS, nearTo } from './nearness.js';
import { GONE, Quotes } from './quotes.js';
import { layOut } from './rows.js';
import { Unconfirmed } from './unconfirmed.js';

const HISTORY_PAGE = 50;
const HELD_AFTER_TRIM = 300;
/** Of the newest, while the reader is far from them. */
const HELD_ASIDE = 100;

/** One room as a person reads it: the events held, in order and without a hole, then what was not confirmed yet. */
export class Conversation extends Model {
  #client;
  #me;
  #held;
  #generation = 0;
  #unconfirmed;
  #quotes;
  /** What an excerpt sees of this. */
  #face = { changed: (excerpt) => this.#excerptChanged(excerpt), lay: (entries, begin) => this.#lay(entries, begin) };

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
    this.#held = new Holding(account.id, position);
    this.#unconfirmed = new Unconfirmed(client, account, log);
    this.#quotes = new Quotes(client.http, log, () => this.changed());
  }

  /** The log begins anew at `position`: what is held belongs to another numbering, or would leave a hole. */
  reset(position) {
    this.#generation += 1;
    this.#held = new Holding(this.#me, position);
    this.#quotes.clear();
    this.#unconfirmed.forgetAcks();
    this.older = 'idle';
    this.excerpt = null;
    this.trims += 1;
    this.changed();
  }

  apply(event) {
    if (event.sequence <= this.last) return;
    this.#held.append(event);
    const change = changeOf(event, this.#holdings);
    for (const held of change ? this.#holdings : []) held.change(change);
    if (CHANGES.has(event.type)) this.#quotes.forget(event.body.message);
    if (this.excerpt) this.trim();
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
      const answer = await this.#client.http.history(this.log, { before: this.#held.begin + 1, limit: HISTORY_PAGE });
      if (generation !== this.#generation) return;
      this.#held.putBefore(answer);
      this.#setOlder('idle');
    } catch {
      if (generation === this.#generation) this.#setOlder('failed'); // the view says so, with a way to try again
    }
  }

  /** Has a message among what is shown, wherever it is. @returns whether it is there, and one may read it */
  async jumpTo(sequence) {
    if (this.#held.begin < sequence) return this.#jumpWithin(sequence);
    const generation = this.#generation;
    const excerpt = await Excerpt.around(sequence, this.#me, this.#client.http, this.log, this.#face);
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

  /** Gives old events back to the server, so that a tab that is open all week stays light. For a room that nobody reads here, or its end. */
  trim(most = MOST_ROWS) {
    if (this.#held.size > most) this.#giveBack(HELD_AFTER_TRIM);
  }

  /** Gives back what is far from where the reader is, before it and after it. @param at the sequence that they look at */
  narrow(at) {
    if (this.excerpt) return this.excerpt.narrow(at);
    const near = nearTo(this.#held.entries(), at);
    if (!near || this.older === 'loading') return;
    if (near.to === Infinity) this.#giveBack(this.#held.last - near.after);
    else this.#part(near);
  }

  /** The divider stays where it is put until the room is left. */
  divideAfter(sequence) {
    this.newAfter = sequence;
    this.changed();
  }

  /** What became of messages that were fetched by themselves. */
  take(answer) {
    this.#held.take(answer);
  }

  // What it holds

  /** What the reader sees: `rows()`, and whether there is more before. */
  get shown() {
    return this.excerpt ?? this;
  }

  get last() {
    return this.#held.last;
  }

  /** Whether there may be something to give back. */
  get isLong() {
    return (this.excerpt?.held ?? this.#held).size > MOST_ROWS;
  }

  get hasOlder() {
    return this.#held.begin > 0;
  }

  get isEmpty() {
    return !this.hasOlder && !this.entries().some((entry) => entry.type === 'message');
  }

  holds(sequence) {
    return this.#held.has(sequence);
  }

  holdsAllAfter(sequence, head) {
    return this.#held.begin <= sequence && this.last >= head;
  }

  get membershipSequence() {
    return this.#held.membershipSequence;
  }

  messagesOfOthersAfter(sequence) {
    return this.#held.messagesOfOthersAfter(sequence);
  }

  /** They call whoever is newly named. */
  editsOfOthersAfter(sequence) {
    return this.#held.editsOfOthersAfter(sequence);
  }

  entries() {
    const held = this.#held.entries();
    const unconfirmed = this.#unconfirmed.entries();
    if (unconfirmed.length === 0) return held;
    const keys = new Set(held.map((entry) => entry.key)); // an event may come before its ack
    return [...held, ...unconfirmed.filter((entry) => !keys.has(entry.key))];
  }

  rows() {
    return this.#lay(this.entries(), this.#held.begin);
  }

  /** The message that is answered, `GONE`, or null while it is fetched. */
  quoted(sequence, entries = [...(this.excerpt?.entries() ?? []), ...this.entries()]) {
    return entries.find((entry) => entry.sequence === sequence) ?? (this.holds(sequence) ? GONE : this.#quotes.of(sequence));
  }

  entryOf(event) {
    return this.#held.entryOf(event);
  }

  #lay(entries, begin) {
    // Above a divider that lies before what is held there may be unread messages: then it waits for the history.
    const newAfter = this.newAfter !== null && begin <= this.newAfter ? this.newAfter : null;
    return layOut(this.#quoting(entries), { newAfter, me: this.#me });
  }

  #quoting(entries) {
    return entries.map((entry) => (entry.reply ? { ...entry, quoted: this.quoted(entry.reply, entries) } : entry));
  }

  get #holdings() {
    return this.excerpt ? [this.#held, this.excerpt.held] : [this.#held];
  }

  /** @param kept so many of the newest stay */
  #giveBack(kept) {
    // What is on its way would be put before a hole.
    if (this.older === 'loading') return;
    this.#held.keep({ after: this.last - kept });
    this.#quotes.shorten();
    this.trims += 1;
    this.changed();
  }

  /** The reader is so far from the newest that what lies between is given back: one event at least, else the two would be one. */
  #part(near) {
    this.excerpt = new Excerpt(this.#client.http, this.log, this.#held.part(near), this.#face);
    this.#giveBack(Math.min(HELD_ASIDE, this.last - near.to - 1));
  }

  #jumpWithin(sequence) {
    this.leaveExcerpt();
    return this.entries().some((entry) => entry.sequence === sequence && entry.type === 'message');
  }

  /** One that has grown up to what is held is a part of it: then the reader goes on to the newest without a gap. */
  #excerptChanged(excerpt) {
    if (excerpt === this.excerpt && excerpt.held.last >= this.#held.begin) {
      this.excerpt = null;
      this.#held.join(excerpt.held);
    }
    this.changed();
  }

  #setOlder(older) {
    this.older = older;
    this.changed();
  }
}
