const encoder = new TextEncoder();

/** A fetch that the test plays the server of: answers it, fails it, or streams. */
export class FakeRequest {
  /** pending, streaming, ended, or given up by the client */
  state = 'pending';
  #stream = null;

  constructor(url, { body, signal } = {}) {
    this.url = url;
    this.path = new URL(url).pathname;
    this.query = new URL(url).searchParams;
    this.body = body === undefined ? undefined : JSON.parse(body);
    this.answered = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    signal?.addEventListener('abort', () => this.#givenUp());
  }

  get isOpen() {
    return this.state === 'pending' || this.state === 'streaming';
  }

  answer(content, status = 200, headers = {}) {
    this.state = 'ended';
    this.resolve(new Response(JSON.stringify(content), { status, headers }));
  }

  fail() {
    this.state = 'ended';
    this.reject(new TypeError('failed to fetch'));
  }

  /** The answer begins, and goes on. */
  stream(type = 'text/event-stream; charset=utf-8') {
    this.state = 'streaming';
    const body = new ReadableStream({ start: (stream) => (this.#stream = stream) });
    this.resolve(new Response(body, { headers: { 'content-type': type } }));
    return this;
  }

  sayText(text) {
    this.sayBytes(encoder.encode(text));
  }

  sayBytes(bytes) {
    if (this.state === 'streaming') this.#stream.enqueue(bytes);
  }

  say(...frames) {
    this.sayText(`data: ${JSON.stringify(frames)}\n\n`);
  }

  /** The server ends the stream. */
  end() {
    if (this.state === 'streaming') this.#stream.close();
    this.state = 'ended';
  }

  /** The line breaks. */
  cut() {
    if (this.state === 'pending') return this.fail();
    if (this.state === 'streaming') this.#stream.error(new TypeError('network error'));
    this.state = 'ended';
  }

  #givenUp() {
    if (!this.isOpen) return;
    if (this.state === 'pending') this.reject(new DOMException('aborted', 'AbortError'));
    else this.#stream.error(new DOMException('aborted', 'AbortError'));
    this.state = 'given up';
  }
}
