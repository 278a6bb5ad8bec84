/** @typedef {import('./socket-options.js').ReliableSocketOptions} ReliableSocketOptions */
import { EventFace } from './event-face.js';
import { Heartbeat } from './heartbeat.js';
import { Kept, Keeper } from './keeper.js';
import { numbersOf } from './numbers.js';
import { OneSocket } from './one-socket.js';
import { delayOf, movesTo, platformWith } from './reliable-options.js';
import { SendQueue } from './send-queue.js';
import { optionsIn, socketNumbers } from './socket-options.js';
import { abnormal, checkClose, closeEvent, socketUrl } from './socket-rules.js';

const readyStates = Object.freeze({ connecting: 0, waiting: 0, hidden: 0, open: 1, closing: 2, closed: 3 });

/**
 * A WebSocket that comes back, in the place of one: the same members, the same events, any server.
 *
 *     import { ReliableSocket } from './holdfast/reliable-socket.js';
 *
 *     const socket = new ReliableSocket('wss://example.org/ticker', { heartbeat: true });
 *     socket.onopen = () => socket.send('subscribe');       // each time
 *     socket.onmessage = ({ data }) => show(data);
 *     socket.onclose = () => tell(socket.readyState === ReliableSocket.CLOSED ? 'over' : 'back soon');
 *
 * Each connection has the events that a WebSocket of its own would have: `open`, `message` …, then `error` if it broke,
 * and `close`. At a `close` that is not the last, `readyState` is CONNECTING. What the other side sends while there is no
 * connection is lost, and so may be what was sent when it broke: only HoldfastClient promises more.
 *
 * | state | `readyState` | meaning | goes to |
 * |---|---|---|---|
 * | connecting | CONNECTING | a socket opens | open, waiting, hidden, closing, closed |
 * | open | OPEN | | waiting, hidden, closing, closed |
 * | waiting | CONNECTING | none; the next try has its time | connecting, hidden, closing |
 * | hidden | CONNECTING | none, as the page is in the back/forward cache | connecting, closing |
 * | closing | CLOSING | `close()` was called | closed |
 * | closed | CLOSED | for good: by `close()`, or the `reconnectLimit` | – |
 */
export class ReliableSocket extends EventFace {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSING = 2;
  static CLOSED = 3;
  CONNECTING = 0;
  OPEN = 1;
  CLOSING = 2;
  CLOSED = 3;
  /** @type {((event: any) => void)|null} */
  onopen = null;
  /** @type {((event: any) => void)|null} */
  onmessage = null;
  /** @type {((event: any) => void)|null} */
  onclose = null;
  /** @type {((event: any) => void)|null} */
  onerror = null;
  #address;
  #protocols;
  #platform;
  #parse;
  #closeTimeout;
  #sockets;
  #heartbeat;
  #keeper;
  #queue;
  #url = '';
  /** @type {BinaryType} */
  #binaryType = 'blob';
  /** Names the attempt that there is. */
  #attempt = /** @type {object|null} */ (null);

