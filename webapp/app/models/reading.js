import { Acts } from './acts.js';
import { calls } from './mentions.js';

const NOTHING = { messages: 0, mentions: 0 };

/** What one person has read: how much waits in each room, and where "new" begins in the one that is open. */
export class Reading {
  #client;
  #conversationOf;
  #counts;
  #preferences;
  #me;
  #awaySince = null;
  #known = new Map(); // log → how many waited when that was known last
  #acts;
  #heldBack = null; // the open room, when it is to stay unread

  /**
   * @param conversationOf log → the conversation, or undefined if nothing of it is held
   * @param counts what the server counted
   * @param preferences which rooms are muted
   * @param me the own account's id
   */
  constructor(client, conversationOf, counts, preferences, me) {
    this.#client = client;
    this.#conversationOf = conversationOf;
    this.#counts = counts;
    this.#preferences = preferences;
    this.#me = me;
    this.#acts = new Acts(client.http);
  }

  /** How many messages of others wait in a room; while that is not known, how many did. */
  unread(room) {
    return this.#waitsIn(room).messages;
  }

  /** In how many of them this person is called. */
  mentions(room) {
    return this.#waitsIn(room).mentions;
  }

  /** What others said in a room, and made of it, after the read mark: as far as this page has it. */
  newsOf({ log, read }) {
    const conversation = this.#conversationOf(log);
    return conversation ? [...conversation.messagesOfOthersAfter(read), ...conversation.editsOfOthersAfter(read)] : [];
  }

  /** How many messages are to draw attention: of a muted room those alone in which this person is called. */
  waiting(room) {
    const { messages, mentions } = this.#waitsIn(room);
    return this.#preferences.of(room).muted ? mentions : Math.max(messages, mentions);
  }

  #waitsIn(room) {
    return this.#note(room) ?? this.#known.get(room.log) ?? NOTHING;
  }

  /** Asks, where this page can't say it. While it catches up, it soon can. */
  look(rooms) {
    const isKnown = rooms.map((room) => this.#note(room) !== null).every(Boolean);
    if (this.#client.status.behind === 0 && !isKnown) this.#counts.ask();
  }

  /** A room was opened. */
  begin(room) {
    this.#awaySince = null;
    this.#heldBack = null;
    this.#conversationOf(room.log).divideAfter(this.#count(room)?.messages === 0 ? null : room.read);
  }

  /** A message and what comes after it is to be read again; rejects with a `Refusal`. */
  unreadFrom({ log, sequence }) {
    this.heldBack(log, sequence - 1);
    return this.#acts.readBack(log, sequence - 1);
  }

  /** The person said so, here or at another device: it is new until the room is left. */
  heldBack(log, sequence) {
    this.#heldBack = log;
    this.#conversationOf(log).divideAfter(sequence);
  }

  seeEnd(room) {
    const conversation = this.#conversationOf(room.log);
    if (this.#heldBack === room.log) return;
    if (conversation.last > room.read) this.#client.read(room.log, conversation.last);
    conversation.trim();
  }

  /** All that is there counts as read, though nobody has looked at it. */
  readAll(...rooms) {
    for (const { log, head } of rooms) {
      if (this.#heldBack === log) this.#heldBack = null;
      this.#client.read(log, head);
    }
  }

  /** What comes from now on in a room that was read to its end is new. */
  lookAway(room) {
    this.#awaySince = this.#count(room)?.messages === 0 ? this.#conversationOf(room.log).last : null;
  }

  lookBack() {
    this.#awaySince = null;
  }

  /** The divider moves only when something did come: a glance at another tab must not take the old one away. */
  arrived(conversation) {
    if (this.#awaySince === null || conversation.messagesOfOthersAfter(this.#awaySince).length === 0) return;
    conversation.divideAfter(this.#awaySince);
    this.#awaySince = null;
  }

  #sum(conversation, sequence) {
    const messages = conversation.messagesOfOthersAfter(sequence);
    const all = [...messages, ...conversation.editsOfOthersAfter(sequence)];
    return { messages: messages.length, mentions: all.filter((event) => calls(event, this.#me)).length };
  }

  #note(room) {
    const count = this.#count(room);
    if (count !== null) this.#known.set(room.log, count);
    return count;
  }

  /** By what is held, and what was told of before; null: it can't be said. */
  #count({ log, read, head }) {
    if (head <= read) return NOTHING;
    const conversation = this.#conversationOf(log);
    const after = (sequence) =>
      conversation?.holdsAllAfter(sequence, head) ? this.#sum(conversation, sequence) : null;
    const held = after(read);
    const told = this.#counts.after(log, read);
    if (held !== null || !told) return held;
    const more = told.head >= head ? NOTHING : after(told.head);
    return more && { messages: told.messages + more.messages, mentions: told.mentions + more.mentions };
  }
}
