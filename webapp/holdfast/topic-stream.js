/** @import { Platform } from './platform.js' */
/** @import { EmitAck } from './topic-emits.js' */
/** @import { Frame, TopicState } from './topic-wire.js' */
/** @import { TransportName } from './transports.js' */
/** @import { LogEvent } from './wire.js' */
import { closeRule } from './codes.js';
import { platformWith } from './reliable-options.js';
import { Timer } from './timer.js';
import { TopicEmits } from './topic-emits.js';
import { TopicLine } from './topic-line.js';
import { TopicPlace } from './topic-place.js';
import { TopicPosts } from './topic-posts.js';
import { topicAddresses } from './topic-roads.js';
import { contentOf } from './topic-wire.js';

/**
 * All optional.
 *
 * @typedef {object} TopicOptions
 * @property {string} [base]  where Holdfast is deployed, absolute or relative to the page; default './'
 * @property {string} [since]  a cursor, or 'earliest'; default: what happens from now on
 * @property {number} [last]  begin with so many of the newest events; default 0: none
 * @property {readonly TransportName[]} [transports]  which may be used, best first; default all four
 * @property {number} [unanswered]  most emits that are not acknowledged; more are refused with `outbox_full`; default
 *   1000
 * @property {Partial<Platform>} [platform]  the browser's parts, to be replaced one by one
 *
 * @typedef {object} Happening  an event, beside its content
 * @property {string} name
 * @property {number} sequence
 * @property {number} at  ms since 1970
 * @property {{id: number, name: string}} author
 * @property {string} [id]  client message id
 *
 * @typedef {(data: any, happening?: Happening) => void} Handler
 */

/** @type {readonly TransportName[]} */
const everyTransport = ['websocket', 'sse', 'long-poll', 'short-poll'];
const MOST_UNANSWERED = 1_000;

/**
 * One topic of a Holdfast server: named events in both directions, over the transport that works, in order and once.
 *
 *     import { TopicStream } from './holdfast/topic-stream.js';
 *
 *     const match = new TopicStream('match', { last: 1 });
 *     match.on('goal', ({ home, guest }, { at }) => show(home, guest, at));
 *     const { sequence } = await match.emit('cheer', { for: 'home' });
 *
 * A handler is given what was published: JSON, a string, or a Uint8Array. `emit` takes JSON or bytes; its promise is
 * fulfilled when the server has it (durable: committed), and rejected with a `Refusal`. What is not acknowledged is sent
 * again after each break: in a durable topic that makes no second event. In an ephemeral one nobody could tell, so there
 * it is rejected as `unreachable`.
 *
 * Four names are the stream's own: `open` ({@link TopicState}, each time it stands), `reset` ({@link TopicState}: what
 * came before is not what comes next; its `reset` says why), `error` (`{code, name}`: it broke, and will be back) and
 * `close` (`{code, name}`: it is over, for example `login_required`).
 */
export class TopicStream {
  /** @type {Map<string, Set<Handler>>} */
  #handlers = new Map();
  #place;
  #line;
  #emits;
  #posts;
  #again;

