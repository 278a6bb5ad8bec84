import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { RecentSearches } from '../../../webapp/app/models/recent-searches.js';
import { Shelf } from '../../../webapp/app/models/shelf.js';
import { ada, grace, storage } from './page-fixtures.js';

let shelf;
let recent;

beforeEach(() => {
  const kept = storage();
  shelf = new Shelf('/', () => kept);
  recent = new RecentSearches({ shelf, account: ada });
});

describe('what was looked for last', () => {
  it('is the latest five, each once, the latest first', () => {
    for (const text of ['a', 'b', 'c', ' b ', '  ', 'd', 'e', 'f']) recent.note(text);
    assert.deepEqual(recent.all, ['f', 'e', 'd', 'b', 'c']);
    recent.clear();
    assert.deepEqual(recent.all, []);
  });

  it('is the next page of this account, and of no other', () => {
    recent.note('hay');
    assert.deepEqual(new RecentSearches({ shelf, account: ada }).all, ['hay']);
    const others = new RecentSearches({ shelf, account: grace });
    assert.deepEqual(others.all, []);
    others.note('needle');
    assert.deepEqual([others.all, recent.all], [['needle'], []], 'one at a time is signed in with a browser');
  });

  it('is chosen one after the other, in a circle, and at first none', () => {
    recent.step(1);
    assert.equal(recent.chosen, undefined);
    for (const text of ['c', 'b', 'a']) recent.note(text);
    const gone = [1, 1, 1, 1, -1].map((by) => (recent.step(by), recent.chosen));
    assert.deepEqual(gone, ['a', 'b', 'c', 'a', 'c']);
    recent.leave();
    recent.step(-1);
    assert.equal(recent.chosen, 'c');
  });
});
