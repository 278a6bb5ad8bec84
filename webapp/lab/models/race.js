import { Model } from '../../app/models/model.js';

/** One message, and how long it takes over each line. The newest counts. */
export class Race extends Model {
  #client;
  #room;
  #now;
  #id = null;
  #startedAt = 0;
  #arrivals = new Map();

  /** Milliseconds until the server had committed it; null: not yet. */
  acked = null;
  /** Why the message was not taken; null: it was. */
  refusal = null;

  /**
   * @param client that posts
   * @param rigs that listen
   * @param {number} room
   */
  constructor(client, rigs, room, now) {
    super();
    this.#client = client;
    this.#room = room;
    this.#now = now;
    this.rigs = rigs;
    for (const rig of rigs) rig.client.addEventListener('event', ({ detail }) => this.#arrived(rig, detail));
  }

  get isStarted() {
    return this.#id !== null;
  }

  /** Whether everybody has it. */
  get isOver() {
    return this.#arrivals.size === this.rigs.length && this.acked !== null;
  }

  /** Milliseconds; null: it is still on its way. */
  arrival(rig) {
    return this.#arrivals.get(rig.name) ?? null;
  }

  get slowest() {
    return Math.max(this.acked ?? 0, ...this.#arrivals.values());
  }

  start(text) {
    this.#startedAt = this.#now();
    this.#arrivals.clear();
    this.acked = null;
    const { id, refusal, acked } = this.#client.post(this.#room, text);
    this.refusal = refusal;
    this.#id = id;
    acked.then(
      () => this.#acked(id),
      (why) => this.#refused(id, why),
    );
    this.changed();
  }

  #arrived(rig, event) {
    if (event.id !== this.#id || this.#arrivals.has(rig.name)) return;
    this.#arrivals.set(rig.name, this.#now() - this.#startedAt);
    this.changed();
  }

  #acked(id) {
    if (id !== this.#id) return;
    this.acked = this.#now() - this.#startedAt;
    this.changed();
  }

  #refused(id, refusal) {
    this.#client.discard(id);
    if (id !== this.#id) return;
    this.refusal = refusal;
    this.changed();
  }
}
