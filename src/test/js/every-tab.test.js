import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStorage } from '../../../webapp/holdfast/index.js';
import { FakeBrowser } from './fakes/browser.js';
import { Chat } from './fakes/chat.js';
import { FakeClock, settle } from './fakes/clock.js';
import { Chance } from './fakes/random.js';
import { Roads } from './fakes/roads.js';
import { FakeServer } from './fakes/server.js';

const RUNS = Number(process.env.RUNS ?? 100);
const STEPS = 250;
const FIRST_SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const MOST_TABS = 4;
const ADA = { id: 7, name: 'ada' };
const OPTIONS = { shared: true, climbInterval: 3000, provenAfter: 500, reconnectStep: 500, reconnectCap: 2000 };

/** One tab, and what it has seen. */
class Tab {
  seen = [];

  constructor({ browser, server, chance, storage, storm }, now) {
    this.clock = new FakeClock();
    this.clock.jump(now - this.clock.now());
    this.platform = Object.assign(browser.tab(this.clock), { random: chance.next });
    this.roads = new Roads(server, chance, this.platform, ADA);
    this.chat = new Chat({ ...OPTIONS, storage }, this.platform);
    const { client } = this.chat;
    client.addEventListener('reset', ({ detail }) => this.#forget(detail));
    client.addEventListener('event', ({ detail }) => this.#see(detail));
    client.addEventListener('ack', ({ detail }) => storm.acked.add(detail.id));
    client.connect();
  }

  get client() {
    return this.chat.client;
  }

  #see({ sequence }) {
    assert.equal(sequence, this.seen.at(-1) + 1, 'the next event, once');
    this.seen.push(sequence);
  }

  #forget({ position, reset }) {
    assert.ok(reset || this.seen.length === 0, 'what could be resumed does not begin anew');
    this.seen = [position];
  }
}

/** One person with many tabs, which come, go, crash and hide. */
class Storm {
  server = new FakeServer();
  browser = new FakeBrowser();
  storage = memoryStorage();
  storm = this;
  acked = new Set();
  texts = [];
  tabs = [];
  told = { opened: 0, crashed: 0, closed: 0 };
  #now = 1_000_000;

  constructor(seed) {
    this.chance = new Chance(seed);
    this.server.busy = () => this.chance.oneIn(8);
    this.#open();
  }

  async step() {
    const { chance } = this;
    const tab = chance.pick(this.tabs);
    const act = chance.below(40);
    if (act < 24) for (const { roads } of this.tabs) roads.step();
    else if (act < 28) this.#post(tab);
    else if (act < 29) this.server.speak('noise');
    else await this.#trouble(tab, act);
    await this.#pass(chance.oneIn(20) ? chance.below(10_000) : chance.below(60));
    const open = this.tabs.flatMap(({ roads }) => roads.open);
    assert.ok(open.length <= 2, `${open.length} connections of one browser`);
  }

  async calm() {
    this.server.busy = () => false;
    for (const { roads, platform } of this.tabs) {
      roads.calm();
      platform.show('visible');
      platform.happen('pageshow', { persisted: true });
    }
    this.server.speak('last words');
    for (let rounds = 0; rounds < 300 && !this.isDone; rounds++) await this.#round(rounds);
  }

  async close() {
    for (const tab of this.tabs) {
      await tab.client.close();
      await this.#pass(60);
    }
    const open = this.tabs.map(
      ({ roads, clock, platform }) => roads.open.length + clock.pending + platform.openSources.length,
    );
    return [this.browser.openChannels, ...open].filter((each) => each > 0);
  }

  get isDone() {
    const isThere = ({ client, seen }) =>
      client.state === 'live' && client.outbox.length === 0 && seen.at(-1) === this.server.head;
    return this.tabs.every(isThere);
  }

  get outlook() {
    const tabs = this.tabs.map(({ client, seen }) => [
      client.state,
      client.status.reason,
      client.outbox.length,
      seen.at(-1),
    ]);
    return JSON.stringify({ tabs, head: this.server.head });
  }

