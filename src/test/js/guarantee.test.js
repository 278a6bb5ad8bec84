import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStorage } from '../../../webapp/holdfast/index.js';
import { Chat } from './fakes/chat.js';
import { FakeClock, settle } from './fakes/clock.js';
import { FakePlatform } from './fakes/platform.js';
import { Chance } from './fakes/random.js';
import { FakeServer } from './fakes/server.js';

const RUNS = 60;
const STEPS = 250;
const FIRST_SEED = Number(process.env.SEED ?? 1);

/** Two people in a room, and a network that does its worst. */
class Storm {
  clock = new FakeClock();
  server = new FakeServer();
  told = { posted: 0, acked: 0, cuts: 0, gaps: 0, resets: 0, reloads: 0 };

  constructor(seed) {
    this.chance = new Chance(seed);
    this.server.busy = () => this.chance.oneIn(8);
    this.people = ['ada', 'ben'].map((name, index) => this.#person({ id: 7 + index, name }));
  }

  async step() {
    const { chance } = this;
    const acts = [this.post, this.carry, this.carry, this.carry, this.carry, this.carry, this.spoil, this.cut];
    const rare = [this.answerStream, this.wake, this.expire, this.reload, this.sayEndLate, () => this.server.heads()];
    await (chance.oneIn(3) ? chance.pick(rare) : chance.pick(acts)).call(this);
    await this.clock.pass(chance.below(chance.oneIn(20) ? 20000 : 60));
    for (const { chat } of this.people) assert.ok(chat.platform.openSockets.length <= 1, 'two sockets at once');
    for (const { chat } of this.people) assert.ok(chat.platform.openSources.length <= 1, 'two streams at once');
  }

  /** From now on nothing goes wrong, until there is nothing left to do. */
  async calm() {
    this.server.busy = () => false;
    for (const { chat } of this.people) chat.platform.happen('pageshow', { persisted: true });
    await this.#until(() => this.done);
    this.loseLastWords();
    await this.#until(() => this.done && this.people.every(({ seen }) => seen.at(-1) === this.server.head));
  }

  get done() {
    return this.people.every(({ chat }) => chat.client.state === 'live' && chat.client.outbox.length === 0);
  }

  /** Only the heads can tell of an event that nothing follows. */
  loseLastWords() {
    this.server.speak('last words');
    for (const { down } of this.server.open) down.length = 0;
  }

  post() {
    const person = this.chance.pick(this.people);
    person.texts.push(`${person.account.name} ${person.texts.length + 1}`);
    this.told.posted++;
    person.chat.client.post(1, person.texts.at(-1)).acked.then(() => this.told.acked++);
    if (this.chance.oneIn(2)) this.server.speak('noise');
  }

  /** Some wire moves something one step on. */
  async carry() {
    const wire = this.#next();
    if (!wire) return;
    const { end: socket, up, down } = wire;
    if (socket.readyState === 0) socket.accept();
    else if (up.length > 0 && (down.length === 0 || this.chance.oneIn(2))) this.server.obey(wire);
    else this.#deliver(wire, down.splice(0, 1 + this.chance.below(4)).flat());
    await settle();
  }

  /** What a network does not do, or a broken proxy might: lose, double, swap. */
  spoil() {
    const wire = this.chance.pick(this.server.open);
    if (!wire?.welcomed || wire.down.length < 2) return;
    const at = this.chance.below(wire.down.length - 1);
    const [one, other] = wire.down.splice(at, 2);
    // A welcome or an answer is never lost alone: only events may be, and are noticed.
    const lossless = [one, other].flat().some(({ type }) => type !== 'event');
    const kept = lossless ? [one, other] : this.chance.pick([[other], [one, one, other], [other, one], []]);
    wire.down.splice(at, 0, ...kept);
  }

  cut() {
    const wire = this.chance.pick(this.server.open);
    if (!wire || this.chance.oneIn(2)) return;
    // What the client said last may have got through, or not.
    for (let left = this.chance.below(wire.up.length + 1); left > 0; left--) this.server.obey(wire);
    wire.end.end(this.chance.pick([1001, 1006, 1009, 1012, 1013, 4408, 4999]));
    this.told.cuts++;
  }

  /** A browser tells the end of a socket that was given up long after the next one was opened. */
  sayEndLate() {
    const sockets = this.people.flatMap(({ chat }) => chat.platform.sockets);
    const late = sockets.filter(({ readyState }) => readyState === 2);
    if (late.length > 0) this.chance.pick(late).end(1006);
  }

  answerStream(kindly = false) {
    for (const { chat } of this.people) this.#answer(chat.platform.openSources[0], kindly ? 0 : this.chance.below(6));
  }

  wake() {
    const { platform } = this.chance.pick(this.people).chat;
    platform.happen(this.chance.pick(['online', 'focus', 'offline', 'pagehide', 'pageshow']), { persisted: true });
  }

  expire() {
    this.server.expired = Math.max(this.server.expired, this.server.head - this.chance.below(200));
  }

  /** The page is loaded anew: only the storage is left. */
  async reload() {
    const person = this.chance.pick(this.people);
    if (this.chance.oneIn(2)) return;
    await settle();
    await person.chat.client.close();
    this.told.reloads++;
    this.told.gaps += person.chat.platform.sockets.filter(({ closedWith }) => closedWith === 4000).length;
    this.#begin(person);
  }

  /** At most for as long as the longest silence and the longest backoff take together. */
  async #until(done) {
    for (let rounds = 0; rounds < 200 && !done(); rounds++) {
      this.answerStream(true);
      while (this.#next()) await this.carry();
      if (rounds % 20 === 0) this.server.heads();
      await this.clock.pass(1000);
    }
  }

  #deliver({ end }, frames) {
    const close = frames.find(({ type }) => type === 'close');
    if (close) end.end(close.data.code);
    else end.say(...frames);
  }