  /**
   * @param {string} topic
   * @param {TopicOptions} [options]
   */
  constructor(topic, options = {}) {
    const platform = platformWith(options.platform);
    const addresses = topicAddresses(topic, new URL(options.base ?? './', platform.location));
    this.#place = new TopicPlace(options);
    this.#emits = new TopicEmits(platform, options.unanswered ?? MOST_UNANSWERED);
    this.#again = new Timer(platform, () => this.#sendAll());
    this.#posts = new TopicPosts(platform, addresses.poll, {
      next: () => (this.#line.takesEmits ? undefined : this.#emits.all[0]),
      onAck: (ack) => this.#emits.acked(ack),
      onRefused: (refused) => this.#emits.refused(refused),
    });
    this.#line = new TopicLine(platform, addresses, options.transports ?? everyTransport, {
      query: () => this.#place.query,
      onFrames: (frames, cursor) => this.#received(frames, cursor),
      onLost: () => this.#lost(),
      onOver: (code) => this.#over(code),
    });
    this.#line.open();
  }

  get isOpen() {
    return this.#line.isOpen;
  }

  /** Where the reader is: for `since`, later on; null before the first welcome. */
  get cursor() {
    return this.#place.cursor;
  }

  /** What carries it, or is tried. */
  get transport() {
    return this.#line.transport;
  }

  /**
   * @param {string} event
   * @param {Handler} handler
   * @returns {() => void} takes it back
   */
  on(event, handler) {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers.add(handler));
    return () => this.off(event, handler);
  }

  /**
   * @param {string} event
   * @param {Handler} handler
   */
  off(event, handler) {
    this.#handlers.get(event)?.delete(handler);
  }

  /**
   * @param {string} event
   * @param {unknown} [data]  JSON, or an ArrayBuffer or a view of one
   * @returns {Promise<EmitAck>}
   */
  emit(event, data) {
    const { emit, acked } = this.#emits.add(event, data);
    if (emit && !this.#line.send(emit)) this.#posts.look();
    return acked;
  }

  /** Ends for good; what is not acknowledged is rejected. */
  close() {
    this.#line.close();
    this.#stop();
  }

  /**
   * @param {Frame[]} frames
   * @param {string} [cursor]
   */
  #received(frames, cursor) {
    for (const frame of frames) {
      if (this.#place.isGap(frame)) return this.#line.again();
      this.#take(frame);
    }
    if (cursor) this.#place.moveTo(cursor);
  }

  /** @param {Frame} frame */
  #take({ type, data }) {
    if (type === 'event') this.#happened(data);
    else if (type === 'welcome') this.#welcomed(data);
    else if (type === 'reset') this.#reset(data);
    else if (type === 'ack') this.#emits.acked(data);
    else if (type === 'refused') this.#refused(data);
    else if (type === 'next') this.#goesOn();
  }

  /** @param {LogEvent} event */
  #happened(event) {
    if (!this.#place.applies(event)) return;
    const { type: name, sequence, at, author, id } = event;
    this.#tell(name, contentOf(event), { name, sequence, at, author, id });
  }

  /** @param {{topic: TopicState, timings: {pingInterval: number, silenceLimit: number}}} welcome */
  #welcomed({ topic, timings }) {
    this.#line.stands(timings);
    if (topic.reset) this.#reset(topic);
    this.#place.begin(topic);
    this.#tell('open', topic);
    this.#sendAll();
  }

  /** A poll that was not welcomed anew: the server goes on where the cursor was. */
  #goesOn() {
    if (this.isOpen) return;
    this.#line.stands();
    this.#sendAll();
  }

  /** @param {TopicState} topic */
  #reset(topic) {
    this.#place.begin(topic);
    this.#tell('reset', topic);
  }

  /** @param {any} refused */
  #refused(refused) {
    const wait = this.#emits.refused(refused);
    if (wait !== null && !this.#again.pending) this.#again.start(wait);
  }

  #sendAll() {
    for (const emit of this.#emits.all) this.#line.send(emit);
    this.#posts.look();
  }

  #lost() {
    if (!this.#place.isDurable) this.#emits.giveUp('the connection broke');
    this.#tell('error', { code: 1006, name: 'abnormal' });
  }

  /** @param {number} code */
  #over(code) {
    this.#stop();
    this.#tell('close', { code, name: closeRule(code).name });
  }

  #stop() {
    this.#again.cancel();
    this.#posts.stop();
    this.#emits.giveUp('the stream is closed');
  }

  /**
   * @param {string} event
   * @param {unknown} data
   * @param {Happening} [happening]
   */
  #tell(event, data, happening) {
    for (const handler of [...(this.#handlers.get(event) ?? [])]) handler(data, happening);
  }
}
