/** @import { StreamEvent, EventStreamReader } from './event-stream.js' */
/** @import { Platform } from './platform.js' */
/** @import { DelayOption } from './reliable-options.js' */
import { EventFace } from './event-face.js';
import { EventRequest, TYPE } from './event-request.js';
import { retryAfter } from './exchange.js';
import { Keeper } from './keeper.js';
import { numbersOf } from './numbers.js';
import { delayOf, movesTo, platformWith } from './reliable-options.js';
import { Watchdog } from './watchdog.js';

/**
 * All optional. Durations are milliseconds.
 *
 * @typedef {object} ReliableEventSourceOptions
 * @property {boolean} [withCredentials]  whether cookies go to another origin too; default false: to the own one only
 * @property {Record<string, string>} [headers]  more request headers; default none. On another origin they need CORS
 * @property {string} [lastEventId]  where to begin; default '': where the server likes
 * @property {string|null} [lastEventIdParameter]  a query parameter that carries the last id in place of the header
 *   `Last-Event-ID`, for servers that do not read it, or other origins that do not allow it; default null: the header
 * @property {DelayOption} [reconnectDelay]  before the next try, on top of what the server wants by `retry:` or
 *   `Retry-After`; default floor 250, step 1000, cap 30000; 0: nothing on top. Afresh after each stream that brought an
 *   event
 * @property {number} [silenceLimit]  a request or stream without a byte, comments included, for so long is given up;
 *   default 60000; 0: never
 * @property {boolean|((line: string) => void)} [debug]  whether, or where to, each move is logged; default false; true:
 *   console.debug
 * @property {Partial<Platform>} [platform]  the browser's parts, to be replaced one by one
 */

const numbers = Object.freeze({ silenceLimit: 60000 });
const readyStates = Object.freeze({ connecting: 0, waiting: 0, hidden: 0, open: 1, closing: 2, closed: 2 });
const NO_CONTENT = 204;

/**
 * An EventSource that does not give up, in the place of one: the same members and events. A browser's stops for ever at
 * any answer that is not an event stream, be it a 503 during an update or the page of a proxy; and it never notices that
 * a line is dead.
 *
 *     import { ReliableEventSource } from './holdfast/reliable-event-source.js';
 *
 *     const source = new ReliableEventSource('/news');
 *     source.onopen = () => tell('live');
 *     source.onerror = ({ status }) => tell(`not there: ${status}`);  // 0: nobody answered, or the stream broke
 *     source.addEventListener('headline', ({ data, lastEventId }) => show(data, lastEventId));
 *
 * It comes back with the id of the last event, after anything but an answer 204, by which a server says stop (HTML,
 * section 9.2), and `close()`. A 401, too, is asked again, ever more seldom: `onerror` is where to sign in or to close.
 *
 * | state | `readyState` | meaning | goes to |
 * |---|---|---|---|
 * | connecting | CONNECTING | a request is under way | open, waiting, hidden, closed |
 * | open | OPEN | | waiting, hidden, closed |
 * | waiting | CONNECTING | none; the next try has its time | connecting, hidden, closed |
 * | hidden | CONNECTING | none, as the page is in the back/forward cache | connecting, closed |
 * | closed | CLOSED | for good: by `close()`, or a 204 | – |
 */
export class ReliableEventSource extends EventFace {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSED = 2;
  CONNECTING = 0;
  OPEN = 1;
  CLOSED = 2;
  /** @type {((event: any) => void)|null} */
  onopen = null;
  /** @type {((event: any) => void)|null} */
  onmessage = null;
  /** @type {((event: any) => void)|null} */
  onerror = null;
  /** Absolute. */
  url;
  /** Of the newest event. */
  lastEventId;
  withCredentials;
  #headers;
  #parameter;
  #silenceLimit;
  #request;
  #watchdog;
  #keeper;
  #retry = 0;
  #origin = '';

