import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Watchdog } from '../../../webapp/holdfast/watchdog.js';
import { FakeClock } from './fakes/clock.js';

const LIMIT = 50000;
const PING = 20000;
const PROBE = 3000;

describe('Watchdog', () => {
  let clock, heard, watchdog;

  beforeEach(() => {
    clock = new FakeClock();
    heard = [];
    watchdog = new Watchdog(clock, PROBE, {
      onPing: () => heard.push('ping'),
      onSilent: () => heard.push('silent'),
    });
    watchdog.start(LIMIT, PING);
  });

  it('pings when nothing was sent for an interval (section 5)', async () => {
    await clock.pass(PING - 1);
    assert.deepEqual(heard, []);
    await clock.pass(1);
    assert.deepEqual(heard, ['ping']);
  });

  it('does not ping while other things are sent', async () => {
    for (let tenths = 0; tenths < 4; tenths++) {
      await clock.pass(10000);
      watchdog.sent();
    }
    assert.deepEqual(heard, []);
  });

  it('gives up after the limit without a frame (section 5)', async () => {
    await clock.pass(LIMIT - 1);
    assert.deepEqual(heard, ['ping', 'ping']);
    await clock.pass(1);
    assert.deepEqual(heard, ['ping', 'ping', 'silent']);
  });

  it('takes any frame for life', async () => {
    for (let times = 0; times < 10; times++) {
      await clock.pass(LIMIT - 1000);
      watchdog.heard();
    }
    assert.equal(heard.includes('silent'), false);
  });

  it('does nothing when it was stopped', async () => {
    watchdog.stop();
    watchdog.probe();
    watchdog.wake();
    await clock.pass(LIMIT * 3);
    assert.deepEqual(heard, []);
    assert.equal(clock.pending, 0);
  });

  it('lets a woken line prove itself, if it was silent for more than a heartbeat', async () => {
    clock.jump(PING + 1);
    watchdog.wake();
    assert.deepEqual(heard, ['ping']);
    await clock.pass(PROBE);
    assert.deepEqual(heard, ['ping', 'silent']);
  });

  it('is content with an answer in time', async () => {
    clock.jump(PING + 1);
    watchdog.wake();
    await clock.pass(PROBE - 1);
    watchdog.heard();
    await clock.pass(PROBE);
    assert.deepEqual(heard, ['ping']);
  });

  it('does not trouble a line that spoke just now', () => {
    clock.jump(PING);
    watchdog.wake();
    assert.deepEqual(heard, []);
  });

  it('asks once, however often it is woken', () => {
    clock.jump(PING + 1);
    watchdog.wake();
    watchdog.wake();
    assert.deepEqual(heard, ['ping']);
  });

  it('asks before it gives up when its own alarm came late: it may have slept', async () => {
    clock.jump(3_600_000);
    await clock.pass(0);
    assert.deepEqual(heard, ['ping']);
    await clock.pass(PROBE);
    assert.deepEqual(heard, ['ping', 'silent']);
  });

  it('counts anew when the clock is set back', async () => {
    clock.setBack(3_600_000);
    await clock.pass(PING + LIMIT + PING);
    assert.ok(heard.includes('silent'));
  });

  it('pings a side that pings by itself only when that is late', async () => {
    watchdog.start(LIMIT, PING, true);
    for (let times = 0; times < 3; times++) {
      await clock.pass(1.5 * PING - 1);
      watchdog.heard();
    }
    assert.deepEqual(heard, []);
    await clock.pass(1.5 * PING);
    assert.deepEqual(heard, ['ping']);
    await clock.pass(LIMIT - 1.5 * PING);
    assert.deepEqual(heard, ['ping', 'silent']);
  });

  it('before the welcome only waits', async () => {
    watchdog.start(10000, 0);
    await clock.pass(10000);
    assert.deepEqual(heard, ['silent']);
  });
});
