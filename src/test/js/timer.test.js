import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Timer } from '../../../webapp/holdfast/timer.js';
import { FakeClock } from './fakes/clock.js';

describe('Timer', () => {
  it('rings once, at the time it was last told', async () => {
    const clock = new FakeClock();
    let rung = 0;
    const timer = new Timer(clock, () => rung++);
    timer.start(100);
    timer.start(300);
    assert.equal(clock.pending, 1);
    await clock.pass(299);
    assert.equal(rung, 0);
    await clock.pass(1000);
    assert.equal(rung, 1);
    assert.equal(timer.pending, false);
  });

  it('does not ring when it was cancelled', async () => {
    const clock = new FakeClock();
    const timer = new Timer(clock, () => assert.fail('rang'));
    timer.start(100);
    timer.cancel();
    await clock.pass(1000);
    assert.equal(timer.pending, false);
  });

  it('takes waits that are longer than a browser can for the longest it can', () => {
    const clock = new FakeClock();
    new Timer(clock, () => {}).start(Number.MAX_SAFE_INTEGER);
    assert.equal(clock.nextIn, 2 ** 31 - 1);
  });
});
