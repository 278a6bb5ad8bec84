/** @import { StreamEvent } from './event-stream.js' */
/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Addresses, End, TransportListener } from './transports.js' */
/** @import { Frame } from './wire.js' */
import { CommandPosts } from './command-posts.js';
import { EventStreamReader } from './event-stream.js';
import { endBy, jsonPost, retryAfter } from './exchange.js';
import { Greeting } from './greeting.js';
import { Timer } from './timer.js';
import { parse, parseFrames } from './wire.js';

const TYPE = 'text/event-stream';

/**
 * One event stream at a time, read by fetch: an EventSource can neither carry a hello of any size nor tell why it was
 * turned away. Commands go by POST.
 */
export class StreamConnection {
  needsPings = true;
  #platform;
  #timing;
  #url;
  #listener;
  #posts;
  #deadline;
  #greeting = new Greeting();
  /** @type {AbortController|null} of the stream that there is */
  #giveUp = null;

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {Addresses} addresses
   * @param {TransportListener} listener
   */
  constructor(platform, timing, { stream, commands }, listener) {
    this.#platform = platform;
    this.#timing = timing;
    this.#url = stream;
    this.#listener = listener;
    const { hello, onAnswers } = listener;
    const onEnd = (/** @type {number} */ code, /** @type {End|undefined} */ end) => this.drop(code, end);
    this.#posts = new CommandPosts(platform, commands, timing.commandTimeout, { hello, onAnswers, onEnd });
    // Some proxies keep a stream back until it ends.
    this.#deadline = new Timer(platform, () => this.drop(4001, { unfit: true }));
  }

  open() {
    this.leave();
    this.#greeting.begin();
    const giveUp = (this.#giveUp = new AbortController());
    const limit = this.#timing.noticeTimeout || this.#timing.connectTimeout;
    if (limit > 0) this.#deadline.start(limit);
    this.#run(giveUp);
  }

  /** @param {Frame} frame */
  send(frame) {
    if (!this.#giveUp) return false;
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
    this.#giveUp?.abort();
    this.#giveUp = null;
  }

  /** @param {AbortController} giveUp */
  async #run(giveUp) {
    const request = jsonPost(this.#listener.hello().data, giveUp.signal, TYPE);
    const response = await this.#platform.fetch(this.#url, request).catch(() => null);
    if (giveUp !== this.#giveUp) return;
    if (!response) this.drop(1006);
    else if (isStream(response)) await this.#read(giveUp, response.body.getReader());
    else this.drop(...endBy({ status: response.status, retryAfter: retryAfter(response) }));
  }

  /**
   * @param {AbortController} giveUp
   * @param {ReadableStreamDefaultReader<Uint8Array>} reader
   */
  async #read(giveUp, reader) {
    const decoder = new TextDecoder();
    const events = new EventStreamReader();
    const next = () => reader.read().catch(() => ({ done: true, value: undefined }));
    for (let part = await next(); giveUp === this.#giveUp; part = await next()) {
      if (part.done) return this.drop(1006);
      if (this.#deadline.pending) this.#opened();
      for (const event of events.read(decoder.decode(part.value, { stream: true })))
        if (giveUp === this.#giveUp) this.#happened(event);
    }
  }

  #opened() {
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
    else if (this.#greeting.accepts(frames)) this.#listener.onFrames(frames);
    else this.drop(4000, { after: 0 });
  }

  /** @param {{code?: number, after?: number}|null} data */
  #closed(data) {
    this.drop(data?.code ?? 1006, { after: data?.after });
  }
}

/**
 * @param {Response} response
 * @returns {response is Response & {body: ReadableStream<Uint8Array>}}
 */
function isStream(response) {
  const { status, headers, body } = response;
  return status === 200 && body !== null && (headers.get('content-type') ?? '').startsWith(TYPE);
}
