import { timing } from '../../../../webapp/holdfast/options.js';
import { Outbox } from '../../../../webapp/holdfast/outbox.js';
import { memoryStorage } from '../../../../webapp/holdfast/storage-memory.js';
import { LIMITS } from './chat.js';
import { settle } from './clock.js';
import { FakePlatform } from './platform.js';

export const ADA = 7;
export const BEN = 8;

/** An outbox on a line that takes what it is given. */
export class Desk {
  sent = [];
  refused = [];
  failures = [];
  changed = () => {};
  platform = new FakePlatform();

  constructor({ storage = memoryStorage(), ...options } = {}) {
    this.outbox = new Outbox(this.platform, timing(options), storage, {
      send: ({ data }) => this.sent.push(data) > 0,
      onChange: () => this.changed(),
      onRefused: (refused) => this.refused.push(refused),
      onStorageFailed: (error) => this.failures.push(error.message),
    });
  }

  get texts() {
    return this.sent.map(({ text }) => text);
  }

  get states() {
    return this.outbox.entries.map(({ text, state }) => `${text} ${state}`);
  }

  async online(account = ADA) {
    this.outbox.open(account);
    this.outbox.connected(account, LIMITS);
    await settle();
    return this;
  }

  async post(...texts) {
    const receipts = texts.map((text) => this.outbox.post(1, text));
    await settle();
    return receipts;
  }

  ack({ id }, sequence = 1) {
    this.outbox.acked({ id, room: 1, sequence, at: 0 });
  }

  refuse({ id }, more) {
    this.outbox.refused({ id, code: 'not_found', message: 'no', retryable: false, ...more });
  }
}
