import { ReliableSocket } from '../../../../webapp/holdfast/reliable-socket.js';
import { FakePlatform, RawSocket, recording } from './platform.js';

const EVENTS = ['open', 'message', 'error', 'close'];

/** A ReliableSocket, and all that its page hears. */
export class Bell {
  heard = [];
  log = [];

  constructor(options = {}, { url = 'ws://bell.test/', platform = new FakePlatform() } = {}) {
    this.platform = platform;
    platform.WebSocket = recording(RawSocket, platform.sockets);
    this.socket = new ReliableSocket(url, { platform, debug: (line) => this.log.push(line), ...options });
    for (const type of EVENTS) this.socket.addEventListener(type, (event) => this.heard.push(this.#told(event)));
  }

  get line() {
    return this.platform.socket;
  }

  get clock() {
    return this.platform.clock;
  }

  open() {
    this.line.accept();
    return this;
  }

  #told({ type, data, code, reason }) {
    if (type === 'message') return data;
    return type === 'close' ? `close ${code}${reason && ` ${reason}`}` : type;
  }
}
