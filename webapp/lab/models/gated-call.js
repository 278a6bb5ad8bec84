/** One fetch behind a gate, from the question to the last byte of the answer. */
export class GatedCall {
  #gate;
  #signal;
  #broken = new AbortController();
  #isSilent = false;

  /** @param {string|null} transport that it is a part of; null: of each that needs it */
  constructor(gate, transport, signal) {
    this.#gate = gate;
    this.transport = transport;
    this.#signal = AbortSignal.any([this.#broken.signal, ...(signal ? [signal] : [])]);
    this.#signal.addEventListener('abort', () => gate.leave(this));
    gate.enter(this);
  }

  async run(real, url, init) {
    try {
      const response = await this.#whenHeard(() => real.fetch(url, { ...init, signal: this.#signal }));
      return await this.#whenHeard(() => this.#passOn(response));
    } catch (error) {
      this.#gate.leave(this);
      throw error;
    }
  }

  break() {
    this.#broken.abort(new TypeError('the line was cut'));
  }

  silence() {
    this.#isSilent = true;
  }

  #whenHeard(then) {
    return this.#isSilent ? this.#untilGivenUp() : then();
  }

  #untilGivenUp() {
    return new Promise((_, reject) => this.#signal.addEventListener('abort', () => reject(this.#signal.reason)));
  }

  #passOn(response) {
    const { body, ok, status, headers } = response;
    if (body && ok) return new Response(body.pipeThrough(this.#passage()), { status, headers });
    this.#gate.leave(this);
    return response;
  }

  /** A stream may fall silent in the middle: then it neither goes on nor ends. */
  #passage() {
    return new TransformStream({
      transform: (part, passage) => {
        if (!this.#isSilent) passage.enqueue(part);
      },
      flush: () => (this.#isSilent ? new Promise(() => {}) : this.#gate.leave(this)),
    });
  }
}
