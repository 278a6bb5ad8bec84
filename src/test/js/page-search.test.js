import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Search, inRoom, pieces } from '../../../webapp/app/models/search.js';
import { Clock } from './page-fixtures.js';

let clock;
let asked;
let search;

const hit = (sequence) => ({ room: 7, sequence, text: `text ${sequence}`, ranges: [], files: [] });
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Answers are given by the test, in whatever order. */
beforeEach(() => {
  clock = new Clock();
  asked = [];
  const ask = (method, path) =>
    new Promise((resolve, reject) => asked.push({ query: new URLSearchParams(path.split('?')[1]), resolve, reject }));
  search = new Search({ ask }, clock);
});

async function answer(request, hits, more = {}) {
  request.resolve({ hits, complete: true, ...more });
  await settle();
}

describe('looking for messages', () => {
  it('waits for the next letter, and asks once', () => {
    search.type('h');
    search.type('ha');
    clock.ring();
    assert.deepEqual(asked.map(({ query }) => query.get('q')), ['ha']);
  });

  it('takes the answer to what was typed last, whichever comes first', async () => {
    search.type('hay');
    clock.ring();
    search.type('needle');
    clock.ring();
    await answer(asked[1], [hit(2)]);
    await answer(asked[0], [hit(1)]);
    assert.deepEqual(search.hits, [hit(2)]);
  });

  it('goes on where the last page ended', async () => {
    search.type('hay');
    clock.ring();
    await answer(asked[0], [hit(3), hit(2)], { next: 'a mark' });
    assert.ok(search.hasMore);
    search.more();
    assert.equal(asked[1].query.get('before'), 'a mark');
    await answer(asked[1], [hit(1)]);
    assert.deepEqual(search.hits.map(({ sequence }) => sequence), [3, 2, 1]);
    assert.ok(!search.hasMore);
  });

  it('says why it was refused, and asks nothing when nothing is typed', async () => {
    search.type('before:x');
    clock.ring();
    asked[0].reject({ code: 'bad_field' });
    await settle();
    assert.equal(search.state, 'refused');
    search.type('  ');
    clock.ring();
    assert.equal(search.state, 'idle');
    assert.equal(asked.length, 1);
  });

  it('chooses one after the other, in a circle', async () => {
    search.type('hay');
    clock.ring();
    await answer(asked[0], [hit(3), hit(2)]);
    search.step(-1);
    assert.equal(search.chosen.sequence, 2);
    search.step(1);
    assert.equal(search.chosen.sequence, 3);
  });

  it('puts a filter in, and takes it out again', () => {
    search.typed = 'hay';
    search.toggle('in:Barn');
    assert.equal(search.typed, 'in:Barn hay');
    search.toggle('in:Barn');
    assert.equal(search.typed, 'hay');
  });

  it('asks nothing before something stands after the colon of a filter', () => {
    search.toggle('from:');
    assert.equal(search.typed, 'from:');
    assert.deepEqual([search.state, asked.length], ['idle', 0]);
    for (const text of ['from: ', 'from:"', 'from:a']) {
      search.type(text);
      clock.ring();
    }
    assert.deepEqual(asked.map(({ query }) => query.get('q')), ['from:a']);
  });

  it('looks for the other words meanwhile', () => {
    search.type('hay');
    search.toggle('in:');
    assert.equal(search.typed, 'hay in:');
    search.type('hay in:b');
    clock.ring();
    assert.deepEqual(asked.map(({ query }) => query.get('q')), ['hay ', 'hay in:b']);
  });

  it('has another filter in the place of one that nothing was written after', () => {
    search.toggle('from:');
    search.toggle('in:');
    assert.equal(search.typed, 'in:');
    search.toggle('in:');
    assert.equal(search.typed, '');
    search.toggle('before:');
    search.toggle('in:Barn');
    assert.equal(search.typed, 'in:Barn ');
    search.typed = 'login:';
    search.toggle('has:file');
    assert.equal(search.typed, 'has:file login:');
  });
});

describe('a search as it is written', () => {
  it('has names with spaces in quotes', () => {
    assert.equal(inRoom('研发中心'), 'in:研发中心');
    assert.equal(inRoom('Plan "B"'), 'in:"Plan  B "');
  });

  it('shows what was found within its text', () => {
    assert.deepEqual(pieces('a red cake', [[2, 5]]), [
      { text: 'a ', isFound: false },
      { text: 'red', isFound: true },
      { text: ' cake', isFound: false },
    ]);
    assert.deepEqual(pieces('', []), []);
  });
});
