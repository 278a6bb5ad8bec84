import { GatedCall } from './gated-call.js';
import { GatedSocket } from './gated-socket.js';
import { GatedSource } from './gated-source.js';

/** What a proxy answers for what it forbids. */
const FORBIDDEN = 403;

/**
 * What stands between one client and the server, and can harm what passes: break it as a reset does, silence it as a
 * network does that forgot the connection, or forbid a transport as a proxy does.
 */
export class Gate {
  #real;
  #open = new Set();
  #blocked = new Set();

  /** Whether nothing comes or goes, in connections that are opened meanwhile neither. */
  isSilent = false;
  /** Polls that went out so far. */
  polls = 0;

  constructor(real = globalThis) {
    this.#real = real;
  }

  /** A client's way to the server. It remembers no transport: the next page must not begin where this one was pushed to. */
  get platform() {
    const [gate, real] = [this, this.#real];
    return {
      WebSocket: class extends GatedSocket {
        constructor(url) {
          super(gate, real, url);
        }
      },
      EventSource: class extends GatedSource {
        constructor(url) {
          super(gate, real, url);
        }
      },
      fetch: (url, init) => this.#fetch(url, init),
      storage: undefined,
    };
  }

  /** How many connections and requests are open. */
  get size() {
    return this.#open.size;
  }

  cut() {
    this.#break(() => true);
  }

  /** Until `release`. What was open stays silent for ever: whoever waits for it has to find out. */
  silence() {
    this.isSilent = true;
    for (const each of this.#open) each.silence();
  }

  release() {
    this.isSilent = false;
  }

  block(...transports) {
    for (const each of transports) this.#blocked.add(each);
    this.#break(({ transport }) => transports.includes(transport));
  }

  unblock(...transports) {
    for (const each of transports) this.#blocked.delete(each);
  }

  blocks(transport) {
    return this.#blocked.has(transport);
  }

  /** @param each something that can `break()` and be silenced */
  enter(each) {
    this.#open.add(each);
    if (this.isSilent) each.silence();
  }

  leave(each) {
    this.#open.delete(each);
  }

  #break(which) {
    for (const each of [...this.#open].filter(which)) each.break();
  }

  #fetch(url, init = {}) {
    const transport = transportOf(url, init);
    if (transport?.endsWith('poll')) this.polls++;
    if (this.blocks(transport)) return Promise.resolve(new Response(null, { status: FORBIDDEN }));
    return new GatedCall(this, transport, init.signal).run(this.#real, url, init);
  }
}

/** By what can be seen from outside: a poll that does not wait is a short one. */
function transportOf(url, { body }) {
  const { pathname } = new URL(url);
  if (pathname.endsWith('/api/poll')) return JSON.parse(body).wait > 0 ? 'long-poll' : 'short-poll';
  if (pathname.endsWith('/sse/chat') || pathname.endsWith('/api/reconnect')) return 'sse';
  return null;
}
