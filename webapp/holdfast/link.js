/** @import { Platform } from './platform.js' */
/** @import { Http } from './http.js' */
/** @import { Road } from './road.js' */
/** @import { End } from './transports.js' */
/** @import { Frame, Timings } from './wire.js' */
import { closeRule } from './codes.js';
import { State, StateMachine } from './states.js';
import { WakeUps } from './wake-ups.js';

/**
 * @typedef {object} LinkListener
 * @property {() => Frame} hello
 * @property {(frame: Frame) => void} onFrame
 * @property {() => void} onFrames  all frames of one message were given
 * @property {() => void} onOutlook  what the status is made of may have changed
 * @property {() => void} onEnd  of a connection; another may be in its place already
 * @property {() => void} onWake  the person came back
 * @property {() => void} onPing  say ping
 * @property {(move: {state: string, previous: string, reason: string|null}) => void} onState
 * @property {() => void} onSignedOut
 */

/** Keeps a connection for as long as one is wanted: the states, and what moves them. Knows nothing of chat. */
export class Link {
  #http;
  #listener;
  #machine;
  #line;
  #reconnect;
  #wakeUps;
  /** @type {string|null} what the reconnect stream says */
  #hint = null;

  /**
   * @param {Platform} platform
   * @param {Http} http
   * @param {Road} road
   * @param {LinkListener} listener
   */
  constructor(platform, http, road, listener) {
    this.#http = http;
    this.#listener = listener;
    this.#machine = new StateMachine(listener.onState);
    this.#line = road.line({
      hello: listener.hello,
      onFrame: listener.onFrame,
      onFrames: () => this.#received(),
      onPing: listener.onPing,
      onChangeOver: () => this.#leave(),
      onEnd: (code, end) => this.#ended(code, end),
    });
    this.#reconnect = road.reconnect({
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

  /** What the reconnect stream says. */
  get hint() {
    return this.#hint;
  }

  get retryAt() {
    return this.#reconnect.retryAt;
  }

  get transport() {
    return this.#line.transport;
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
    return this.#line.send(frame);
  }

  /** @param {Timings} timings */
  welcomed(timings) {
    this.#reconnect.welcomed();
    this.#line.welcomed(timings);
    // After a change-over nobody has been away.
    if (this.#machine.in(State.CONNECTING)) this.#setState(State.CATCHING_UP);
  }

  caughtUp() {
    if (this.#machine.in(State.CATCHING_UP)) this.#setState(State.LIVE);
  }

  /**
   * Gives the connection up, and comes back.
   * @param {number} code
   */
  fail(code) {
    if (this.#connected) this.#line.drop(code);
  }

  /**
   * The server will end the connection, and wants us back so much later.
   * @param {number} after
   */
  goodbye(after) {
    this.#reconnect.goodbye(after);
  }

  /** Gives the connection up, if there is one, and opens another at once. */
  restart() {
    if (!this.#connected) return;
    this.#disconnect('restart');
    this.#line.renew();
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
    this.#line.open();
  }

  #received() {
    this.#listener.onFrames();
    this.#listener.onOutlook();
  }

  /**
   * @param {number} code
   * @param {End} [end]
   */
  #ended(code, end) {
    const { name, reconnect } = closeRule(code);
    this.#leave();
    if (reconnect === 'no') return this.#halt(State.STOPPED, name);
    this.#setState(State.WAITING, name);
    if (reconnect === 'login') this.#askLogin();
    else this.#reconnect.begin(end?.after);
  }

  /** What ends with each connection. */
  #leave() {
    this.#reconnect.ended();
    this.#listener.onEnd();
  }

  async #askLogin() {
    const { moves } = this.#machine;
    const isSignedOut = await this.#http.isSignedOut();
    // Somebody may have closed or connected in the meantime.
    if (moves !== this.#machine.moves) return;
    if (isSignedOut) this.#signedOut();
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
    this.#line.leave();
    if (this.#connected) this.#leave();
    this.#setState(state, reason);
  }

  #woke() {
    this.#listener.onWake();
    if (this.#machine.in(State.CATCHING_UP, State.LIVE)) this.#line.wake();
    else if (this.#machine.in(State.WAITING)) this.#reconnect.hasten();
  }

  /** A hint only: the line to a server on this machine or in another network may well stand. */
  #wentOffline() {
    if (this.#machine.in(State.CATCHING_UP, State.LIVE)) this.#line.probe();
    else if (this.#machine.in(State.WAITING)) this.#reconnect.slowDown();
  }

  /** An open socket or stream would keep the page out of the back/forward cache. */
  #hide() {
    if (this.#connected) this.#disconnect('hidden');
    if (this.#machine.in(State.WAITING)) this.#reconnect.pause();
  }

  /** @param {string} reason */
  #disconnect(reason) {
    this.#line.leave();
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
