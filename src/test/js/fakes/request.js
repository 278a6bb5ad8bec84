const encoder = new TextEncoder();

/** A fetch that the test plays the server of: answers it, fails it, or streams. */
export class FakeRequest {
  /** pending, streaming, ended, or given up by the client */
  state = 'pending';
  #pieces = [];
  /** Who waits for the next piece. */
  #waiting = null;

  constructor(url, { body, signal, headers, credentials } = {}) {
    this.url = url;
    this.headers = headers;
    this.credentials = credentials;
    this.path = new URL(url).pathname;
    this.query = new URL(url).searchParams;
    this.body = typeof body === 'string' ? JSON.parse(body) : body;
    this.answered = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    signal?.addEventListener('abort', () => this.#break('given up', new DOMException('aborted', 'AbortError')));
  }

  get isOpen() {
    return this.state === 'pending' || this.state === 'streaming';
  }

  answer(content, status = 200, headers = {}) {
    this.state = 'ended';
    const text = JSON.stringify(content);
    this.resolve(response(status, headers, { json: async () => JSON.parse(text), body: null }));
  }

  fail() {
    this.#break('ended', new TypeError('failed to fetch'));
  }

  /** The answer begins, and goes on. */
  stream(type = 'text/event-stream; charset=utf-8') {
    this.state = 'streaming';
    const body = { getReader: () => ({ read: () => this.#read() }) };
    this.resolve(response(200, { 'content-type': type }, { json: () => new Promise(() => {}), body }));
    return this;
  }

  sayText(text) {
    this.sayBytes(encoder.encode(text));
  }

  sayBytes(value) {
    if (this.state === 'streaming') this.#give(() => ({ done: false, value }));
  }

  say(...frames) {
    this.sayText(`data: ${JSON.stringify(frames)}\n\n`);
  }

  /** The server ends the stream. */
  end() {
    if (this.state === 'streaming') this.#give(() => ({ done: true, value: undefined }));
    this.state = 'ended';
  }

  /** The line breaks. */
  cut() {
    this.#break('ended', new TypeError('network error'));
  }

  #break(state, error) {
    if (!this.isOpen) return;
    this.state = state;
    this.reject(error);
    this.#pieces = [];
    this.#give(() => {
      throw error;
    });
  }

  #give(piece) {
    this.#pieces.push(piece);
    this.#waiting?.();
    this.#waiting = null;
  }

  async #read() {
    if (this.#pieces.length === 0) await new Promise((resolve) => (this.#waiting = resolve));
    return this.#pieces.shift()();
  }
}

function response(status, headers, content) {
  return { status, ok: status < 300, headers: new Headers(headers), ...content };
}
