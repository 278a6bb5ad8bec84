const REMEMBERED = 200;

/**
 * A room's own messages whose event has not come: those in the outbox, and those that left it at the ack. Without the
 * latter a message would vanish between its ack and its event; the two come in either order.
 */
export class Unconfirmed {
  #client;
  #author;
  #log;
  #written = new Map(); // id → outbox entry: the ack has no text, and may come after the entry is gone
  #acks = new Map(); // id → ack whose event is awaited

  constructor(client, account, log) {
    this.#client = client;
    this.#author = { id: account.id, name: account.displayName ?? account.name };
    this.#log = log;
    this.outboxChanged();
  }

  outboxChanged() {
    for (const entry of this.#outbox()) this.#written.set(entry.id, entry);
    shorten(this.#written);
  }

  acknowledge(ack) {
    if (this.#written.has(ack.id)) this.#acks.set(ack.id, ack);
  }

  confirm(sequence) {
    for (const ack of this.#acks.values()) if (ack.sequence <= sequence) this.#forget(ack.id);
  }

  /** After a reset the events come from the new position on, and older ones from the history. */
  forgetAcks() {
    this.#acks.clear();
  }

  /** Acknowledged ones first, in the order of the log; then the outbox, in the order of writing. */
  entries() {
    const acks = [...this.#acks.values()].sort((a, b) => a.sequence - b.sequence);
    const waiting = this.#outbox().filter((entry) => !this.#acks.has(entry.id));
    return [...acks.map((ack) => this.#acknowledged(ack)), ...waiting.map((entry) => this.#entry(entry))];
  }

  #outbox() {
    return this.#client.outbox.filter((entry) => entry.room === this.#log);
  }

  #forget(id) {
    this.#acks.delete(id);
    this.#written.delete(id);
  }

  #acknowledged(ack) {
    const entry = this.#entry(this.#written.get(ack.id));
    return { ...entry, sequence: ack.sequence, at: ack.at, state: 'sent', refusal: null };
  }

  #entry({ id, room, text, reply, files, at, state, refusal }) {
    const author = this.#author;
    const said = { text, reply, files, log: room, at, state, refusal };
    return { key: `${author.id} ${id}`, type: 'message', id, sequence: null, author, ...said };
  }
}

function shorten(written) {
  for (const id of written.keys()) {
    if (written.size <= REMEMBERED) return;
    written.delete(id);
  }
}
