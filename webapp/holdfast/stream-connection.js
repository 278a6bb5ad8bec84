/** @import { StreamEvent } from './event-stream.js' */
/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Addresses, End, TransportListener } from './transports.js' */
/** @import { Frame } from './wire.js' */
import { CommandPosts } from './command-posts.js';
import { EventRequest, TYPE } from './event-request.js';
import { endBy, jsonPost, retryAfter } from './exchange.js';
import { Greeting } from './greeting.js';
import { Timer } from './timer.js';
import { isOpening, parse, parseFrames } from './wire.js';

/** The first heads come later than the first bytes, and a beat may be late. */
const HEADS_LATER = 2;

/** An event stream that is asked for with a hello. Commands go by POST. */
export class StreamConnection {
  pings = /** @type {const} */ ('own');
  #timing;
  #url;
  #listener;
  #posts;
  #deadline;
  #greeting = new Greeting();
  #request;
  #isOpen = false;

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {Addresses} addresses
   * @param {TransportListener} listener
   */
  constructor(platform, timing, { stream, commands }, listener) {
    this.#timing = timing;
    this.#url = stream;
    this.#listener = listener;
    const { hello, onAnswers } = listener;
    const onEnd = (/** @type {number} */ code, /** @type {End|undefined} */ end) => this.drop(code, end);
    this.#posts = new CommandPosts(platform, commands, timing.commandTimeout, { hello, onAnswers, onEnd });
    // Some proxies keep a stream back until it ends.
    this.#deadline = new Timer(platform, () => this.drop(4001, { unfit: true }));
    this.#request = new EventRequest(platform, {
      onPart: () => this.#isOpen || this.#opened(),
      onEvent: (event) => this.#happened(event),
      onRefused: (response) => this.#refused(response),
      onCut: () => this.drop(1006),
    });
  }

  open() {
    this.leave();
    this.#isOpen = false;
    this.#greeting.begin();
    if (this.#limit > 0) this.#deadline.start(this.#limit);
    this.#request.open(this.#url, jsonPost(this.#listener.hello().data, undefined, TYPE));
  }

  /** @param {Frame} frame */
  send(frame) {
    if (!this.#request.isOpen) return false;
    this.#posts.send(frame);
    return true;
  }

  /**
   * @param {number} code
   * @param {End} [end]
   */
  drop(code, end) {
    this.leave();
    this.#listener.onEnd(code, end);
  }

  leave() {
    this.#deadline.cancel();
    this.#posts.cancel();
    this.#request.close();
  }

  get #limit() {
    return this.#timing.noticeTimeout || this.#timing.connectTimeout;
  }

  /** @param {Response|null} response */
  #refused(response) {
    if (!response) this.drop(1006);
    else this.drop(...endBy({ status: response.status, retryAfter: retryAfter(response) }));
  }

  #opened() {
    this.#isOpen = true;
    this.#deadline.cancel();
    this.#listener.onOpen();
  }

  /** @param {StreamEvent} event */
  #happened({ type, data }) {
    if (type === 'message') this.#received(parseFrames(data));
    else if (type === 'close') this.#closed(parse(data));
  }

  /** @param {Frame[]|null} frames */
  #received(frames) {
    if (!frames) this.drop(4000);
    else if (this.#greeting.accepts(frames)) this.#accepted(frames);
    else this.drop(4000, { after: 0 });
  }

  /**
   * A welcome that is bigger than a proxy's buffer comes through it, and what follows does not.
   * @param {Frame[]} frames
   */
  #accepted(frames) {
    this.#posts.heard(frames);
    if (frames.some(({ type }) => type === 'heads')) this.#deadline.cancel();
    else if (isOpening(frames) && this.#limit > 0) this.#deadline.start(this.#limit * HEADS_LATER);
    this.#listener.onFrames(frames);
  }

  /** @param {{code?: number, after?: number}|null} data */
  #closed(data) {
    this.drop(data?.code ?? 1006, { after: data?.after });
  }
}
