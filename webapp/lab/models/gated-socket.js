const ABNORMAL = 1006;
const CLOSED = 3;

/** A WebSocket behind a gate: a browser's own, until the gate breaks or silences it. */
export class GatedSocket {
  transport = 'websocket';
  onopen = null;
  onmessage = null;
  onclose = null;
  #gate;
  #socket = null;
  #isSilent = false;
  #isOver = false;

  constructor(gate, real, url) {
    this.#gate = gate;
    gate.enter(this);
    // Nobody listens yet.
    if (gate.blocks(this.transport)) real.setTimeout(() => this.break(), 0);
    else this.#connect(new real.WebSocket(url));
  }

  get readyState() {
    return this.#isOver ? CLOSED : (this.#socket?.readyState ?? 0);
  }

  send(text) {
    if (!this.#isSilent) this.#socket.send(text);
  }

  close(code) {
    this.#gate.leave(this);
    this.#socket?.close(code);
  }

  /** What a reset on the line looks like from here. */
  break() {
    if (this.#isOver) return;
    this.#isOver = true;
    this.close();
    this.onclose?.({ code: ABNORMAL });
  }

  silence() {
    this.#isSilent = true;
  }

  #connect(socket) {
    this.#socket = socket;
    const isHeard = () => !this.#isSilent && !this.#isOver;
    socket.onopen = (event) => isHeard() && this.onopen?.(event);
    socket.onmessage = (event) => isHeard() && this.onmessage?.(event);
    socket.onclose = (event) => isHeard() && this.#ended(event);
  }

  #ended(event) {
    this.#isOver = true;
    this.#gate.leave(this);
    this.onclose?.(event);
  }
}
