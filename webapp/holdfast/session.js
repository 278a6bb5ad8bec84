/** @import { Link } from './link.js' */
/** @import { Outbox } from './outbox.js' */
/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Account, Ack, Frame, Limits, LogEvent, Refused, Room, Timings, Welcome } from './wire.js' */
import { follow } from './following.js';
import { Logs } from './logs.js';
import { assumedLimits } from './options.js';
import { ReadMarks } from './read-marks.js';
import { RoundTrips } from './round-trips.js';
import { State } from './states.js';
import { PROTOCOL, resumed } from './wire.js';

/** The logical client, which survives its connections: says hello, and takes in what the server sends. */
export class Session {
  /** @type {Account|null} */
  account = null;
  logs = new Logs();
  /** @type {Readonly<Limits>} */
  limits = assumedLimits;
  roundTrips = new RoundTrips();
  /** @type {import('./presence.js').Presence|null} null: nobody asked for it */
  presence = null;
  #platform;
  #name;
  #link;
  #outbox;
  #emit;
  #reads;
  /** @type {string|undefined} */
  #id;
  /** @type {Timings|null} of the last welcome */
  #timings = null;
  #roomsChanged = false;
  /** @type {Record<string, (data: any) => void>} */
  #handlers = {
    welcome: (data) => this.#welcomed(data),
    [resumed.type]: () => this.#resumed(),
    bye: (data) => this.#link.goodbye(data.after),
    event: (data) => this.#happened(data),
    reset: (data) => this.#reset(data),
    heads: (data) => this.#compare(data),
    ack: (data) => this.#acked(data),
    pong: (data) => this.#ponged(data),
    refused: (data) => this.#refused(data),
    presence: (data) => this.presence?.receive({ type: 'presence', data }),
    typing: (data) => this.presence?.receive({ type: 'typing', data }),
  };

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {string} name  of the client, for the server's list
   * @param {{link: Link, outbox: Outbox, emit: (type: string, detail?: unknown) => void}} parts
   */
  constructor(platform, timing, name, { link, outbox, emit }) {
    this.#platform = platform;
    this.#name = name;
    this.#link = link;
    this.#outbox = outbox;
    this.#emit = emit;
    this.#reads = new ReadMarks(platform, timing.readInterval, (room, sequence) =>
      this.command({ type: 'read', data: { room, sequence } }),
    );
  }

  /**
   * @param {number} [first]  log
   * @returns {Frame} the first words on a connection
   */
  hello(first) {
    const data = {
      protocol: PROTOCOL,
      session: this.#id,
      positions: this.logs.positions(),
      client: this.#name,
      first,
      presence: this.presence?.greet(),
    };
    return { type: 'hello', data };
  }

  ping() {
    this.command({ type: 'ping', data: this.roundTrips.ping(this.#platform.now()) });
  }

  /**
   * Before the welcome nothing but a hello may be sent.
   * @param {Frame} frame
   */
  command(frame) {
    const { state } = this.#link;
    return (state === State.CATCHING_UP || state === State.LIVE) && this.#link.send(frame);
  }

  /** @param {Frame} frame */
  receive({ type, data }) {
    // Types that we do not know are for clients that do.
    if (Object.hasOwn(this.#handlers, type)) this.#handlers[type](data);
  }

  /** One message was taken in: say once what it changed. */
  announce() {
    if (this.logs.behind === 0) this.#link.caughtUp();
    if (this.#roomsChanged) this.#emit('rooms');
    this.#roomsChanged = false;
  }

  /** The connection ended. */
  pause() {
    this.#outbox.disconnected();
    this.#reads.pause();
    this.presence?.pause();
  }

  /**
   * @param {number} log
   * @param {number} sequence
   */
  read(log, sequence) {
    const room = this.logs.rooms.get(log);
    if (!room || sequence <= room.read) return;
    room.read = sequence;
    this.#emit('rooms');
    this.#reads.mark(log, sequence);
  }

  /**
   * An account signed in. If it is another one, nothing of the old may reach it, nor its messages go out on the old
   * line.
   * @param {number} account
   */
  signedIn(account) {
    if (this.account && this.account.id !== account) this.#startOver();
    this.#outbox.open(account);
  }

  /** Whoever comes next begins with nothing of the one before. */
  forget() {
    this.#id = undefined;
    this.account = null;
    this.logs.clear();
    this.#reads.clear();
    this.presence?.forget();
    this.#emit('rooms');
  }

  /** @param {Welcome} data */
  #welcomed(data) {
    // The cookie changed hands: the resume points of our hello were the other account's.
    if (this.account && this.account.id !== data.account.id) return this.#startOver();
    this.#id = data.session;
    this.account = data.account;
    this.limits = Object.freeze(data.limits);
    const anew = this.#takeOver(data);
    this.#timings = data.timings;
    this.presence?.begin(data.timings);
    this.#link.welcomed(data.timings);
    this.#emit('welcome', data);
    for (const room of anew) this.#emit('reset', { ...room });
    this.#takeUp(data.account.id);
  }

  /** All is as it was: the server had nothing to correct. */
  #resumed() {
    // Nobody was ever welcomed: what was it that is resumed?
    if (!this.account || !this.#timings) return this.#link.fail(4000);
    this.#link.welcomed(this.#timings);
    this.#takeUp(this.account.id);
  }

  /**
   * What waited for a connection goes out.
   * @param {number} account
   */
  #takeUp(account) {
    this.#outbox.open(account);
    this.#outbox.connected(account, this.limits);
    this.#reads.flush();
    this.presence?.takeUp();
  }

  /** @param {Welcome} data */
  #takeOver({ account, rooms }) {
    this.#roomsChanged = true;
    const anew = this.logs.welcome(account, rooms);
    for (const room of this.logs.rooms.values()) {
      this.#reads.confirm(room.log, room.read);
      // Marks that were set while away are newer than what the server knows.
      room.read = Math.max(room.read, this.#reads.wanted(room.log));
    }
    return anew;
  }

  #startOver() {
    this.forget();
    this.#link.restart();
  }

  /** @param {LogEvent} event */
  #happened(event) {
    const verdict = this.logs.accept(event);
    if (verdict === 'gap') this.#link.fail(4000);
    if (verdict !== 'apply') return;
    this.#roomsChanged = true;
    follow(this.logs, this.account, event);
    if (event.log === this.account?.log && event.type === 'read') this.#reads.confirm(event.body.room, event.body.sequence);
    this.#emit('event', event);
  }

  /** @param {Room} data */
  #reset(data) {
    this.#roomsChanged = true;
    this.logs.begin(data);
    this.#emit('reset', data);
  }

  /** @param {{heads: Record<string, number>}} data */
  #compare({ heads }) {
    this.#roomsChanged = true;
    if (this.logs.heads(heads)) this.#link.fail(4000);
  }

  /** @param {Ack} ack */
  #acked(ack) {
    this.#outbox.acked(ack);
    this.#emit('ack', ack);
  }

  /** @param {{n?: number}} data */
  #ponged(data) {
    const millis = this.roundTrips.pong(data, this.#platform.now());
    if (millis !== null) this.#emit('roundtrip', millis);
  }

  /** @param {Refused} refused */
  #refused(refused) {
    if (refused.id === undefined) this.#emit('refused', refused);
    else this.#outbox.refused(refused);
  }
}
