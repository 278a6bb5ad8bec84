import { Model } from '../../app/models/model.js';

/** A drain of this server, which is begun and ended here, or by somebody else: the lines tell. */
export class Drain extends Model {
  #rigs;
  #request;

  isOn = false;
  /** Whether one was ended since the page was opened. */
  isOver = false;
  isBusy = false;
  refusal = null;

  /** @param request (method, path, body) → resolves when the server did it, rejects with a refusal */
  constructor(rigs, request) {
    super();
    this.#rigs = rigs;
    this.#request = request;
    for (const { client } of rigs) client.addEventListener('statuschange', ({ detail }) => this.#heard(detail));
  }

  /** Lines that are live. */
  get live() {
    return this.#rigs.filter(({ isLive }) => isLive).length;
  }

  get all() {
    return this.#rigs.length;
  }

  begin() {
    return this.#ask('POST', true);
  }

  end() {
    // Every line that waits holds a stream, and a browser has six connections to a host: the question needs one of them.
    this.#rigs.find(({ isLive }) => !isLive)?.gate.cut();
    return this.#ask('DELETE', false);
  }

  async #ask(method, isOn) {
    this.isBusy = true;
    this.refusal = null;
    this.changed();
    try {
      await this.#request(method, 'api/drain');
      this.#become(isOn);
    } catch (refusal) {
      this.refusal = refusal;
    }
    this.isBusy = false;
    this.changed();
  }

  #heard({ word, reason }) {
    if (reason === 'draining' && !this.isOn && !this.isBusy) this.#become(true);
    // Nobody is let in during a drain.
    else if (word === 'catching-up' && this.isOn && !this.isBusy) this.#become(false);
    this.changed();
  }

  #become(isOn) {
    this.isOver = !isOn;
    this.isOn = isOn;
    this.changed();
  }
}
