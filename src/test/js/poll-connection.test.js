import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TIMINGS } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { TransportBench } from './fakes/line.js';

const next = (after = 0) => ({ type: 'next', data: { cursor: 'c', after } });

/** A bench whose transport is told the timings at the welcome, as a ladder does. */
function polling(name, options) {
  const bench = new TransportBench(name, options);
  bench.onFrames = (frames) =>
    frames.some(({ type }) => /welcome|resumed/.test(type)) && bench.transport.welcomed(TIMINGS);
  bench.poll = () => bench.request('api/poll');
  return bench;
}

async function welcomed(name, options) {
  const bench = polling(name, options);
  bench.poll().answer([{ type: 'welcome' }, next(name === 'short-poll' ? 2000 : 0)]);
  await bench.clock.pass(0);
  if (name === 'long-poll') assert.equal(bench.poll().isOpen, true);
  return bench;
}

/** How long it takes until the next poll. */
async function pauseOf({ platform, clock }) {
  const begun = clock.now();
  while (platform.openRequests.length === 0) await clock.pass(clock.nextIn);
  return clock.now() - begun;
}

describe('PollConnection', () => {
  it('wants its first answer at once, then lets the server wait for a heartbeat', async () => {
    const bench = polling('long-poll');
    assert.deepEqual(bench.poll().body, { protocol: 1, session: 's 1', turn: 6, positions: {}, wait: 0 });
    bench.poll().answer([{ type: 'welcome' }, { type: 'event' }, next(2000)]);
    bench.positions = { 1: 'further' };
    await bench.clock.pass(0);
    assert.deepEqual(bench.heard, ['open', 'welcome', 'event']);
    const { wait, positions, turn } = bench.poll().body;
    assert.deepEqual([wait, positions, turn], [TIMINGS.pingInterval, { 1: 'further' }, 7]);
  });

  // Holds 3.5: take an answer that ends in `next`
  it('says itself that all goes on, when the server has no need to welcome', async () => {
    const bench = polling('long-poll');
    bench.poll().answer([{ type: 'event' }, next()]);
    await settle();
    assert.deepEqual(bench.heard, ['open', 'holdfast:resumed', 'event']);
  });

  it('asks again in the time that the server names', async () => {
    const bench = await welcomed('short-poll');
    assert.equal(bench.poll().isOpen, false);
    assert.equal(await pauseOf(bench), 2000);
    assert.equal(bench.poll().body.wait, 0);
  });

  it('asks more and more seldom while nothing happens, and as often as before when something does', async () => {
    const bench = await welcomed('short-poll');
    const pauses = [];
    for (let times = 0; times < 12; times++) {
      pauses.push(Math.round(await pauseOf(bench)));
      bench.poll().answer([next(2000)]);
      await settle();
    }
    assert.deepEqual(pauses.slice(0, 4), [2000, 3000, 4500, 6750]);
    assert.equal(pauses.at(-1), 30_000);
    await pauseOf(bench);
    bench.poll().answer([{ type: 'event' }, next(2000)]);
    await settle();
    assert.equal(await pauseOf(bench), 2000);
  });

  it('asks as often as before when the person posts or comes back', async () => {
    for (const [act, pause] of [
      [(it) => it.send({ type: 'post' }), 2000],
      [(it) => it.wake(), 0],
    ]) {
      const bench = await welcomed('short-poll');
      for (let times = 0; times < 8; times++) {
        await pauseOf(bench);
        bench.poll().answer([next(2000)]);
        await settle();
      }
      act(bench.transport);
      bench.request('api/commands')?.answer([]);
      await settle();
      assert.equal(await pauseOf(bench), pause);
    }
  });

  it('may be told never to slacken', async () => {
    const bench = await welcomed('short-poll', { idlePoll: 0 });
    for (let times = 0; times < 5; times++) {
      assert.equal(await pauseOf(bench), 2000);
      bench.poll().answer([next(2000)]);
      await settle();
    }
  });

  it('does not ask without end when long polls are answered at once, with nothing', async () => {
    const bench = await welcomed('long-poll');
    bench.poll().answer([next()]);
    await settle();
    assert.equal(await pauseOf(bench), 1000);
  });

  it('asks again after one failure, and ends with the second in a row', async () => {
    const bench = await welcomed('long-poll');
    bench.poll().answer('<html>', 504);
    await bench.clock.pass(1000);
    bench.poll().answer([{ type: 'event' }, next()]);
    await bench.clock.pass(0);
    assert.deepEqual([bench.heard.at(-1), bench.ends], ['event', []]);
    for (let times = 0; times < 2; times++) {
      bench.poll().fail();
      await bench.clock.pass(1000);
    }
    assert.deepEqual(bench.ends, [[1006, { unfit: false }]]);
  });

  it('ends when its first question is not answered as it should', async () => {
    for (const content of ['<html>', [], [{ type: 'event' }]]) {
      const bench = polling('short-poll');
      bench.poll().answer(content);
      await settle();
      assert.deepEqual(bench.ends, [[1006, { unfit: true }]]);
    }
    const bench = polling('short-poll');
    await bench.clock.pass(5000);
    assert.deepEqual(bench.ends, [[1006, { unfit: false }]]);
  });

  it('hands on the close code', async () => {
    const bench = await welcomed('long-poll');
    bench.poll().answer([{ type: 'event' }, { type: 'closed', data: { code: 1012, name: 'restart' } }]);
    await settle();
    assert.equal(bench.heard.at(-1), 'event');
    assert.equal(bench.ends[0][0], 1012);
    assert.equal(bench.clock.pending, 0);
  });

  it('asks nothing more when it was left by whoever took the frames', async () => {
    const bench = await welcomed('long-poll');
    bench.onFrames = () => bench.transport.leave();
    bench.poll().answer([{ type: 'event' }, next()]);
    await bench.clock.pass(60_000);
    assert.deepEqual([bench.platform.openRequests.length, bench.clock.pending, bench.ends], [0, 0, []]);
  });

  it('is silent once it was left, and leaves nothing behind', async () => {
    const bench = await welcomed('long-poll');
    bench.transport.send({ type: 'post' });
    bench.poll().answer([{ type: 'event' }, next()]);
    bench.transport.leave();
    await settle();
    assert.deepEqual([bench.heard.at(-1), bench.ends], ['welcome', []]);
    assert.deepEqual([bench.platform.openRequests.length, bench.clock.pending], [0, 0]);
    assert.equal(bench.transport.send({ type: 'post' }), false);
  });
});
