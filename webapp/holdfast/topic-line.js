/** @import { Platform } from './platform.js' */
/** @import { Road, TopicAddresses } from './topic-roads.js' */
/** @import { TransportName } from './transports.js' */
/** @import { Emit, Frame } from './topic-wire.js' */
import { closeRule } from './codes.js';
import { Kept, Keeper } from './keeper.js';
import { delayOf } from './reliable-options.js';
import { makeRoad } from './topic-roads.js';
import { Watchdog } from './watchdog.js';

/** Longest wait for the welcome: some proxies take a connection and hold everything back. */
const WELCOME_MILLIS = 5_000;
const PROBE_MILLIS = 3_000;

/**
 * @typedef {object} LineListener
 * @property {() => string} query
 * @property {(frames: Frame[], cursor?: string) => void} onFrames
 * @property {() => void} onLost
 * @property {(code: number) => void} onOver  for good
 */

/**
 * Keeps one topic open, over the first transport that works: one that brings no welcome makes room for the next. After
 * each connection that stood the search begins at the top.
 */
export class TopicLine {
  #platform;
  #addresses;
  #transports;
  #listener;
  #keeper;
  #watchdog;
  #rung = 0;
  #timings = { pingInterval: 20_000, silenceLimit: 50_000 };
  /** @type {Road|null} */
  #road = null;

  /**
   * @param {Platform} platform
   * @param {TopicAddresses} addresses
   * @param {readonly TransportName[]} transports
   * @param {LineListener} listener
   */
  constructor(platform, addresses, transports, listener) {
    this.#platform = platform;
    this.#addresses = addresses;
    this.#transports = transports;
    this.#listener = listener;
    this.#watchdog = new Watchdog(platform, PROBE_MILLIS, {
      onPing: () => this.#road?.ping?.(),
      onSilent: () => this.#ended(4001),
    });
    const patience = { delay: delayOf(undefined), timeout: WELCOME_MILLIS, healthyAfter: 60_000 };
    this.#keeper = new Keeper(platform, patience, {
      onConnect: () => this.#connect(),
      onLate: () => this.#ended(4001),
      onHide: () => this.#release(),
      onWake: () => this.#watchdog.wake(),
      onOffline: () => this.#watchdog.probe(),
    });
  }

  get isOpen() {
    return this.#keeper.in(Kept.OPEN);
  }

  get transport() {
    return this.#transports[this.#rung];
  }

  open() {
    this.#keeper.start();
  }

  close() {
    this.#release();
    this.#keeper.close();
  }

  /**
   * @param {Emit} emit
   * @returns {boolean} whether it is on its way; false: it has to be posted, or to wait
   */
  send(emit) {
    return this.isOpen && (this.#road?.send?.(emit) ?? false);
  }

  get takesEmits() {
    return this.#road?.send !== undefined;
  }

  /**
   * The server says that it stands.
   * @param {{pingInterval: number, silenceLimit: number}} [timings]  unset: as before
   */
  stands(timings = this.#timings) {
    this.#timings = timings;
    if (!this.#keeper.in(Kept.CONNECTING)) return;
    this.#keeper.opened();
    const isPinged = this.#road?.pings === 'late';
    this.#watchdog.start(timings.silenceLimit, isPinged ? timings.pingInterval : 0, isPinged);
  }

  /** What came does not fit: begin again from where the reader is. */
  again() {
    this.#ended(4000);
  }

  #connect() {
    const road = makeRoad(this.transport, this.#platform, this.#addresses, {
      query: () => this.#listener.query(),
      onLife: () => road === this.#road && this.#watchdog.heard(),
      onEnd: (code, after) => road === this.#road && this.#ended(code, after ?? 0),
      onFrames: (frames, cursor) => road === this.#road && this.#received(frames, cursor),
    });
    this.#road = road;
    road.open();
  }

  /**
   * @param {Frame[]} frames
   * @param {string} [cursor]
   */
  #received(frames, cursor) {
    this.#watchdog.heard();
    this.#listener.onFrames(frames, cursor);
  }

  /**
   * @param {number} code
   * @param {number} [after]
   */
  #ended(code, after = 0) {
    const stood = this.isOpen;
    this.#release();
    if (code === 4401 || closeRule(code).reconnect === 'no') return this.#over(code);
    this.#rung = stood ? 0 : (this.#rung + 1) % this.#transports.length;
    this.#keeper.ended(String(code), after);
    if (stood) this.#listener.onLost();
  }

  /** @param {number} code */
  #over(code) {
    this.#keeper.close();
    this.#listener.onOver(code);
  }

  #release() {
    this.#watchdog.stop();
    this.#road?.close();
    this.#road = null;
  }
}
