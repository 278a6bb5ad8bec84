/** @import { Options } from './options.js' */
/** @import { Ack, Frame, Room } from './wire.js' */
import { Http } from './http.js';
import { Link } from './link.js';
import { timing } from './options.js';
import { Outbox } from './outbox.js';
import { browserPlatform } from './platform.js';
import { ownRoad, sharedRoad } from './road.js';
import { Session } from './session.js';
import { StatusLine } from './status.js';
import { memoryStorage } from './storage-memory.js';
import { addressesAt } from './transports.js';

/**
 * A chat client that holds on: the face of the library. See index.js for how to use it.
 *
 * Events, each a CustomEvent with `detail`: `statechange`, `statuschange`, `welcome`, `event`, `reset`, `rooms`,
 * `outbox`, `ack`, `refused`, `signedout`, `storagefailed`, `roundtrip`, `transportchange`.
 */
export class HoldfastClient extends EventTarget {
  /** The HTTP API. */
  http;

  /**
   * The log that is looked at: with the next connection its events come before those of the others.
   * @type {number|undefined}
   */
  first;
  #platform;
  #road;
  /** @type {Link} */
  #link;
  /** @type {Outbox} */
  #outbox;
  /** @type {Session} */
  #session;
  #base;
  #statusLine = new StatusLine();

  /** @param {Options} [options] */
  constructor(options = {}) {
    super();
    const settled = timing(options);
    const platform = (this.#platform = { ...browserPlatform(), ...options.platform });
    const base = new URL(options.base ?? './', platform.location);
    this.#base = base.href;
    const name = options.name ?? 'holdfast-js/1';
    this.http = new Http(platform, base.href, settled.requestTimeout, ({ id }) => this.#session.signedIn(id));
    const addresses = addressesAt(base);
    this.#road = options.shared
      ? sharedRoad(platform, settled, addresses, name, this.http)
      : ownRoad(platform, settled, addresses);
    this.#link = new Link(platform, this.http, this.#road, this.#linkListener());
    this.#outbox = new Outbox(platform, settled, options.storage ?? memoryStorage(), this.#outboxListener());
    this.#session = new Session(platform, settled, name, {
      link: this.#link,
      outbox: this.#outbox,
      emit: (type, detail) => this.#emit(type, detail),
    });
  }

  /** Begins, and keeps on. While waiting, tries sooner. */
  connect() {
    this.#link.start();
  }

  /** Ends, until `connect()`. Resolves when the outbox is stored. */
  async close() {
    this.#session.presence?.leave();
    this.#link.close();
    this.#road.close();
    await this.#outbox.settled();
  }

  /** One of `State`. */
  get state() {
    return this.#link.state;
  }

  /** What a person should read. */
  get status() {
    const { state, reason, retryAt, transport } = this.#link;
    return this.#statusLine.read({ state, reason, retryAt, transport, behind: this.#session.logs.behind });
  }

  /** Who is signed in, as of the last welcome. */
  get account() {
    return this.#session.account;
  }

  /** @returns {ReadonlyMap<number, Room>} by log; their `position`, `head` and `read` follow the events */
  get rooms() {
    return this.#session.logs.rooms;
  }

  /** What the server takes, as of the last welcome; before it, what servers usually do. */
  get limits() {
    return this.#session.limits;
  }

  /** Messages that are not acknowledged yet, oldest first. */
  get outbox() {
    return this.#outbox.entries;
  }

  /**
   * Whether `storage` does its work: false while it fails, or a message of the outbox is not in it. Then a reload loses
   * what is not sent yet. `outbox` is fired when it changes.
   */
  get isOutboxKept() {
    return this.#outbox.isKept;
  }

  /**
   * Puts a message into the outbox, and from there on its way. `stored` resolves when the storage has it, and what was
   * typed may be forgotten; it rejects when the storage fails, and the message goes out all the same. `acked` rejects
   * with a Refusal when it was refused for good; with `outbox_full` or `bad_field` at once: then `refusal` says so, and
   * the message never was in the outbox.
   * @param {number} room
   * @param {string} text
   * @param {import('./wire.js').More} [more]
   */
  post(room, text, more) {
    this.#session.presence?.posted(room);
    return this.#outbox.post(room, text, more);
  }

  /**
   * Sends a refused message again, with the same id.
   * @param {string} id
   * @returns {import('./receipts.js').Receipt|null} null: no such refused entry
   */
  retry(id) {
    return this.#outbox.retry(id);
  }

  /**
   * Takes a message out of the outbox. One that is being sent may arrive all the same.
   * @param {string} id
   */
  discard(id) {
    this.#outbox.discard(id);
  }

  /**
   * The person has read a room up to here; only forwards.
   * @param {number} room
   * @param {number} sequence
   */
  read(room, sequence) {
    this.#session.read(room, sequence);
  }

  /**
   * A topic of this server's event streams, with a connection of its own; close it when it is not needed.
   * @param {string} topic
   * @param {import('./topic-stream.js').TopicOptions} [options]
   * @returns {Promise<import('./topic-stream.js').TopicStream>} what it takes is loaded only now; rejects when it can't be
   */
  async stream(topic, options) {
    const { TopicStream } = await import('./topic-stream.js');
    return new TopicStream(topic, { base: this.#base, platform: this.#platform, ...options });
  }

  /**
   * Who is here and who types. From the first call on others see this person, too.
   * @returns {Promise<import('./presence.js').Presence>} always the same; what it takes is loaded only now
   */
  async presence() {
    const { Presence } = await import('./presence.js');
    return (this.#session.presence ??= new Presence(this.#platform, (frame) => this.#session.command(frame)));
  }

  /** Measures the round trip now, rather than with the next heartbeat. */
  ping() {
    this.#session.ping();
  }

  /** Milliseconds that the server took to answer the last ping; null: not measured yet. */
  get roundTrip() {
    return this.#session.roundTrips.last;
  }

  #linkListener() {
    return {
      hello: () => this.#session.hello(this.first),
      onFrame: (/** @type {Frame} */ frame) => this.#session.receive(frame),
      onFrames: () => this.#session.announce(),
      onOutlook: () => this.#announceStatus(),
      onEnd: () => this.#session.pause(),
      onPing: () => this.#session.ping(),
      onWake: () => this.#outbox.look(),
      onState: (/** @type {{state: string, previous: string, reason: string|null}} */ move) => this.#moved(move),
      onSignedOut: () => this.#signedOut(),
    };
  }

  /** @returns {import('./outbox.js').OutboxListener} */
  #outboxListener() {
    return {
      send: (frame) => this.#session.command(frame),
      onChange: () => this.#emit('outbox'),
      onRefused: (refused) => this.#emit('refused', refused),
      onStorageFailed: (error) => this.#emit('storagefailed', error),
    };
  }

  /** @param {{state: string, previous: string, reason: string|null}} move */
  #moved(move) {
    this.#statusLine.entered(move.state, this.#platform.now());
    this.#emit('statechange', move);
  }

  #signedOut() {
    this.#session.forget();
    this.#emit('signedout');
  }

  #announceStatus() {
    const { status } = this;
    const change = this.#statusLine.changeOf(status);
    if (this.#statusLine.isNew(status)) this.#emit('statuschange', status);
    if (change) this.#emit('transportchange', change);
  }

  /**
   * @param {string} type
   * @param {unknown} [detail]
   */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
