import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Bell } from './fakes/bell.js';
import { FakePlatform } from './fakes/platform.js';
import { Chance } from './fakes/random.js';

const RUNS = Number(process.env.RUNS ?? 300);
const STEPS = 150;
const FIRST_SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const OPTIONS = { heartbeat: true, heartbeatInterval: 2000, heartbeatTimeout: 1000, reconnectDelay: 500, queueLimit: 5 };
/** What a page hears of one connection after the other. */
const GRAMMAR = /^((open (m\d+ )*)?(error )?close )*(open (m\d+ )*)?$/;

/** One ReliableSocket, a server, and a network in between that does its worst. */
class Storm {
  said = 0;
  isCalm = false;
  taken = [];
  told = { cuts: 0, silences: 0, refused: 0, hidden: 0 };

  constructor(seed) {
    this.chance = new Chance(seed);
    const platform = Object.assign(new FakePlatform(), { random: this.chance.next });
    this.bell = new Bell(OPTIONS, { platform, url: this.chance.oneIn(2) ? 'ws://bell.test/' : () => this.#url() });
  }

  async step() {
    const { chance, bell } = this;
    const acts = [this.accept, this.accept, this.say, this.say, this.send, this.send, this.cut, this.sayLate, this.wake];
    chance.pick(acts).call(this);
    await bell.clock.pass(chance.oneIn(15) ? chance.below(6000) : chance.below(200));
    this.check();
  }

  check() {
    const { platform, clock, heard } = this.bell;
    assert.ok(platform.openSockets.length <= 1, 'two sockets at once');
    assert.ok(clock.pending <= 1, 'two timers at once');
    const words = heard.map((word) => `${word.startsWith('close') ? 'close' : word} `).join('');
    assert.match(words, GRAMMAR);
  }

  /** From now on nothing goes wrong. */
  async calm() {
    this.isCalm = true;
    this.bell.platform.happen('pageshow', { persisted: true });
    for (let rounds = 0; rounds < 30; rounds++) {
      this.accept();
      if (this.bell.line?.readyState === 1) this.bell.line.sayText('pong');
      await this.bell.clock.pass(500);
    }
    assert.equal(this.bell.socket.readyState, 1);
    const sent = this.bell.platform.sockets.flatMap((each) => each.sent).filter((data) => data !== 'ping');
    assert.deepEqual(sent, this.taken, 'what was taken went out once, in order');
  }

  async close() {
    const { socket, clock, platform, heard } = this.bell;
    socket.close();
    if (this.chance.oneIn(2)) platform.happen('pagehide');
    await clock.pass(3000);
    assert.deepEqual([socket.readyState, clock.pending, platform.openSockets.length], [3, 0, 0]);
    assert.match(heard.at(-1), /^close/);
  }

  accept() {
    if (this.bell.line?.readyState === 0) this.bell.line.accept();
  }

  say() {
    const { line, heard, socket } = this.bell;
    if (line?.readyState !== 1) return;
    if (this.chance.oneIn(3)) return line.sayText('pong');
    line.sayText(`m${++this.said}`);
    assert.equal(heard.at(-1), socket.readyState === 1 ? `m${this.said}` : heard.at(-1));
  }

  send() {
    const data = `s${this.taken.length + 1}`;
    try {
      this.bell.socket.send(data);
      this.taken.push(data);
    } catch (error) {
      assert.equal(error.name, 'QuotaExceededError');
      this.told.refused++;
    }
  }

  cut() {
    const { line } = this.bell;
    if (!line?.isOpen) return;
    if (this.chance.oneIn(2)) line.end(this.chance.pick([1000, 1006, 1012]), '', this.chance.oneIn(2));
    else line.readyState = this.chance.pick([line.readyState, 2]);
    this.told.cuts++;
  }

  /** What was given up long ago speaks, and ends. */
  sayLate() {
    const { platform, heard } = this.bell;
    const late = platform.sockets.filter((each) => each.closedWith !== null || each.readyState === 3);
    const before = heard.length;
    if (late.length > 0) this.chance.pick(late).sayText('ghost');
    if (late.length > 0) this.chance.pick(late).end(1006);
    assert.equal(heard.length, before, 'a ghost is heard');
    this.told.silences += late.length;
  }

  wake() {
    const type = this.chance.pick(['online', 'focus', 'offline', 'pagehide', 'pageshow', 'pageshow']);
    if (type === 'pagehide') this.told.hidden++;
    this.bell.platform.happen(type, { persisted: true });
  }

  async #url() {
    if (this.isCalm) return 'ws://bell.test/';
    if (this.chance.oneIn(5)) throw new Error('no ticket');
    return this.chance.oneIn(5) ? new Promise(() => {}) : 'ws://bell.test/';
  }
}

async function weather(seed, told) {
  const storm = new Storm(seed);
  for (let step = 0; step < STEPS; step++) await storm.step();
  if (seed % 4 > 0) await storm.calm();
  await storm.close();
  for (const [what, count] of Object.entries(storm.told)) told[what] = (told[what] ?? 0) + count;
}

describe('Whatever happens to a ReliableSocket', () => {
  it(`there is one socket, one timer, and each connection in order (SEED=${FIRST_SEED}, ${RUNS} runs)`, async () => {
    const told = {};
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      await weather(seed, told).catch((error) => {
        throw new Error(`SEED=${seed} RUNS=1: ${error.message}`, { cause: error });
      });
    }
    for (const [what, count] of Object.entries(told)) assert.ok(count > 0, `there were no ${what}: nothing is shown`);
  });
});
