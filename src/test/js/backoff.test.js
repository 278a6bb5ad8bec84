import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Backoff } from '../../../webapp/holdfast/backoff.js';

const options = { floor: 250, step: 1000, cap: 30000 };
const waits = (random, count) => {
  const backoff = new Backoff({ ...options, random: () => random });
  return Array.from({ length: count }, () => backoff.next());
};

describe('Backoff', () => {
  it('is random between the floor and a ceiling that doubles up to the cap (section 5.2)', () => {
    assert.deepEqual(waits(0, 3), [250, 250, 250]);
    assert.deepEqual(waits(1, 7), [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    assert.deepEqual(waits(0.5, 1), [625]);
  });

  it('stays at the cap however often it is asked', () => {
    assert.equal(waits(1, 2000).at(-1), 30000);
  });

  it('starts afresh after a reset', () => {
    const backoff = new Backoff({ ...options, random: () => 1 });
    backoff.next();
    backoff.next();
    backoff.reset();
    assert.equal(backoff.next(), 1000);
  });
});