  /**
   * @param {string} url
   * @param {ReliableEventSourceOptions} [options]
   */
  constructor(url, options = {}) {
    super('open', 'message', 'error');
    const platform = platformWith(options.platform);
    this.url = new URL(url, platform.location).href;
    this.lastEventId = options.lastEventId ?? '';
    this.withCredentials = options.withCredentials ?? false;
    this.#headers = options.headers ?? {};
    this.#parameter = options.lastEventIdParameter ?? null;
    this.#silenceLimit = numbersOf(numbers, options).silenceLimit;
    this.#request = this.#makeRequest(platform);
    this.#watchdog = new Watchdog(platform, 1, { onPing: () => {}, onSilent: () => this.#ended('silent') });
    this.#keeper = this.#makeKeeper(platform, options);
    this.#keeper.start();
  }

  get readyState() {
    return readyStates[/** @type {keyof typeof readyStates} */ (this.#keeper.state)];
  }

  /** Ends for good. */
  close() {
    this.#abandon();
    this.#keeper.close();
  }

  /** @param {Platform} platform */
  #makeRequest(platform) {
    return new EventRequest(platform, {
      onOpen: (response) => this.#opened(response),
      onPart: () => this.#watchdog.heard(),
      onEvent: (event, reader) => this.#happened(event, reader),
      onRefused: (response) => this.#refused(response),
      onCut: (reader) => this.#cut(reader),
    });
  }

  /**
   * @param {Platform} platform
   * @param {ReliableEventSourceOptions} options
   */
  #makeKeeper(platform, { reconnectDelay, debug }) {
    return new Keeper(platform, { delay: delayOf(reconnectDelay), timeout: 0 }, {
      onConnect: () => this.#connect(),
      onLate: () => {},
      onHide: () => this.#lost(0),
      onState: movesTo(debug, 'ReliableEventSource'),
    });
  }

  #connect() {
    if (this.#silenceLimit > 0) this.#watchdog.start(this.#silenceLimit, 0);
    this.#request.open(this.#address, this.#init, this.lastEventId);
  }

  get #address() {
    if (!this.#parameter || !this.lastEventId) return this.url;
    const url = new URL(this.url);
    url.searchParams.set(this.#parameter, this.lastEventId);
    return url.href;
  }

  get #init() {
    const isInHeader = !this.#parameter && this.lastEventId !== '';
    const lastEventId = /** @type {Record<string, string>} */ (isInHeader ? { 'last-event-id': this.#headerText } : {});
    const headers = { ...this.#headers, accept: TYPE, ...lastEventId };
    return { headers, credentials: this.withCredentials ? 'include' : 'same-origin', cache: 'no-store' };
  }

  /** Headers are bytes: fetch takes each character for one, and the id goes as UTF-8. */
  get #headerText() {
    return String.fromCharCode(...new TextEncoder().encode(this.lastEventId));
  }

  /** @param {Response} response */
  #opened({ url }) {
    this.#origin = new URL(url || this.url).origin;
    this.#keeper.opened();
    this.tell('open');
  }

  /**
   * @param {StreamEvent} event
   * @param {EventStreamReader} reader
   */
  #happened({ type, data }, reader) {
    this.#note(reader);
    this.#keeper.proved();
    const { lastEventId } = this;
    this.dispatchEvent(new MessageEvent(type, { data, lastEventId, origin: this.#origin }));
  }

  /** @param {Response|null} response */
  #refused(response) {
    const status = response?.status ?? 0;
    if (status !== NO_CONTENT) return this.#ended(status ? `status ${status}` : 'no answer', response);
    this.#keeper.close('no content');
    this.#lost(status);
  }

  /** @param {EventStreamReader} reader */
  #cut(reader) {
    this.#note(reader);
    this.#ended('cut');
  }

  /** @param {EventStreamReader} reader */
  #note({ lastEventId, retry }) {
    this.lastEventId = lastEventId;
    this.#retry = retry ?? this.#retry;
  }

  /**
   * @param {string} reason
   * @param {Response|null} [response]
   */
  #ended(reason, response) {
    this.#keeper.ended(reason, (response && retryAfter(response)) ?? this.#retry);
    this.#lost(response?.status ?? 0);
  }

  /** @param {number} status */
  #lost(status) {
    this.#abandon();
    this.tell('error', { status });
  }

  #abandon() {
    this.#watchdog.stop();
    this.#request.close();
  }
}
