import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chat } from './fakes/chat.js';
import { FakeClock, settle } from './fakes/clock.js';
import { FakePlatform } from './fakes/platform.js';
import { Chance } from './fakes/random.js';
import { Roads } from './fakes/roads.js';
import { FakeServer } from './fakes/server.js';

const RUNS = Number(process.env.RUNS ?? 240);
const STEPS = 300;
const FIRST_SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const BARRIERS = ['sockets', 'slow sockets', 'streams', 'slow streams', 'http'];
const OPTIONS = { climbInterval: 3000, provenAfter: 500, reconnectStep: 500, reconnectCap: 2000 };

/** Somebody in the room, and all that was seen and said. */
class Person {
  texts = [];
  acked = new Map();
  seen = [];
  transports = new Set();
  resets = 0;

  constructor(account, server, chance, clock) {
    this.account = account;
    const platform = Object.assign(new FakePlatform(clock), { random: chance.next });
    this.roads = new Roads(server, chance, platform, account);
    this.chat = new Chat(OPTIONS, platform);
    const { client } = this.chat;
    client.addEventListener('reset', ({ detail }) => this.#forget(detail));
    client.addEventListener('event', ({ detail }) => this.#see(detail));
    client.addEventListener('ack', ({ detail }) => this.acked.set(detail.id, (this.acked.get(detail.id) ?? 0) + 1));
    client.addEventListener('transportchange', ({ detail }) => this.transports.add(detail.transport));
    client.connect();
  }

  post() {
    this.texts.push(`${this.account.name} ${this.texts.length + 1}`);
    this.chat.client.post(1, this.texts.at(-1));
  }

  check() {
    const { client, platform } = this.chat;
    assert.equal(this.acked.size + client.outbox.length, this.texts.length, 'acknowledged, or still in the outbox');
    const { open } = this.roads;
    assert.ok(open.length <= 2, `${open.length} transports at once`);
    assert.ok(open.length < 2 || client.state !== 'waiting', 'none is left over while waiting');
    assert.ok(platform.openSources.length <= 1, 'two streams at once');
    assert.notEqual(client.state, 'stopped', `stopped: ${client.status.reason}`);
  }

  #see({ sequence }) {
    assert.equal(sequence, this.seen.at(-1) + 1, 'the next event, once');
    this.seen.push(sequence);
  }

  #forget({ position, reset }) {
    assert.ok(reset || this.seen.length === 0, 'what could be resumed does not begin anew');
    this.seen = [position];
    this.resets++;
  }
}

/** Two people, and networks in between that do their worst. */
class Storm {
  clock = new FakeClock();
  server = new FakeServer();

  constructor(seed) {
    this.chance = new Chance(seed);
    this.server.busy = () => this.chance.oneIn(8);
    const accounts = ['ada', 'ben'].map((name, index) => ({ id: 7 + index, name }));
    this.people = accounts.map((account) => new Person(account, this.server, this.chance, this.clock));
  }

  async step() {
    const { chance } = this;
    const person = chance.pick(this.people);
    const act = chance.below(24);
    if (act < 14) person.roads.step();
    else if (act < 16) person.post();
    else if (act < 17) this.server.speak('noise');
    else this.#trouble(person, act);
    await this.clock.pass(chance.oneIn(25) ? chance.below(15_000) : chance.below(60));
    for (const each of this.people) each.check();
  }

  /** From now on nothing goes wrong, until all is as it should be. */
  async calm() {
    this.server.busy = () => false;
    for (const { roads, chat } of this.people) {
      roads.calm();
      chat.platform.happen('pageshow', { persisted: true });
    }
    this.server.speak('last words');
    for (let rounds = 0; rounds < 400 && !this.isDone; rounds++) await this.#round(rounds);
  }

  async close() {
    for (const { chat } of this.people) await chat.client.close();
    await settle();
    const left = this.people.map(({ chat, roads }) => roads.open.length + chat.platform.openSources.length);
    return [...left, this.clock.pending];
  }

  get isDone() {
    const isThere = ({ state, status, outbox }) =>
      state === 'live' && outbox.length === 0 && status.transport === 'websocket';
    return this.people.every(({ chat, seen }) => isThere(chat.client) && seen.at(-1) === this.server.head);
  }

