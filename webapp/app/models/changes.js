/** Events about a message that the history may bring later: as many are kept. */
const KEPT = 1_000;

/** The types of the events that say what became of an earlier message. */
export const CHANGES = new Set(['edited', 'deleted', 'reaction', 'pinned']);

const NO_REPLIES = { count: 0, last: 0 };
const UNCHANGED = {
  asOf: 0,
  text: null,
  editedAt: null,
  isDeleted: false,
  isPinned: false,
  reactions: [],
  replies: NO_REPLIES,
};

/**
 * What became of the messages of one room: from the answers of the history, and from the events since. An entry is
 * replaced, never changed, so that whoever draws it sees that it is another one.
 */
export class Changes {
  #me;
  #changed = new Map(); // message → what became of it
  #events = []; // the newest, for messages that are not held yet

  constructor(me) {
    this.#me = me;
  }

  /** What became of a message, or undefined. */
  of(message) {
    return this.#changed.get(message);
  }

  apply(event) {
    this.#events.push(event);
    if (this.#events.length > KEPT) this.#events.splice(0, KEPT / 2);
    this.#carryOut(event);
    if (event.type === 'deleted') this.#events = this.#events.filter((each) => isOther(each, event));
  }

  /** The history's answer: `changes` of its `events`, as of `head`. What came after that is applied to it. */
  take({ events, changes = [], head }) {
    for (const { sequence } of events) this.#changed.set(sequence, { ...UNCHANGED, asOf: head });
    for (const change of changes) this.#changed.set(change.message, { ...read(change), asOf: head });
    for (const event of this.#events) this.#carryOut(event);
  }

  /** What another has of messages that this one holds from now on. */
  takeOver(other) {
    for (const [message, change] of other.#changed) if (!this.#isNewer(message, change)) this.#changed.set(message, change);
  }

  #isNewer(message, change) {
    return (this.#changed.get(message)?.asOf ?? -1) > change.asOf;
  }

  /** Nothing of the messages before `sequence` is held any more. */
  forgetBefore(sequence) {
    for (const message of this.#changed.keys()) if (message < sequence) this.#changed.delete(message);
  }

  /** Nor of those after it. */
  forgetAfter(sequence) {
    for (const message of this.#changed.keys()) if (message > sequence) this.#changed.delete(message);
  }

  forget() {
    this.#changed.clear();
    this.#events = [];
  }

  #carryOut(event) {
    const { type, body } = event;
    if (type !== 'message') this.#change(body.message, event, STEPS[type]);
    if (body.thread) this.#change(body.thread, event, THREAD_STEPS[type]);
  }

  #change(message, { sequence, at, author, body }, step) {
    const before = this.#changed.get(message) ?? UNCHANGED;
    if (sequence <= before.asOf) return;
    this.#changed.set(message, { ...before, asOf: sequence, ...step(before, body, { at, author, me: this.#me }) });
  }
}

/** What a reply does to the message that its thread began with. */
const THREAD_STEPS = {
  message: ({ replies }, _, { at }) => ({ replies: { count: replies.count + 1, last: at } }),
  deleted: ({ replies }) => ({ replies: { ...replies, count: Math.max(0, replies.count - 1) } }),
};

const STEPS = {
  edited: (_, { text = null }, { at }) => ({ text, editedAt: at }),
  deleted: () => ({ text: null, isDeleted: true, isPinned: false, reactions: [] }),
  pinned: (_, { on }) => ({ isPinned: on }),
  reaction: ({ reactions }, { emoji, on }, who) => ({ reactions: on ? put(reactions, emoji, who) : take(reactions, emoji, who) }),
};

/** The deletion itself stays: a history that was read before it may come after it. */
function isOther(event, deletion) {
  return event === deletion || event.body.message !== deletion.body.message;
}

function read({ text = null, editedAt = null, deleted = false, pinned = false, reactions = [], replies = NO_REPLIES }) {
  return { text, editedAt, isDeleted: deleted, isPinned: pinned, reactions, replies };
}

function put(reactions, emoji, { author, me }) {
  const known = reactions.find((reaction) => reaction.emoji === emoji) ?? { emoji, count: 0, mine: false, people: [] };
  const one = { ...known, count: known.count + 1, mine: known.mine || author.id === me, people: [...known.people, author] };
  return reactions.includes(known) ? reactions.map((each) => (each === known ? one : each)) : [...reactions, one];
}

function take(reactions, emoji, { author, me }) {
  return reactions
    .map((each) => (each.emoji === emoji ? less(each, author, me) : each))
    .filter((each) => each.count > 0);
}

function less(reaction, author, me) {
  const people = reaction.people.filter(({ id }) => id !== author.id);
  return { ...reaction, count: reaction.count - 1, mine: reaction.mine && author.id !== me, people };
}
