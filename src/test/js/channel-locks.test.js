import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChannelLocks } from '../../../webapp/holdfast/channel-locks.js';
import { PlainBrowser } from './fakes/browser.js';
import { FakeClock, settle } from './fakes/clock.js';

/** Tabs that wish for one lock; who holds it, gives it back when told. */
class Wishes {
  clock = new FakeClock();
  browser = new PlainBrowser();
  holders = [];
  ends = [];

  wish(name, options = {}, tab = this.#open()) {
    const work = () => new Promise((release) => this.holders.push({ name, tab, release }));
    tab.locks.request('lock', options, work).then(
      () => this.#ended(name, 'over'),
      (error) => this.#ended(name, error.name),
    );
    return tab;
  }

  get names() {
    return this.holders.map(({ name }) => name);
  }

  #open() {
    const tab = this.browser.tab(this.clock);
    return Object.assign(tab, { locks: new ChannelLocks(tab) });
  }

  /** Whoever lost it stops its work. */
  #ended(name, how) {
    this.holders.find((holder) => holder.name === name)?.release();
    this.holders = this.holders.filter((holder) => holder.name !== name);
    this.ends.push([name, how]);
  }
}

async function held(...others) {
  const wishes = new Wishes();
  wishes.wish('first');
  await wishes.clock.pass(100);
  for (const name of others) wishes.wish(name);
  await wishes.clock.pass(100);
  assert.deepEqual(wishes.names, ['first'], 'premise');
  return wishes;
}

describe('A lock without Web Locks', () => {
  it('is had by whoever comes first, for as long as they live', async () => {
    const wishes = await held('second', 'third');
    await wishes.clock.pass(3_600_000);
    assert.deepEqual([wishes.names, wishes.ends], [['first'], []]);
  });

  it('goes to one of those who wait when it is given back, at once', async () => {
    const wishes = await held('second', 'third', 'fourth');
    wishes.holders[0].release();
    await wishes.clock.pass(100);
    assert.equal(wishes.names.length, 1);
    assert.deepEqual(wishes.ends, [['first', 'over']]);
  });

  it('goes to another when whoever holds it has crashed', async () => {
    const wishes = await held('second', 'third');
    wishes.browser.kill(wishes.holders[0].tab);
    wishes.holders = [];
    await wishes.clock.pass(7100);
    assert.equal(wishes.names.length, 1);
  });

  it('is had by one in the end when many come at once', async () => {
    const wishes = new Wishes();
    for (let n = 0; n < 7; n++) wishes.wish(`tab ${n}`);
    await wishes.clock.pass(100);
    assert.equal(wishes.names.length, 1);
    assert.ok(
      wishes.ends.every(([, how]) => how === 'AbortError'),
      'who had it for a moment is told so',
    );
  });

  it('is stolen by whoever has to, and whoever had it is told', async () => {
    const wishes = await held();
    const second = wishes.wish('second');
    await wishes.clock.pass(100);
    wishes.clock.setBack(60_000);
    wishes.wish('thief', { steal: true }, second);
    await settle();
    assert.deepEqual([wishes.names, wishes.ends], [['thief'], [['first', 'AbortError']]]);
    wishes.wish('late');
    await wishes.clock.pass(20_000);
    assert.deepEqual(wishes.names, ['thief']);
  });

  it('is lost to another who thought it free while its page was too busy to answer', async () => {
    const wishes = await held('second');
    const [{ tab }] = wishes.holders;
    const awake = wishes.browser.stun(tab);
    await wishes.clock.pass(7100);
    assert.deepEqual(wishes.names, ['first', 'second'], 'premise');
    awake();
    await settle();
    assert.deepEqual([wishes.names, wishes.ends], [['second'], [['first', 'AbortError']]]);
  });

  it('leaves nothing behind when nobody wants it any more', async () => {
    const wishes = await held();
    const withdrawn = new AbortController();
    wishes.wish('second', { signal: withdrawn.signal });
    await wishes.clock.pass(100);
    withdrawn.abort();
    await settle();
    wishes.holders[0].release();
    await settle();
    assert.deepEqual(wishes.ends, [['second', 'AbortError'], ['first', 'over']]);
    assert.deepEqual([wishes.clock.pending, wishes.browser.openChannels], [0, 0]);
  });
});