  async #round(rounds) {
    for (const { chat, roads } of this.people) {
      chat.platform.openSources[0]?.say('notice', { after: 0 });
      for (let moves = 0; moves < 200 && !roads.isIdle; moves++) {
        roads.step();
        await settle();
      }
    }
    if (rounds % 20 === 0) this.server.heads();
    await this.clock.pass(1000);
  }

  #trouble(person, act) {
    const { chance } = this;
    const { roads, chat } = person;
    if (act === 17) this.#spoil();
    else if (act === 18) chance.oneIn(3) ? roads.cut() : roads.step();
    else if (act === 19) chance.oneIn(4) ? roads.silence() : roads.arriveLate();
    else if (act === 20) this.#block(roads);
    else if (act === 21) this.#answer(chat.platform.openSources[0]);
    else if (act === 22)
      chat.platform.happen(chance.pick(['online', 'focus', 'offline', 'pagehide', 'pageshow']), { persisted: true });
    else chance.oneIn(3) ? this.#expire() : this.server.heads();
  }

  /** A proxy is set up, or taken away. */
  #block({ blocked }) {
    const barrier = this.chance.pick(BARRIERS);
    if (blocked.has(barrier) || this.chance.oneIn(3)) blocked.clear();
    else blocked.add(barrier);
  }

  /** Events in one stream are lost, doubled, swapped. */
  #spoil() {
    const wires = this.server.open.filter(({ welcomed, down }) => welcomed && down.length > 1);
    if (wires.length === 0) return;
    const { down } = this.chance.pick(wires);
    const at = this.chance.below(down.length - 1);
    const [one, other] = down.slice(at, at + 2);
    if ([one, other].flat().some(({ type }) => type !== 'event')) return;
    down.splice(at, 2, ...this.chance.spoil([one, other]));
  }

  #answer(source) {
    const kind = this.chance.below(6);
    if (kind < 3) source?.say('notice', { after: kind * 100 });
    else if (kind === 3) source?.fail();
    else source?.say(kind === 4 ? 'wait' : 'close', { reason: 'draining' });
  }

  #expire() {
    this.server.expired = Math.max(this.server.expired, this.server.head - this.chance.below(200));
  }
}

async function weather(seed, told) {
  const storm = new Storm(seed);
  for (let step = 0; step < STEPS; step++) await storm.step();
  // Some are closed in the middle of it all.
  const isCalmed = seed % 4 > 0;
  if (isCalmed) await storm.calm();
  if (isCalmed) check(storm);
  assert.deepEqual(await storm.close(), [0, 0, 0], 'nothing is open, and no alarm is set');
  for (const { transports, resets } of storm.people) {
    for (const each of transports) told.set(each, (told.get(each) ?? 0) + 1);
    told.set('resets', (told.get('resets') ?? 0) + resets);
  }
}

function check({ isDone, people, server }) {
  const outlook = people.map(({ chat, seen }) => [chat.client.status, chat.client.outbox.length, seen.at(-1)]);
  assert.ok(isDone, `everybody is live on the best transport: ${JSON.stringify(outlook)} of ${server.head}`);
  for (const { account, texts, acked } of people) {
    const mine = server.log.filter(({ data }) => data.author.id === account.id).map(({ data }) => data.body.text);
    assert.deepEqual(mine, texts, `${account.name}: each message once, in the order it was posted`);
    assert.deepEqual([acked.size, Math.max(...acked.values())], [texts.length, 1], 'each acknowledged once');
  }
}

describe('Whatever the transport, and however it changes', () => {
  it(`no message is lost, doubled or out of order (SEED=${FIRST_SEED}, ${RUNS} runs)`, async () => {
    const told = new Map();
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      await weather(seed, told).catch((error) => {
        throw new Error(`SEED=${seed} RUNS=1: ${error.message}`, { cause: error });
      });
    }
    const needed = ['websocket', 'sse', 'long-poll', 'short-poll', 'resets'];
    if (RUNS > 50) for (const what of needed) assert.ok(told.get(what) > 10, `hardly any ${what}: ${[...told]}`);
  });
});
