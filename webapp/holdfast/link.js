/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Http } from './http.js' */
/** @import { Frame, Timings } from './wire.js' */
import { closeRule } from './codes.js';
import { Connection } from './connection.js';
import { Reconnect } from './reconnect.js';
import { Refusal } from './refusal.js';
import { State, StateMachine } from './states.js';
import { WakeUps } from './wake-ups.js';
import { Watchdog } from './watchdog.js';

/**
 * @typedef {object} LinkListener
 * @property {() => void} onOpen  say hello
 * @property {(frame: Frame) => void} onFrame
 * @property {() => void} onFrames  all frames of one message were given
 * @property {() => void} onOutlook  what the status is made of may have changed
 * @property {() => void} onEnd
 * @property {() => void} onWake  the person came back
 * @property {() => void} onPing  say ping
 * @property {(move: {state: string, previous: string, reason: string|null}) => void} onState
 * @property {() => void} onSignedOut
 */

/** Keeps a connection for as long as one is wanted: the states, and what moves them. Knows nothing of chat. */
export class Link {
  #platform;
  #timing;
  #http;
  #listener;
  #machine;
  #connection;
  #watchdog;
  #reconnect;
  #wakeUps;
  /** @type {string|null} what the reconnect stream says */
  #hint = null;
  /** @type {number|null} */
  #welcomedAt = null;

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {{socket: string, reconnect: string}} urls
   * @param {Http} http
   * @param {LinkListener} listener
   */
  constructor(platform, timing, urls, http, listener) {
    this.#platform = platform;
    this.#timing = timing;
    this.#http = http;
    this.#listener = listener;
    this.#machine = new StateMachine(listener.onState);
    this.#connection = new Connection(platform, urls.socket, timing.connectTimeout, {
      onOpen: () => this.#opened(),
      onFrames: (frames) => this.#received(frames),
      onEnd: (code) => this.#ended(code),
    });
    this.#watchdog = new Watchdog(platform, timing.probeTimeout, {
      onPing: listener.onPing,
      onSilent: () => this.fail(4001),
    });
    this.#reconnect = new Reconnect(platform, timing, urls.reconnect, {
      onDue: () => this.#connect(),
      onChange: (reason) => this.#hinted(reason),
    });
    this.#wakeUps = new WakeUps(platform, {
      onWake: () => this.#woke(),
      onOffline: () => this.#wentOffline(),
      onHide: () => this.#hide(),
      onShow: () => this.#reconnect.hasten(),
    });
  }

  get state() {
    return this.#machine.state;
  }

  get reason() {
    return this.#hint ?? this.#machine.reason;
  }

  get retryAt() {
    return this.#reconnect.retryAt;
  }

  start() {
    if (this.#machine.in(State.IDLE, State.STOPPED, State.CLOSED)) this.#start();
    else if (this.#machine.in(State.WAITING)) this.#reconnect.hasten();
  }

  /** Ends for good: nothing is left that could fire. */
  close() {
    if (!this.#machine.in(State.CLOSED)) this.#halt(State.CLOSED, null);
  }

  /** @param {Frame} frame */
  send(frame) {
    const sent = this.#connection.send(frame);
    if (sent) this.#watchdog.sent();
    return sent;
  }

  /** @param {Timings} timings */
  welcomed({ silenceLimit, pingInterval }) {
    this.#welcomedAt = this.#platform.now();
    this.#watchdog.start(silenceLimit, pingInterval);
    this.#setState(State.CATCHING_UP);
  }

  caughtUp() {
    if (this.#machine.in(State.CATCHING_UP)) this.#setState(State.LIVE);
  }

  /**
   * Gives the connection up, and comes back.
   * @param {number} code
   */
  fail(code) {
    if (this.#connected) this.#connection.drop(code);
  }

  /** Gives the connection up, if there is one, and opens another at once. */
  restart() {
    if (!this.#connected) return;
    this.#disconnect('restart');
    this.#connect();
  }

  get #connected() {
    return this.#machine.in(State.CONNECTING, State.CATCHING_UP, State.LIVE);
  }

  #start() {
    this.#wakeUps.listen();
    this.#connect();
  }

  #connect() {
    this.#setState(State.CONNECTING, this.#machine.reason);
    this.#connection.open();
  }

  #opened() {
    this.#watchdog.start(this.#timing.welcomeTimeout, 0);
    this.#listener.onOpen();
  }

  /** @param {Frame[]} frames */
  #received(frames) {
    this.#watchdog.heard();
    const { generation } = this.#connection;
    for (const frame of frames) {
      // A frame before this one may have ended the connection; what is left of the message will come again.
      if (generation !== this.#connection.generation) return;
      this.#listener.onFrame(frame);
    }
    this.#listener.onFrames();
    this.#listener.onOutlook();
  }

  /** @param {number} code */
  #ended(code) {
    const { name, reconnect } = closeRule(code);
    this.#leave();
    if (reconnect === 'no') return this.#halt(State.STOPPED, name);
    this.#setState(State.WAITING, name);
    if (reconnect === 'login') this.#askLogin();
    else this.#reconnect.begin();
  }

  /** What ends with each connection. */
  #leave() {
    this.#watchdog.stop();
    const stood = this.#welcomedAt === null ? -1 : this.#platform.now() - this.#welcomedAt;
    if (stood >= this.#timing.healthyAfter) this.#reconnect.healthy();
    this.#welcomedAt = null;
    this.#listener.onEnd();
  }

  async #askLogin() {
    const { moves } = this.#machine;
    const answer = await this.#http.session().catch((/** @type {Refusal} */ refusal) => refusal);
    // Somebody may have closed or connected in the meantime.
    if (moves !== this.#machine.moves) return;
    if (answer instanceof Refusal && answer.status === 401) this.#signedOut();
    else this.#reconnect.begin();
  }

  #signedOut() {
    this.#halt(State.STOPPED, 'login_required');
    this.#listener.onSignedOut();
  }

  /**
   * @param {string} state
   * @param {string|null} reason
   */
  #halt(state, reason) {
    this.#wakeUps.stop();
    this.#reconnect.cancel();
    this.#connection.leave();
    if (this.#connected) this.#leave();
    this.#setState(state, reason);
  }

  #woke() {
    this.#listener.onWake();
    if (this.#machine.in(State.CATCHING_UP, State.LIVE)) this.#watchdog.wake();
    else if (this.#machine.in(State.WAITING)) this.#reconnect.hasten();
  }

  /** A hint only: the line to a server on this machine or in another network may well stand. */
  #wentOffline() {
    if (this.#machine.in(State.CATCHING_UP, State.LIVE)) this.#watchdog.probe();
    else if (this.#machine.in(State.WAITING)) this.#reconnect.slowDown();
  }

  /** An open socket or stream would keep the page out of the back/forward cache. */
  #hide() {
    if (this.#connected) this.#disconnect('hidden');
    if (this.#machine.in(State.WAITING)) this.#reconnect.pause();
  }

  /** @param {string} reason */
  #disconnect(reason) {
    this.#connection.leave();
    this.#leave();
    this.#setState(State.WAITING, reason);
  }

  /**
   * @param {string} state
   * @param {string|null} [reason]
   */
  #setState(state, reason = null) {
    this.#hint = null;
    this.#machine.setState(state, reason);
    this.#listener.onOutlook();
  }

  /** @param {string|null} hint */
  #hinted(hint) {
    this.#hint = hint;
    this.#listener.onOutlook();
  }
}