  /**
   * @param {string|(() => string|Promise<string>)} url  of the server, or what makes it anew for each connection
   * @param {string|string[]|ReliableSocketOptions} [protocols]
   * @param {ReliableSocketOptions} [options]
   */
  constructor(url, protocols, options = optionsIn(protocols)) {
    super('open', 'message', 'close', 'error');
    const settled = numbersOf(socketNumbers, options);
    const platform = (this.#platform = platformWith(options.platform));
    this.#protocols = protocols === options ? options.protocols : /** @type {string|string[]} */ (protocols);
    this.#address = typeof url === 'string' ? socketUrl(url, platform.location) : url;
    this.#parse = options.parse;
    this.#closeTimeout = settled.closeTimeout;
    this.#queue = new SendQueue(settled.queueLimit);
    this.#sockets = new OneSocket(platform, {
      onOpen: () => this.#opened(),
      onMessage: (event) => this.#received(event),
      onClose: ({ code, reason, wasClean }) => this.#ended({ code, reason, wasClean }),
    });
    this.#heartbeat = new Heartbeat(platform, options, {
      send: (data) => void this.#sockets.send(data),
      onSilent: () => this.#ended(abnormal('silent')),
    });
    this.#keeper = this.#makeKeeper(settled, options);
    this.#keeper.start();
  }

  get readyState() {
    return readyStates[/** @type {keyof typeof readyStates} */ (this.#keeper.state)];
  }

  /** Of the newest connection; empty before the first, if a function makes it. */
  get url() {
    return this.#url;
  }

  /** What the server chose; empty while there is no connection. */
  get protocol() {
    return this.#sockets.current?.protocol ?? '';
  }

  /** What the server chose; empty while there is no connection. */
  get extensions() {
    return this.#sockets.current?.extensions ?? '';
  }

  /** Bytes that were not given to the network yet, those that wait for a connection included. */
  get bufferedAmount() {
    return this.#queue.bytes + (this.#sockets.current?.bufferedAmount ?? 0);
  }

  get binaryType() {
    return this.#binaryType;
  }

  set binaryType(type) {
    if (type !== 'blob' && type !== 'arraybuffer') return;
    this.#binaryType = type;
    this.#dress();
  }

  /**
   * Sends, or keeps until there is a connection, or refuses (see `queueLimit`). After a `close()` it throws an
   * InvalidStateError, where a WebSocket would drop it.
   * @param {string|ArrayBufferLike|Blob|ArrayBufferView} data
   */
  send(data) {
    if (this.readyState > ReliableSocket.OPEN) throw new DOMException('the socket is closed', 'InvalidStateError');
    if (this.readyState !== ReliableSocket.OPEN || !this.#sockets.send(data)) this.#queue.add(data);
  }

  /**
   * Ends for good. Throws what a WebSocket throws for a code or a reason that may not be sent.
   * @param {number} [code]
   * @param {string} [reason]
   */
  close(code = 1000, reason = '') {
    checkClose(code, reason);
    if (this.readyState > ReliableSocket.OPEN) return;
    const isThere = this.readyState === ReliableSocket.OPEN;
    this.#attempt = null;
    this.#heartbeat.stop();
    this.#keeper.end(isThere ? this.#closeTimeout : 0);
    if (isThere) this.#sockets.current?.close(code, reason);
  }

  /**
   * @param {typeof socketNumbers} settled
   * @param {ReliableSocketOptions} options
   */
  #makeKeeper({ connectTimeout: timeout, healthyAfter, reconnectLimit: limit }, { reconnectDelay, debug }) {
    const patience = { delay: delayOf(reconnectDelay), timeout, healthyAfter, limit };
    return new Keeper(this.#platform, patience, {
      onConnect: () => this.#connect(),
      onLate: () => this.#late(),
      onHide: () => this.#release({ code: 1000, reason: 'hidden', wasClean: true }),
      onWake: () => this.#heartbeat.wake(),
      onOffline: () => this.#heartbeat.probe(),
      onState: movesTo(debug, 'ReliableSocket'),
    });
  }

  /** It did not open in time; or it did not close in time, or had nothing to close. */
  #late() {
    const hasNone = this.#keeper.in(Kept.CLOSING) && !this.#sockets.current;
    this.#ended(hasNone ? { code: 1000, reason: '', wasClean: true } : abnormal('late'));
  }

  #connect() {
    const attempt = (this.#attempt = {});
    if (typeof this.#address === 'string') return this.#open(this.#address);
    const whileCurrent = (/** @type {(value: any) => void} */ then) => (/** @type {any} */ value) =>
      void (attempt === this.#attempt && then(value));
    new Promise((resolve) => resolve(/** @type {Function} */ (this.#address)())).then(
      whileCurrent((url) => this.#open(url)),
      whileCurrent((error) => this.#ended(abnormal('no url', error))),
    );
  }

  /** @param {string} url */
  #open(url) {
    try {
      this.#url = socketUrl(url, this.#platform.location);
      this.#sockets.open(this.#url, this.#protocols);
      this.#dress();
    } catch (error) {
      this.#ended(abnormal('refused', error));
    }
  }

  #dress() {
    const { current } = this.#sockets;
    if (current) current.binaryType = this.#binaryType;
  }

  /** What the page says in its `open` goes before what has waited. */
  #opened() {
    this.#keeper.opened();
    this.#heartbeat.start();
    this.tell('open');
    this.#queue.flush((data) => this.#keeper.in(Kept.OPEN) && this.#sockets.send(data));
  }

  /** @param {MessageEvent} event */
  #received({ data, origin }) {
    if (!this.#keeper.in(Kept.OPEN) || this.#heartbeat.heard(data)) return;
    const message = this.#parsed(data);
    if (message) this.dispatchEvent(new MessageEvent('message', { ...message, origin }));
  }

  /** @param {unknown} data */
  #parsed(data) {
    try {
      return { data: this.#parse ? this.#parse(data) : data };
    } catch (error) {
      this.tell('error', { error });
      return null;
    }
  }

  /** @param {{code: number, reason: string, wasClean: boolean, error?: unknown}} end */
  #ended(end) {
    this.#keeper.ended(end.reason || String(end.code));
    this.#release(end);
  }

  /** @param {{code: number, reason: string, wasClean: boolean, error?: unknown}} end */
  #release({ error, ...end }) {
    this.#attempt = null;
    this.#heartbeat.stop();
    this.#sockets.release(1000);
    if (!end.wasClean) this.tell('error', { error });
    this.dispatchEvent(closeEvent(end));
  }
}
