import { Chat } from '../../../webapp/app/models/chat.js';
import { Shelf } from '../../../webapp/app/models/shelf.js';

/** A client with the library's face whose events a test fires itself, and people and messages to fill it with. */
export const ada = { id: 1, name: 'ada', displayName: 'Ada Lovelace' };
export const grace = { id: 2, name: 'Grace Hopper' };

export class ScriptedClient extends EventTarget {
  account = null;
  rooms = new Map();
  outbox = [];
  isOutboxKept = true;
  limits = { textLength: 8_000 };
  status = { word: 'offline', behind: 0, since: null, reason: null, retryAt: null, transport: null };
  marks = [];
  http = { ask: async () => ({}) };
  isConnected = false;
  isClosed = false;

  connect() {
    this.isConnected = true;
  }

  async close() {
    this.isClosed = true;
  }

  read(log, sequence) {
    this.marks.push({ log, sequence });
    this.rooms.get(log).read = sequence;
    this.fire('rooms');
  }

  post(room, text) {
    const id = `message-${this.outbox.length + 1}`;
    this.#store([...this.outbox, { id, room, text, at: 5_000, state: 'sending', refusal: null }]);
    return { id, refusal: null, stored: Promise.resolve(), acked: new Promise(() => {}) };
  }

  discard(id) {
    this.#store(this.outbox.filter((entry) => entry.id !== id));
  }

  // What the server does

  tellOf(room) {
    const whole = { topic: '', epoch: 'e', position: 0, head: 0, read: 0, ...room };
    this.rooms.set(room.log, whole);
    this.account = ada;
    this.fire('reset', whole);
    this.fire('rooms');
  }

  happen(event) {
    const room = this.rooms.get(event.log);
    room.head = Math.max(room.head, event.sequence);
    this.fire('event', event);
    this.fire('rooms');
  }

  acknowledge(id, sequence, { entryGoesFirst = true } = {}) {
    const { room } = this.outbox.find((entry) => entry.id === id);
    const remove = () => this.discard(id);
    if (entryGoesFirst) remove();
    this.fire('ack', { id, room, sequence, at: 6_000 });
    if (!entryGoesFirst) remove();
  }

  refuse(id, code) {
    const refusal = { code, message: code, retryAfter: null };
    this.#store(this.outbox.map((entry) => (entry.id === id ? { ...entry, state: 'refused', refusal } : entry)));
  }

  become(status) {
    this.status = { ...this.status, ...status };
    this.fire('statuschange', this.status);
  }

  fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #store(entries) {
    this.outbox = entries;
    this.fire('outbox');
  }
}

export function said(author, sequence, { log = 7, text = `text ${sequence}`, at = 1_000, id } = {}) {
  return { log, sequence, type: 'message', at, author, id: id ?? `from-${author.id}-${sequence}`, body: { text } };
}

/** What a page is made of, for Ada. */
export function page() {
  const client = new ScriptedClient();
  const kept = storage();
  const shelf = new Shelf('/', () => kept);
  return { client, shelf, chat: new Chat(client, ada, shelf, new Clock()) };
}

/** What localStorage is, without a browser. */
export function storage() {
  const values = new Map();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => values.set(key, value) };
}

/** Timers that run when the test says so. */
export class Clock {
  #timers = new Map();
  #next = 1;

  millis = 0;
  performance = { now: () => this.millis };

  setTimeout = (run, millis) => {
    this.#timers.set(this.#next, { run, millis });
    return this.#next++;
  };

  clearTimeout = (id) => this.#timers.delete(id);

  /** How many timers were ever set. */
  get armed() {
    return this.#next - 1;
  }

  get waiting() {
    return [...this.#timers.values()].map(({ millis }) => millis);
  }

  ring() {
    const due = [...this.#timers.values()];
    this.#timers.clear();
    for (const { run } of due) run();
  }
}
