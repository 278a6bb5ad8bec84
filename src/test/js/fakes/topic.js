import { TopicStream } from '../../../../webapp/holdfast/topic-stream.js';
import { FakePlatform, RawSocket, recording } from './platform.js';

export const LOG = 7;
export const state = (more) => ({
  name: 'match', log: LOG, epoch: 'e1', position: 0, head: 0, durable: true, publish: true, ...more,
});
export const welcome = (more) => ({
  type: 'welcome',
  data: { topic: state(more), timings: { pingInterval: 20_000, silenceLimit: 50_000 } },
});
export const event = (sequence, data = sequence, more = {}) => ({
  type: 'event',
  data: { log: LOG, sequence, type: 'goal', at: 5, author: { id: -3, name: 'robot' }, body: { data }, ...more },
});
export const heads = (head) => ({ type: 'heads', data: { now: 1, heads: { [LOG]: head } } });

/** A stream whose server the test is; what was told is kept. */
export class Match {
  heard = [];
  told = [];

  constructor(options = {}) {
    this.platform = new FakePlatform().hold();
    this.platform.WebSocket = recording(RawSocket, this.platform.sockets);
    this.clock = this.platform.clock;
    this.stream = new TopicStream('match', { platform: this.platform, ...options });
    this.stream.on('goal', (data) => this.heard.push(data));
    for (const name of ['open', 'reset', 'error', 'close'])
      this.stream.on(name, (data) => this.told.push([name, data?.code ?? data?.reset ?? null]));
  }

  get socket() {
    return this.platform.socket;
  }

  /** The newest socket is accepted and welcomed. */
  open(more) {
    this.socket.accept();
    this.socket.say(welcome(more));
    return this;
  }

  /** What was emitted over the newest socket. */
  get emitted() {
    return this.socket.sent.filter((sent) => typeof sent === 'string').map((text) => JSON.parse(text));
  }

  async breaks() {
    this.socket.end(1006);
    await this.clock.pass(1000);
  }
}
