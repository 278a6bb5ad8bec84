import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Poller } from '../../../webapp/holdfast/poller.js';
import { settle } from './fakes/clock.js';
import { FakePlatform } from './fakes/platform.js';
import { Chance } from './fakes/random.js';
import { Reader } from './fakes/reader.js';

const RUNS = Number(process.env.RUNS ?? 300);
const STEPS = 150;
const FIRST_SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

/** One ReliableEventSource, and a server that goes on after the id it is told, over a network that does its worst. */
class StreamStorm {
  head = 0;
  seen = [];
  /** What the server has said on the stream that there is, and nobody got yet. */
  #unread = '';

  constructor(seed, told) {
    this.told = told;
    this.chance = new Chance(seed);
    const platform = Object.assign(new FakePlatform(), { random: this.chance.next });
    const options = { silenceLimit: 4000, reconnectDelay: { floor: 0, step: 200, cap: 1000 }, lastEventIdParameter: 'after' };
    this.reader = new Reader(options, { platform });
    this.reader.source.addEventListener('message', ({ data }) => this.seen.push(Number(data)));
  }

  async step() {
    const { chance, reader } = this;
    const acts = [this.serve, this.serve, this.publish, this.carry, this.carry, this.carry, this.cut, this.repeat, this.wake];
    chance.pick(acts).call(this);
    await settle();
    await reader.clock.pass(chance.oneIn(20) ? chance.below(9000) : chance.below(100));
    this.check();
  }

  check() {
    const { platform, clock } = this.reader;
    assert.deepEqual(this.seen, [...this.seen.keys()].map((index) => index + 1), 'each event once, in order');
    assert.ok(platform.openRequests.length <= 1, 'two requests at once');
    assert.ok(clock.pending <= 1, 'two timers at once');
  }

  async end() {
    const { reader } = this;
    reader.platform.happen('pageshow', { persisted: true });
    for (let rounds = 0; rounds < 30; rounds++) {
      this.serve(true);
      await settle();
      this.carry(true);
      await reader.clock.pass(500);
    }
    this.check();
    assert.equal(this.seen.length, this.head, 'to the end');
    reader.source.close();
    assert.deepEqual([reader.clock.pending, reader.platform.openRequests.length], [0, 0]);
  }

  serve(kindly = false) {
    const { request } = this.reader;
    if (request.state !== 'pending') return;
    if (!kindly && this.chance.oneIn(3)) return this.#refuse(request);
    request.stream();
    const after = Number(request.query.get('after') ?? 0);
    this.#unread = Array.from({ length: this.head - after }, (_, index) => eventText(after + index + 1)).join('');
  }

  publish() {
    this.head++;
    if (this.reader.request.state === 'streaming') this.#unread += eventText(this.head);
  }

  /** Some bytes come, in whatever pieces. */
  carry(all = false) {
    const { request } = this.reader;
    if (request.state !== 'streaming') return;
    const size = all ? this.#unread.length : this.chance.below(this.#unread.length + 1);
    request.sayText(this.#unread.slice(0, size));
    this.#unread = this.#unread.slice(size);
  }

  /** In the middle of a line, as likely as not. */
  cut() {
    const { request } = this.reader;
    if (request.state === 'streaming') request.sayText(this.#unread.slice(0, this.chance.below(12)));
    if (this.chance.oneIn(2)) request.cut();
    else request.end();
    this.told.cuts++;
  }

  /** An older request is answered at last. */
  repeat() {
    const old = this.chance.pick(this.reader.platform.held);
    if (old === this.reader.request) return;
    const { state } = old;
    old.state = 'streaming';
    old.sayText(eventText(999));
    old.state = state;
    this.told.late++;
  }

  wake() {
    const type = this.chance.pick(['online', 'focus', 'offline', 'pagehide', 'pageshow', 'pageshow']);
    this.reader.platform.happen(type, { persisted: true });
  }

  #refuse(request) {
    this.told.refused++;
    if (this.chance.oneIn(2)) request.answer('<html>', this.chance.pick([200, 401, 404, 503]));
    else request.fail();
  }
}

function eventText(sequence) {
  return `id: ${sequence}\ndata: ${sequence}\n\n`;
}

/** One Poller whose answers come late, twice, in another order, or not at all. */
class PollStorm {
  asked = [];
  seen = [];

  constructor(seed, told) {
    this.told = told;
    this.chance = new Chance(seed);
    this.platform = Object.assign(new FakePlatform(), { random: this.chance.next });
    const request = (signal) => new Promise((resolve, reject) => this.asked.push({ signal, resolve, reject }));
    const options = { request, platform: this.platform, requestTimeout: 3000, delay: () => this.chance.below(1000) };
    this.poller = new Poller(options);
    this.poller.onresponse = ({ response }) => this.seen.push(response);
    this.poller.start();
  }

  async step() {
    const { chance, asked, platform, poller } = this;
    const index = chance.oneIn(3) ? chance.below(asked.length) : asked.length - 1;
    const act = chance.below(10);
    if (act < 5) asked[index].resolve(index);
    else if (act < 6) asked[index].reject(new TypeError('cut'));
    else if (act < 8) platform.happen(chance.pick(['focus', 'pagehide', 'pageshow', 'pageshow']), { persisted: true });
    else if (chance.oneIn(3)) poller.stop();
    else poller.start();
    this.told.stale += index < asked.length - 1 ? 1 : 0;
    await platform.clock.pass(chance.oneIn(15) ? chance.below(6000) : chance.below(300));
    this.check();
  }

  check() {
    const { asked, seen, platform } = this;
    assert.ok(asked.slice(0, -1).every(({ signal }, index) => signal.aborted || seen.includes(index)), 'two at once');
    assert.deepEqual(seen, [...new Set(seen)].sort((a, b) => a - b), 'each answer once, in order');
    assert.ok(platform.clock.pending <= 1, 'two timers at once');
  }

  async end() {
    this.platform.happen('pageshow', { persisted: true });
    this.poller.start();
    const before = this.seen.length;
    for (let rounds = 0; rounds < 12; rounds++) {
      this.asked.at(-1).resolve(this.asked.length - 1);
      await this.platform.clock.pass(3000);
    }
    assert.ok(this.seen.length > before, 'it goes on');
    this.poller.stop();
    assert.deepEqual([this.platform.clock.pending, this.asked.at(-1).signal.aborted], [0, true]);
  }
}

async function play(Storm, seed, told) {
  const storm = new Storm(seed, told);
  for (let step = 0; step < STEPS; step++) await storm.step();
  await storm.end();
}

for (const [what, Storm, told] of [
  ['a ReliableEventSource, it tells each event once, in order', StreamStorm, { cuts: 0, late: 0, refused: 0 }],
  ['a Poller, it asks once at a time, and tells no stale answer', PollStorm, { stale: 0 }],
])
  describe('Whatever happens to', () => {
    it(`${what} (SEED=${FIRST_SEED}, ${RUNS} runs)`, async () => {
      for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
        await play(Storm, seed, told).catch((error) => {
          throw new Error(`SEED=${seed} RUNS=1: ${error.message}`, { cause: error });
        });
      }
      for (const [act, count] of Object.entries(told)) assert.ok(count > 0, `there were no ${act}: nothing is shown`);
    });
  });
