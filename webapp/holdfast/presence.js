/** @import { PresenceState, Typist } from './company.js' */
/** @import { Platform } from './platform.js' */
/** @import { Frame } from './wire.js' */
import { Company } from './company.js';

/** What is said again in this part of the time for which it is believed. */
const AGAIN = 0.5;

/**
 * Who is here and who types, in the rooms of this person; and as what others see this person. Nothing of it is kept:
 * it is told anew with each connection. Fires `change` with `detail` `{room}`, and `people` with the profiles of those who
 * show themselves otherwise: what was known of others before a `welcome` may be out of date.
 */
export class Presence extends EventTarget {
  #platform;
  #send;
  #company = new Company();
  /** @type {PresenceState|'offline'} */
  #state = 'online';
  /** @type {PresenceState|'offline'|null} what was said of it on this connection; null: nothing */
  #said = null;
  /** How long the server believes that somebody types, ms. */
  #lease = 6000;
  /** @type {Map<number, number>} when the server was last told that this person types, by room */
  #typed = new Map();

  /**
   * @param {Platform} platform
   * @param {(frame: Frame) => boolean} send
   */
  constructor(platform, send) {
    super();
    this.#platform = platform;
    this.#send = send;
    this.#say();
  }

  /** As what others see this person, when the server agrees: the best of what its sessions say. */
  get state() {
    return this.#state;
  }

  /**
   * `offline`: others do not see this person, and it is not told who is here.
   * @param {PresenceState|'offline'} state
   */
  show(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.#say();
  }

  /**
   * Who is in a room, by account.
   * @param {number} room
   * @returns {ReadonlyMap<number, PresenceState>|null} null: more than the server tells of
   */
  here(room) {
    return this.#company.here(room);
  }

  /**
   * Who types in a room, this person included.
   * @param {number} room
   * @returns {readonly Typist[]}
   */
  typing(room) {
    return this.#company.typing(room);
  }

  /**
   * This person types; call it at each stroke. A post ends it by itself.
   * @param {number} room
   */
  type(room) {
    const now = this.#platform.now();
    if (now - (this.#typed.get(room) ?? -Infinity) < this.#lease * AGAIN) return;
    if (this.#send({ type: 'typing', data: { room } })) this.#typed.set(room, now);
  }

  /**
   * For the client: this person has posted. The server takes it that they type no more, so the next stroke counts.
   * @param {number} room
   */
  posted(room) {
    this.#typed.delete(room);
  }

  /**
   * This person has stopped.
   * @param {number} room
   */
  stopTyping(room) {
    if (this.#typed.delete(room)) this.#send({ type: 'typing', data: { room, typing: false } });
  }

  /** For the client: what its hello says. */
  greet() {
    return (this.#said = this.#state);
  }

  /** For the client: commands are taken from now on. The page may have asked or changed its mind since the hello. */
  takeUp() {
    if (this.#said !== this.#state) this.#say();
  }

  /**
   * For the client: a frame came.
   * @param {Frame} frame
   */
  receive(frame) {
    const { room, people } = frame.data;
    if (frame.type === 'presence' && people) this.dispatchEvent(new CustomEvent('people', { detail: people }));
    this.#company.receive(frame);
    this.#changed([room]);
  }

  /**
   * For the client: a connection begins, with all told anew.
   * @param {{typingLease?: number}} timings
   */
  begin({ typingLease }) {
    this.#lease = typingLease ?? this.#lease;
    this.#changed(this.#company.clear());
  }

  /** For the client: the connection ended. */
  pause() {
    this.#said = null;
    this.#typed.clear();
    this.#changed(this.#company.stopTyping());
  }

  /** For the client: it ends on purpose. A connection that just breaks is waited for. */
  leave() {
    this.#send({ type: 'presence', data: { state: 'offline' } });
  }

  /** For the client: another person may come. */
  forget() {
    this.pause();
    this.#changed(this.#company.clear());
  }

  #say() {
    if (this.#send({ type: 'presence', data: { state: this.#state } })) this.#said = this.#state;
  }

  /** @param {number[]} rooms */
  #changed(rooms) {
    for (const room of rooms) this.dispatchEvent(new CustomEvent('change', { detail: { room } }));
  }
}
