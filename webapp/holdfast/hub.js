/** @import { Http } from './http.js' */
/** @import { Platform } from './platform.js' */
/** @import { Road } from './road.js' */
/** @import { Outlook, TabChannel, TabMessage } from './tab-channel.js' */
/** @import { Frame, Welcome } from './wire.js' */
import { codeOf } from './codes.js';
import { HubErrands } from './hub-errands.js';
import { HubLogs } from './hub-logs.js';
import { HubTabs } from './hub-tabs.js';
import { Link } from './link.js';
import { State } from './states.js';
import { Timer } from './timer.js';
import { PROTOCOL, resumed } from './wire.js';

/** For the tabs of the hub before to say how far they are. */
const GATHERING_MILLIS = 50;
/** Whose pings come from the hub itself. */
const NOBODY = '';

/**
 * The one connection of all tabs: a server to the tabs, a client to the server. Each tab goes on from its own resume
 * points; the hub has the server resume from the smallest, and keeps the newest events for tabs that come.
 */
export class Hub {
  #platform;
  #name;
  #channel;
  #link;
  #gathering;
  #logs = new HubLogs();
  #errands = new HubErrands();
  #tabs = new HubTabs();
  /** @type {string|undefined} */
  #session;
  /** @type {Frame[]} of the message that is being taken in */
  #news = [];
  /** @type {Record<string, (message: TabMessage) => void>} */
  #requests = {
    open: ({ from, hello }) => this.#open(from, hello),
    send: ({ from, frame }) => this.#take(from, /** @type {Frame} */ (frame)),
    leave: ({ from }) => this.#forget(from),
    ping: ({ from }) => this.#channel.say(from, 'pong'),
    hasten: () => this.#link.start(),
    renew: () => this.#renew(),
  };
  /** @type {Record<string, (frame: Frame) => void>} */
  #handlers = {
    welcome: ({ data }) => this.#welcomed(data),
    [resumed.type]: () => this.#resumed(),
    bye: ({ data }) => this.#link.goodbye(data.after),
    event: (frame) => this.#happened(frame),
    reset: (frame) => this.#reset(frame),
    heads: (frame) => this.#compare(frame),
    pong: ({ data }) => this.#ponged(data),
    ack: (frame) => this.#pass(frame),
    refused: (frame) => this.#pass(frame),
    presence: (frame) => this.#pass(frame),
    typing: (frame) => this.#pass(frame),
  };

  /**
   * @param {Platform} platform
   * @param {string} name  of the client, for the server's list
   * @param {Http} http
   * @param {Road} road  to the server
   * @param {(onMessage: (message: TabMessage) => void) => TabChannel} openChannel
   * @param {boolean} isSuccessor  of a hub that connected tabs: they are waited for
   */
  constructor(platform, name, http, road, openChannel, isSuccessor) {
    this.#platform = platform;
    this.#name = name;
    this.#channel = openChannel((message) => message.to === 'hub' && this.#requests[message.type]?.(message));
    this.#gathering = new Timer(platform, () => this.#link.start());
    this.#link = new Link(platform, http, road, {
      hello: () => this.#hello(),
      onFrame: (frame) => this.#handlers[frame.type]?.(frame),
      onFrames: () => this.#tell(),
      onOutlook: () => this.#channel.say('all', 'outlook', { outlook: this.#outlook }),
      onPing: () => this.#link.send(this.#errands.ping(NOBODY)),
      onState: ({ state, reason }) => this.#moved(state, reason),
      ...{ onEnd: () => {}, onWake: () => {} },
      onSignedOut: () => this.#logs.clear(),
    });
    this.#channel.say('all', 'lead', { outlook: this.#outlook });
    this.#gathering.start(isSuccessor ? GATHERING_MILLIS : 0);
  }

  close() {
    this.#gathering.cancel();
    this.#link.close();
    this.#channel.close();
  }

  get #isConnected() {
    return this.#link.state === State.CATCHING_UP || this.#link.state === State.LIVE;
  }

  /** @returns {Outlook} */
  get #outlook() {
    const { retryAt, hint, transport } = this.#link;
    return { retryAt, hint, transport, isHidden: this.#platform.document?.visibilityState === 'hidden' };
  }

  /**
   * @param {string} tab
   * @param {any} hello
   */
  #open(tab, hello) {
    this.#tabs.wait(tab, hello);
    this.#send(this.#errands.company.say(tab, hello.presence));
    if (this.#isConnected) this.#serveAll();
    else if (this.#link.state === State.WAITING) this.#turnAway(tab);
    else if (this.#link.state === State.STOPPED) this.#link.start();
  }

  /** @param {string} tab */
  #turnAway(tab) {
    this.#tabs.forget(tab);
    this.#channel.say(tab, 'down', { code: codeOf(this.#link.reason), outlook: this.#outlook });
  }

  #serveAll() {
    const isRewound = this.#tabs.positions.map((positions) => this.#logs.rewind(positions)).includes(true);
    if (isRewound) return this.#link.restart();
    this.#tabs.serve((tab, positions) => {
      const frames = [...this.#logs.openingFor(positions), ...this.#errands.company.frames()];
      this.#channel.say(tab, 'frames', { frames, outlook: this.#outlook });
    });
  }

  /**
   * @param {string} tab
   * @param {Frame} frame
   */
  #take(tab, frame) {
    if (!this.#tabs.isServed(tab)) return;
    this.#send(this.#errands.take(tab, frame));
    // It may have begun to listen only now.
    if (frame.type === 'presence') this.#channel.say(tab, 'frames', { frames: this.#errands.company.frames() });
  }

  /** @param {Frame[]} frames */
  #send(frames) {
    if (this.#isConnected) for (const frame of frames) this.#link.send(frame);
  }

  /** @param {string} tab */
  #forget(tab) {
    this.#tabs.forget(tab);
    this.#send(this.#errands.company.say(tab, undefined));
  }

  /** Another account has signed in. */
  #renew() {
    this.#session = undefined;
    this.#logs.clear();
    this.#link.restart();
  }

  /** @returns {Frame} */
  #hello() {
    const positions = this.#logs.positions(this.#tabs.positions);
    const data = { protocol: PROTOCOL, session: this.#session, positions, first: this.#tabs.first, client: this.#name };
    return { type: 'hello', data: { ...data, presence: this.#errands.company.greet() } };
  }

  /** @param {Welcome} data */
  #welcomed(data) {
    const { account } = this.#logs;
    if (account && account.id !== data.account.id) return this.#renew();
    this.#session = data.session;
    const anew = this.#logs.welcome(data);
    this.#news.push(...this.#errands.company.begin());
    this.#link.welcomed(data.timings);
    this.#news.push(...anew.map((room) => ({ type: 'reset', data: room })));
    this.#goOn();
  }

  /** All is as it was. */
  #resumed() {
    const { timings } = this.#logs;
    if (!timings) return this.#link.fail(4000);
    this.#link.welcomed(timings);
    this.#goOn();
  }

  /** Tabs that were served when the connection changed over know nothing of it. */
  #goOn() {
    for (const frame of [...this.#errands.company.takeUp(), ...this.#errands.unanswered]) this.#link.send(frame);
    this.#tell();
    this.#serveAll();
  }

  /** @param {Frame} frame */
  #happened(frame) {
    const verdict = this.#logs.accept(frame);
    if (verdict === 'gap') this.#link.fail(4000);
    if (verdict === 'apply') this.#news.push(frame);
  }

  /** @param {Frame} frame */
  #reset(frame) {
    this.#logs.begin(frame.data);
    this.#news.push(frame);
  }

  /** @param {Frame} frame */
  #compare(frame) {
    // Tabs are not told of what never came: they would leave, too.
    if (this.#logs.heads(frame.data.heads)) this.#link.fail(4000);
    else this.#news.push(frame);
  }

  /** @param {{n?: number}} data */
  #ponged(data) {
    const pong = this.#errands.pong(data);
    if (pong && pong.tab !== NOBODY) this.#channel.say(pong.tab, 'frames', { frames: [pong.frame] });
  }

  /** Told to all: tabs share their outbox, and another may have the same message. */
  #pass(/** @type {Frame} */ frame) {
    this.#errands.heard(frame);
    this.#news.push(frame);
  }

  #tell() {
    const frames = this.#news;
    this.#news = [];
    if (frames.length > 0) this.#channel.say('all', 'frames', { frames });
    if (this.#logs.behind === 0) this.#link.caughtUp();
  }

  /**
   * @param {string} state
   * @param {string|null} reason
   */
  #moved(state, reason) {
    if (state === State.CONNECTING) this.#channel.say('all', 'up');
    else if (state === State.WAITING || state === State.STOPPED) this.#fell(reason);
  }

  /** @param {string|null} reason */
  #fell(reason) {
    this.#news = [];
    this.#errands.clear();
    this.#tabs.clear();
    // Those that live say so again with their hello; one that crashed must not keep the person online.
    this.#errands.company.forgetTabs();
    this.#channel.say('all', 'down', { code: codeOf(reason), outlook: this.#outlook });
  }
}
