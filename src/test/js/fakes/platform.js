import { FakeClock } from './clock.js';
import { FakeRequest } from './request.js';

/** A WebSocket that the test plays the server of. */
export class FakeSocket {
  readyState = 0;
  sent = [];
  closedWith = null;

  constructor(url) {
    this.url = url;
  }

  send(text) {
    // A heartbeat's ping is no JSON.
    const sent = text === 'ping' ? text : JSON.parse(text);
    this.sent.push(sent);
    this.onsent?.(sent);
  }

  close(code, reason) {
    if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999)) throw new Error('InvalidAccessError');
    this.closedWith ??= code;
    this.readyState = 2;
  }

  get isOpen() {
    return this.readyState < 2;
  }

  /** The types of what was sent. */
  get types() {
    return this.sent.map(({ type }) => type);
  }

  accept() {
    this.readyState = 1;
    this.onopen?.({});
  }

  say(...frames) {
    this.sayText(JSON.stringify(frames));
  }

  sayText(data) {
    this.onmessage?.({ data });
  }

  end(code, reason = '', wasClean = false) {
    this.readyState = 3;
    // As a browser's events have their members: not as their own.
    this.onclose?.(Object.create({ code, reason, wasClean }));
  }
}

/** One that carries what it is given. */
export class RawSocket extends FakeSocket {
  bufferedAmount = 0;
  extensions = '';

  constructor(url, protocols) {
    super(url);
    this.protocols = protocols;
    this.protocol = [protocols].flat()[0] ?? '';
  }

  send(data) {
    this.sent.push(data);
    this.onsent?.(data);
  }
}

/** An EventSource that the test plays the server of. */
export class FakeSource {
  closed = false;
  #listeners = {};

  constructor(url) {
    this.url = url;
  }

  addEventListener(type, listener) {
    this.#listeners[type] = listener;
  }

  close() {
    this.closed = true;
  }

  say(type, data = {}) {
    this.#listeners[type]?.({ data: JSON.stringify(data) });
  }

  sayText(type, text) {
    this.#listeners[type]?.({ data: text });
  }

  fail() {
    this.onerror?.({});
  }
}

class FakeDocument extends EventTarget {
  visibilityState = 'visible';
}

/** Everything the library needs, in the test's hands; keeps what was opened. */
export class FakePlatform {
  sockets = [];
  sources = [];
  requests = [];
  /** What the server answers: (path, init) → {status, body}, or throws. */
  answer = () => ({ status: 401, body: { code: 'login_required', message: '' } });
  window = new EventTarget();
  document = new FakeDocument();
  location = 'http://chat.test/app/index.html';
  crypto = globalThis.crypto;
  random = () => 0.5;
  storage = fakeStorage();
  WebSocket = recording(FakeSocket, this.sockets);
  EventSource = recording(FakeSource, this.sources);

  constructor(clock = new FakeClock()) {
    this.clock = clock;
    this.now = clock.now;
    this.setTimeout = clock.setTimeout;
    this.clearTimeout = clock.clearTimeout;
  }

  fetch = async (url, init) => {
    this.requests.push({ url, ...init });
    const { status, body } = await this.answer(new URL(url).pathname, init);
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  };

  /** From now on each request waits for what the test makes of it. */
  hold() {
    this.held = [];
    this.fetch = (url, init) => {
      const request = new FakeRequest(url, init);
      this.held.push(request);
      return request.answered;
    };
    return this;
  }

  /** The newest request for a path. */
  request(path) {
    return this.held.findLast((request) => request.path.endsWith(path));
  }

  get openRequests() {
    return this.held.filter(({ isOpen }) => isOpen);
  }

  get socket() {
    return this.sockets.at(-1);
  }

  get source() {
    return this.sources.at(-1);
  }

  /** Sockets that nobody closed. */
  get openSockets() {
    return this.sockets.filter(({ isOpen }) => isOpen);
  }

  get openSources() {
    return this.sources.filter(({ closed }) => !closed);
  }

  happen(type, more = {}) {
    this.window.dispatchEvent(Object.assign(new Event(type), more));
  }

  show(visibilityState) {
    this.document.visibilityState = visibilityState;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}

/** A kind of connection whose each is kept in a list. */
export function recording(Kind, list) {
  return class extends Kind {
    constructor(...how) {
      super(...how);
      list.push(this);
    }
  };
}

function fakeStorage() {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
    removeItem: (key) => void items.delete(key),
  };
}
