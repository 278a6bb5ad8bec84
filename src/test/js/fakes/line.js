import { timing } from '../../../../webapp/holdfast/options.js';
import { addressesAt, makeTransport } from '../../../../webapp/holdfast/transports.js';
import { FakePlatform } from './platform.js';

/** One transport, and all it tells, on a platform whose requests wait. */
export class TransportBench {
  platform = new FakePlatform().hold();
  heard = [];
  ends = [];
  answers = [];
  positions = {};
  onFrames = () => {};

  constructor(name, options = {}) {
    this.transport = makeTransport(name, this.platform, timing(options), addressesAt(new URL('http://chat.test/')), {
      hello: () => ({ type: 'hello', data: { protocol: 1, session: 's 1', turn: 5, positions: this.positions } }),
      onOpen: () => this.heard.push('open'),
      onFrames: (frames) => this.#hear(frames),
      onAnswers: (frames) => this.answers.push(...frames.map(({ type }) => type)),
      onEnd: (code, end) => this.ends.push([code, end]),
    });
    this.transport.open();
  }

  get clock() {
    return this.platform.clock;
  }

  request(path) {
    return this.platform.request(path);
  }

  #hear(frames) {
    this.heard.push(...frames.map(({ type }) => type));
    this.onFrames(frames);
  }
}