  #next() {
    const idle = ({ end, up, down }) => end.readyState === 1 && up.length + down.length === 0;
    const busy = this.server.open.filter((wire) => !idle(wire));
    return busy.length > 0 ? this.chance.pick(busy) : null;
  }

  #answer(source, kind) {
    if (kind < 3) source?.say('notice', { after: kind * 100 });
    else if (kind === 3) source?.fail();
    else source?.say(kind === 4 ? 'wait' : 'close', { reason: 'draining' });
  }

  #person(account) {
    const person = { account, storage: memoryStorage(), texts: [], seen: [], begin: 0 };
    this.#begin(person);
    return person;
  }

  #begin(person) {
    const platform = Object.assign(new FakePlatform(this.clock), { random: this.chance.next });
    this.server.serve(platform, person.account);
    person.chat = new Chat({ storage: person.storage, transports: ['websocket'] }, platform);
    const { client } = person.chat;
    client.addEventListener('reset', ({ detail }) => this.#forget(person, detail));
    client.addEventListener('event', ({ detail }) => person.seen.push(detail.sequence));
    client.connect();
    // As a page does: the account is known before the person can write.
    platform.answer = () => ({ status: 200, body: person.account });
    client.http.session();
  }

  #forget(person, { position }) {
    this.told.resets++;
    person.begin = position;
    person.seen = [];
  }
}

async function weather(seed) {
  const storm = new Storm(seed);
  for (let step = 0; step < STEPS; step++) await storm.step();
  await storm.calm();
  return storm;
}

function check({ done, people, server, told }) {
  assert.ok(done, 'everybody is live again, and has sent everything');
  for (const { account, chat, texts, seen, begin } of people) {
    const mine = server.log.filter(({ data }) => data.author.id === account.id).map(({ data }) => data.body.text);
    assert.deepEqual(mine, texts, `${account.name}: each message once, in the order it was posted`);
    assert.deepEqual(chat.client.outbox, [], `${account.name}: nothing is left in the outbox`);
    const expected = Array.from({ length: server.head - begin }, (_, index) => begin + index + 1);
    assert.deepEqual(seen, expected, `${account.name}: each event once, in order, to the end`);
  }
  assert.ok(told.posted > 0 && server.head > told.posted, 'the storm had something to spoil');
}

describe('Whatever the network does', () => {
  it(`no message is lost, doubled or out of order (SEED=${FIRST_SEED}, ${RUNS} runs)`, async () => {
    const told = { cuts: 0, resets: 0, reloads: 0, gaps: 0 };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      const storm = await weather(seed);
      assert.doesNotThrow(() => check(storm), `SEED=${seed}`);
      for (const what of Object.keys(told)) told[what] += storm.told[what];
    }
    for (const [what, count] of Object.entries(told)) assert.ok(count > 0, `there were no ${what}: nothing is shown`);
  });
});
