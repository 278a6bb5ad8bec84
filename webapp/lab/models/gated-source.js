/** An EventSource behind a gate. What forbids event streams forbids the reconnect stream, too. */
export class GatedSource {
  transport = 'sse';
  onerror = null;
  #gate;
  #source = null;
  #isSilent = false;

  constructor(gate, real, url) {
    this.#gate = gate;
    gate.enter(this);
    // Nobody listens yet.
    if (gate.blocks(this.transport)) real.setTimeout(() => this.break(), 0);
    else this.#connect(new real.EventSource(url));
  }

  addEventListener(type, listener) {
    this.#source?.addEventListener(type, (event) => !this.#isSilent && listener(event));
  }

  close() {
    this.#gate.leave(this);
    this.#source?.close();
  }

  break() {
    this.close();
    this.onerror?.({});
  }

  silence() {
    this.#isSilent = true;
  }

  #connect(source) {
    this.#source = source;
    source.onerror = (event) => !this.#isSilent && this.onerror?.(event);
  }
}
