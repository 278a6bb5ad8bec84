import { event, LIMITS, TIMINGS } from './chat.js';

const REPLAY = 50;

/** One room's log, and everybody on it: a server that obeys the protocol. Each connection has a wire, either way. */
export class FakeServer {
  log = [];
  /** Sequences up to this are no longer kept. */
  expired = 0;
  /** Chance that a post is refused for now. */
  busy = () => false;
  wires = [];
  #sequences = new Map();
  #sessions = 0;
  /** The latest turn of each session. */
  #turns = new Map();

  /** Sockets of this platform are this server's. */
  serve(platform, account) {
    const { WebSocket } = platform;
    const server = this;
    platform.WebSocket = class extends WebSocket {
      constructor(url) {
        super(url);
        if (url.endsWith('/chat')) server.#listen(this, account);
      }
    };
  }

  get head() {
    return this.log.length;
  }

  /** Wires whose client has not given up on them. */
  get open() {
    this.wires = this.wires.filter(({ end }) => end.isOpen);
    return this.wires;
  }

  /** Another member says something. */
  speak(text) {
    this.#commit({ name: 'somebody', id: 1 }, text);
  }

  heads() {
    this.#tellAll({ type: 'heads', data: { heads: { 1: this.head } } });
  }

  /** @param {{isOpen: boolean}} end  the client's */
  wire(end, account) {
    const wire = { end, account, up: [], down: [], welcomed: false };
    this.wires.push(wire);
    return wire;
  }

  /** Takes the next command off a wire. */
  obey(wire) {
    const command = wire.up.shift();
    if (command?.type === 'hello') this.hello(wire, command.data);
    else if (command) wire.down.push(...this.answers(wire.account, [command]).map((frame) => [frame]));
  }

  /** Begins to deliver on a wire. The session's older one is replaced; that may be this one, which came late. */
  hello(wire, data) {
    const welcome = this.welcome(wire.account, data);
    const { session } = welcome.data;
    if (!this.replace(session, data.turn)) return end(wire);
    Object.assign(wire, { session, welcomed: true });
    wire.down.push([welcome]);
    for (const missed of this.after(welcome)) wire.down.push([missed]);
    if (wire.end.path) wire.down.push([{ type: 'heads', data: { heads: {} } }]);
  }

  welcome({ id, name }, { positions, session = `s${++this.#sessions}` }) {
    const { position, reset } = this.#resume(positions[1]);
    const room = { log: 1, name: 'Lobby', topic: '', epoch: 'e', position, head: this.head, read: 0, reset };
    const account = { id, name, displayName: '', role: 'member', log: 100, epoch: 'a', position: 0, head: 0 };
    return { type: 'welcome', data: { session, account, rooms: [room], limits: LIMITS, timings: TIMINGS } };
  }

  /** The events that a welcome promises. */
  after({ data }) {
    return this.log.slice(data.rooms[0].position);
  }

  answers(account, commands) {
    return commands.flatMap(({ type, data }) => {
      if (type === 'post') return [this.#post(account, data)];
      return type === 'ping' ? [{ type: 'pong', data }] : [];
    });
  }

  /** @returns {boolean} false: a later connection of the session is there already */
  replace(session, turn) {
    if (turn < (this.#turns.get(session) ?? 0)) return false;
    this.#turns.set(session, turn);
    this.open.filter((each) => each.session === session).forEach(end);
    return true;
  }

  #listen(socket, account) {
    const wire = this.wire(socket, account);
    socket.onsent = (frame) => wire.up.push(frame);
  }

  #resume(point) {
    const begin = Math.max(0, this.head - REPLAY);
    if (!point) return { position: begin };
    return point.sequence < this.expired ? { position: begin, reset: 'expired' } : { position: point.sequence };
  }

  #post(account, { id, room, text }) {
    if (!this.#sequences.has(id) && this.busy()) return refusal(id);
    if (!this.#sequences.has(id)) this.#sequences.set(id, this.#commit(account, text, id));
    return { type: 'ack', data: { id, room, sequence: this.#sequences.get(id), at: 0 } };
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

function end(wire) {
  Object.assign(wire, { session: null, welcomed: false });
  wire.down.push([{ type: 'close', data: { code: 4409 } }]);
}

function refusal(id) {
  return { type: 'refused', data: { id, code: 'busy', message: '', retryable: true, retryAfter: 30 } };
}