  #open() {
    this.tabs.push(new Tab(this, this.#now));
    this.told.opened++;
  }

  #post({ client }) {
    // As a page does: only who is signed in can write, and what is stored is the account's.
    if (!client.account) return;
    this.texts.push(`text ${this.texts.length + 1}`);
    client.post(1, this.texts.at(-1));
  }

  async #trouble(tab, act) {
    const { chance } = this;
    if (act < 31 && this.tabs.length < MOST_TABS) this.#open();
    else if (act === 31 && this.tabs.length > 1) await this.#leave(tab);
    else if (act === 32) tab.platform.show(chance.pick(['hidden', 'visible']));
    else if (act === 33) chance.oneIn(2) ? tab.roads.cut() : tab.roads.arriveLate();
    else if (act === 34) this.#block(tab.roads);
    else if (act === 35)
      for (const { platform } of this.tabs) platform.openSources[0]?.say('notice', { after: chance.below(200) });
    else if (act === 36)
      tab.platform.happen(chance.pick(['online', 'focus', 'pagehide', 'pageshow']), { persisted: true });
    else if (act === 37) this.server.heads();
    else if (act === 38 && chance.oneIn(4)) this.server.expired = Math.max(0, this.server.head - chance.below(200));
    else if (act === 39 && chance.oneIn(3)) for (let many = 0; many < 60; many++) this.server.speak('a storm');
  }

  async #leave(tab) {
    await settle();
    const crashes = this.chance.oneIn(2);
    this.told[crashes ? 'crashed' : 'closed']++;
    this.tabs = this.tabs.filter((each) => each !== tab);
    if (!crashes) return tab.client.close();
    this.browser.kill(tab.platform);
    for (const request of tab.platform.openRequests) request.state = 'ended';
  }

  #block({ blocked }) {
    const barrier = this.chance.pick(['sockets', 'slow sockets', 'streams', 'slow streams']);
    if (blocked.has(barrier) || this.chance.oneIn(3)) blocked.clear();
    else blocked.add(barrier);
  }

  async #round(rounds) {
    for (const { platform, roads } of this.tabs) {
      platform.openSources[0]?.say('notice', { after: 0 });
      for (let moves = 0; moves < 200 && !roads.isIdle; moves++) {
        roads.step();
        await settle();
      }
    }
    if (rounds % 20 === 0) this.server.heads();
    if (rounds % 20 === 10) for (const { platform } of this.tabs) platform.happen('focus');
    await this.#pass(1000);
  }

  async #pass(ms) {
    this.#now += ms;
    for (const { clock } of this.tabs) await clock.pass(ms);
  }
}

async function weather(seed, told) {
  const storm = new Storm(seed);
  for (let step = 0; step < STEPS; step++) await storm.step();
  await storm.calm();
  assert.ok(storm.isDone, `everybody is live, and has all: ${storm.outlook}`);
  const mine = storm.server.log.filter(({ data }) => data.author.id === ADA.id).map(({ data }) => data.body.text);
  assert.deepEqual(mine.toSorted(), storm.texts.toSorted(), 'each message once');
  assert.equal(storm.acked.size <= storm.texts.length, true);
  assert.deepEqual(await storm.close(), [], 'nothing is left');
  for (const what of Object.keys(told)) told[what] += storm.told[what];
}

describe('However tabs come and go', () => {
  it(`each sees everything once, by one connection (SEED=${FIRST_SEED}, ${RUNS} runs)`, async () => {
    const told = { opened: 0, crashed: 0, closed: 0 };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      await weather(seed, told).catch((error) => {
        throw new Error(`SEED=${seed} RUNS=1: ${error.message}`, { cause: error });
      });
    }
    for (const [what, count] of Object.entries(told)) assert.ok(count >= RUNS, `hardly any ${what}: ${count}`);
  });
});
