import { CHANGES, Changes } from './changes.js';
import { entriesOf, entryOf, withoutTexts } from './entries.js';

const MEMBERSHIP = new Set(['joined', 'left', 'role']);

/** Events of one log, in their order and without a hole, with what became of the messages. */
export class Holding {
  #me;
  #changes;
  #events;
  #begin;

  /**
   * @param me the own account's id
   * @param begin the sequence after which it begins
   */
  constructor(me, begin = 0, events = []) {
    this.#me = me;
    this.#changes = new Changes(me);
    this.#begin = begin;
    this.#events = events;
  }

  // What it has

  get begin() {
    return this.#begin;
  }

  get last() {
    return this.#events.at(-1)?.sequence ?? this.#begin;
  }

  get size() {
    return this.#events.length;
  }

  get events() {
    return this.#events;
  }

  has(sequence) {
    return sequence > this.#begin && sequence <= this.last;
  }

  entries() {
    return entriesOf(this.#events, this.#changes);
  }

  /** The message of an event as it is now, held or not. */
  entryOf(event) {
    return entryOf(event, this.#changes.of(event.sequence));
  }

  /** Changes whenever the members did, or what one of them is. */
  get membershipSequence() {
    return this.#events.findLast(({ type }) => MEMBERSHIP.has(type))?.sequence ?? 0;
  }

  messagesOfOthersAfter(sequence) {
    return this.#ofOthersAfter(sequence).filter((event) => this.#isToRead(event));
  }

  editsOfOthersAfter(sequence) {
    return this.#ofOthersAfter(sequence).filter(({ type }) => type === 'edited');
  }

  #ofOthersAfter(sequence) {
    return this.#events.filter((event) => event.sequence > sequence && event.author.id !== this.#me);
  }

  #isToRead(event) {
    return event.type === 'message' && !this.entryOf(event).isDeleted;
  }

  // What comes

  /** The next event of the log. What it does to others is told by `change`. */
  append(event) {
    this.#events.push(event);
  }

  /** What becomes of a message, live. */
  change(event) {
    this.#changes.apply(event);
    if (event.type === 'deleted') this.#forgetTexts(event);
  }

  /** The history's answer, for messages that are held already or will be. */
  take(answer) {
    this.#changes.take(answer);
  }

  /** What the history has before it; nothing: the room begins here. */
  putBefore(answer) {
    this.take(answer);
    const older = answer.events.filter(({ sequence }) => sequence <= this.#begin);
    this.#begin = older.length === 0 ? 0 : older[0].sequence - 1;
    this.#events = [...older, ...this.#events];
  }

  putAfter(answer) {
    this.take(answer);
    const { last } = this;
    this.#events = [...this.#events, ...answer.events.filter(({ sequence }) => sequence > last)];
  }

  /** It begins where another ends, or in it: the two are one from now on. */
  join(other) {
    this.#changes.takeOver(other.#changes);
    this.#events = [...other.events.filter(({ sequence }) => sequence <= this.#begin), ...this.#events];
    this.#begin = other.begin;
  }

  // What goes

  /** Only what comes after one sequence, up to another, stays. */
  keep({ after, to = Infinity }) {
    this.#events = this.#between(after, to);
    this.#begin = Math.max(after, this.#begin);
    this.#changes.forgetBefore(this.#begin);
    this.#changes.forgetAfter(this.last);
  }

  /** Another, of a part of this. */
  part({ after, to }) {
    const part = new Holding(this.#me, Math.max(after, this.#begin), this.#between(after, to));
    part.#changes.takeOver(this.#changes);
    return part;
  }

  #between(after, to) {
    return this.#events.filter(({ sequence }) => sequence > after && sequence <= to);
  }

  /** Nothing is kept of what a deleted message said. */
  #forgetTexts({ body }) {
    this.#events = withoutTexts(this.#events, body.message);
  }
}

/** Of a reply nothing else is kept; of a deleted one only what is held tells which thread it was in. */
export function changeOf(event, holdings) {
  if (event.type === 'message') return event.body.thread ? { ...event, body: { thread: event.body.thread } } : null;
  if (!CHANGES.has(event.type)) return null;
  if (event.type !== 'deleted') return event;
  const held = holdings.flatMap(({ events }) => events).find(({ sequence }) => sequence === event.body.message);
  return { ...event, body: { ...event.body, thread: held?.body.thread } };
}
