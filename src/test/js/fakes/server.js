import { event, LIMITS, TIMINGS } from './chat.js';

const REPLAY = 50;

/** One room's log, and everybody on it: a server that obeys the protocol. Each socket has a wire either way. */
export class FakeServer {
  log = [];
  /** Sequences up to this are no longer kept. */
  expired = 0;
  /** Chance that a post is refused for now. */
  busy = () => false;
  wires = [];
  #sequences = new Map();

  /** Sockets and sources of this platform are this server's. */
  serve(platform, account) {
    const { WebSocket } = platform;
    const server = this;
    platform.WebSocket = class extends WebSocket {
      constructor(url) {
        super(url);
        server.#wire(this, account);
      }
    };
  }

  get head() {
    return this.log.length;
  }

  /** Wires whose client has not given up on them. */
  get open() {
    return this.wires.filter(({ socket }) => socket.readyState < 2);
  }

  /** Another member says something. */
  speak(text) {
    this.#commit({ name: 'somebody', id: 1 }, text);
  }

  heads() {
    this.#tellAll({ type: 'heads', data: { heads: { 1: this.head } } });
  }

  /** Takes the next command off a wire. */
  obey(wire) {
    const command = wire.up.shift();
    if (command?.type === 'hello') this.#hello(wire, command.data);
    else if (command?.type === 'post') this.#post(wire, command.data);
    else if (command?.type === 'ping') wire.down.push([{ type: 'pong', data: {} }]);
  }

  #wire(socket, account) {
    const wire = { socket, account, up: [], down: [], welcomed: false };
    socket.onsent = (frame) => wire.up.push(frame);
    this.wires.push(wire);
  }

  #hello(wire, { positions }) {
    const { position, reset } = this.#resume(positions[1]);
    const room = { log: 1, name: 'Lobby', topic: '', epoch: 'e', position, head: this.head, read: 0, reset };
    const account = { ...wire.account, displayName: '', role: 'member', log: 100, epoch: 'a', position: 0, head: 0 };
    wire.welcomed = true;
    const data = { session: 's', account, rooms: [room], limits: LIMITS, timings: TIMINGS };
    wire.down.push([{ type: 'welcome', data }]);
    for (const missed of this.log.slice(position)) wire.down.push([missed]);
  }

  #resume(point) {
    const begin = Math.max(0, this.head - REPLAY);
    if (!point) return { position: begin };
    return point.sequence < this.expired ? { position: begin, reset: 'expired' } : { position: point.sequence };
  }

  #post(wire, { id, room, text }) {
    if (!this.#sequences.has(id) && this.busy()) return this.#refuse(wire, id);
    if (!this.#sequences.has(id)) this.#sequences.set(id, this.#commit(wire.account, text, id));
    wire.down.push([{ type: 'ack', data: { id, room, sequence: this.#sequences.get(id), at: 0 } }]);
  }

  #refuse(wire, id) {
    wire.down.push([{ type: 'refused', data: { id, code: 'busy', message: '', retryable: true, retryAfter: 30 } }]);
  }

  #commit({ id: author, name }, text, id) {
    const frame = event(this.head + 1, { id, author: { id: author, name }, body: { text } });
    this.log.push(frame);
    this.#tellAll(frame);
    return this.head;
  }

  #tellAll(frame) {
    for (const wire of this.open) if (wire.welcomed) wire.down.push([frame]);
  }
}
