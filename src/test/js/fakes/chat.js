import { HoldfastClient } from '../../../../webapp/holdfast/index.js';
import { settle } from './clock.js';
import { FakePlatform } from './platform.js';

export const ACCOUNT = {
  id: 7, name: 'ada', displayName: 'Ada', role: 'member', log: 100, epoch: 'a', position: 0, head: 0,
};
export const LIMITS = { messageBytes: 65536, textLength: 8000, commandsPerMessage: 64 };
export const TIMINGS = { pingInterval: 20000, silenceLimit: 50000, evictAfter: 90000, helloLimit: 10000 };

export function room(more = {}) {
  return { log: 1, name: 'Lobby', topic: '', epoch: 'e', position: 0, head: 0, read: 0, ...more };
}

export function welcome({ account = ACCOUNT, rooms = [room()], ...more } = {}) {
  const rest = { limits: LIMITS, timings: TIMINGS, server: { version: '1', now: 0 } };
  return { type: 'welcome', data: { session: 's1', account, rooms, ...rest, ...more } };
}

export function event(sequence, { log = 1, type = 'message', body = { text: `text ${sequence}` }, ...more } = {}) {
  return { type: 'event', data: { log, sequence, type, at: 0, author: { id: 9, name: 'bob' }, body, ...more } };
}

/** A client with all it says, and the platform it stands on. */
export class Chat {
  heard = [];

  constructor(options = {}, platform = new FakePlatform()) {
    this.platform = platform;
    this.client = new HoldfastClient({ platform, ...options });
    const types = ['statechange', 'statuschange', 'welcome', 'event', 'reset', 'rooms', 'outbox', 'ack', 'refused'];
    for (const type of [...types, 'signedout', 'storagefailed', 'roundtrip', 'transportchange'])
      this.client.addEventListener(type, ({ detail }) => this.heard.push({ type, detail }));
  }

  /** What was said of one type. */
  all(type) {
    return this.heard.filter((each) => each.type === type).map(({ detail }) => detail);
  }

  get clock() {
    return this.platform.clock;
  }

  get socket() {
    return this.platform.socket;
  }

  get source() {
    return this.platform.source;
  }

  /** Connects as far as the welcome. */
  async live(welcoming = welcome()) {
    this.client.connect();
    return this.welcomed(welcoming);
  }

  /** The newest socket is accepted and welcomed. */
  async welcomed(welcoming = welcome()) {
    this.socket.accept();
    this.socket.say(welcoming);
    await settle();
    return this;
  }

  /** The line breaks, and the server names a slot at once. */
  async cut(code = 1006) {
    this.socket.end(code);
    this.source.say('notice', { after: 40 });
    await this.clock.pass(40);
  }
}
