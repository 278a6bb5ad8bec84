/** @import { StreamEvent } from './event-stream.js' */
/** @import { Platform } from './platform.js' */
import { EventStreamReader } from './event-stream.js';

export const TYPE = 'text/event-stream';

/**
 * @typedef {object} EventRequestListener
 * @property {(response: Response) => void} [onOpen]  it is an event stream
 * @property {() => unknown} onPart  something came, if only a comment
 * @property {(event: StreamEvent, reader: EventStreamReader) => void} onEvent
 * @property {(response: Response|null) => void} onRefused  it is something else; null: nobody answered
 * @property {(reader: EventStreamReader) => void} onCut  it ended
 */

/**
 * One request at a time whose answer is an event stream, read by fetch: an EventSource can neither carry a body or a
 * header nor tell why it was turned away. What was given up is not heard of again.
 */
export class EventRequest {
  #platform;
  #listener;
  /** @type {AbortController|null} of the request that there is */
  #giveUp = null;

  /**
   * @param {Platform} platform
   * @param {EventRequestListener} listener
   */
  constructor(platform, listener) {
    this.#platform = platform;
    this.#listener = listener;
  }

  get isOpen() {
    return this.#giveUp !== null;
  }

  /**
   * @param {string} url
   * @param {object} init  of `fetch`
   * @param {string} [lastEventId]
   */
  open(url, init, lastEventId) {
    this.close();
    const giveUp = (this.#giveUp = new AbortController());
    this.#run(giveUp, this.#platform.fetch(url, { ...init, signal: giveUp.signal }), lastEventId);
  }

  close() {
    this.#giveUp?.abort();
    this.#giveUp = null;
  }

  /**
   * @param {AbortController} giveUp
   * @param {Promise<Response>} answer
   * @param {string} [lastEventId]
   */
  async #run(giveUp, answer, lastEventId) {
    const response = await answer.catch(() => null);
    if (giveUp !== this.#giveUp) return;
    if (!response || !isStream(response)) return this.#end(() => this.#listener.onRefused(response));
    this.#listener.onOpen?.(response);
    await this.#read(giveUp, response.body.getReader(), new EventStreamReader(lastEventId));
  }

  /**
   * @param {AbortController} giveUp
   * @param {ReadableStreamDefaultReader<Uint8Array>} body
   * @param {EventStreamReader} reader
   */
  async #read(giveUp, body, reader) {
    const decoder = new TextDecoder();
    const next = () => body.read().catch(() => ({ done: true, value: undefined }));
    /** @param {StreamEvent} event */
    const give = (event) => void (giveUp === this.#giveUp && this.#listener.onEvent(event, reader));
    for (let part = await next(); giveUp === this.#giveUp; part = await next()) {
      if (part.done || reader.isFlooded) return this.#end(() => this.#listener.onCut(reader));
      this.#listener.onPart();
      reader.read(decoder.decode(part.value, { stream: true }), give);
    }
  }

  /** @param {() => void} then */
  #end(then) {
    this.close();
    then();
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
