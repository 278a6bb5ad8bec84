import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layOut } from '../../../webapp/app/models/rows.js';

const MINUTE = 60_000;
const ada = { id: 1, name: 'Ada' };
const grace = { id: 2, name: 'Grace' };
const dayOf = (at) => Math.floor(at / (24 * 60 * MINUTE));
const message = (author, sequence, at = 0) => ({
  key: `#${sequence}`,
  type: 'message',
  sequence,
  at,
  author,
  text: '',
});
const notice = (sequence, at = 0) => ({ key: `#${sequence}`, type: 'notice', sequence, at, author: grace });
const lay = (entries, options) => layOut(entries, { dayOf, ...options });
const firsts = (entries) =>
  lay(entries)
    .filter(({ type }) => type === 'message')
    .map(({ first }) => first);

describe('grouping', () => {
  it('joins messages of one author within 5 minutes of each other', () => {
    assert.deepEqual(firsts([message(ada, 1), message(ada, 2, 5 * MINUTE - 1), message(ada, 3, 9 * MINUTE)]), [
      true,
      false,
      false,
    ]);
  });

  it('begins a group after 5 minutes, with another author, and after a notice', () => {
    assert.deepEqual(firsts([message(ada, 1), message(ada, 2, 5 * MINUTE)]), [true, true]);
    assert.deepEqual(firsts([message(ada, 1), message(grace, 2)]), [true, true]);
    assert.deepEqual(firsts([message(ada, 1), notice(2), message(ada, 3)]), [true, true]);
  });
});

describe('who comes and goes', () => {
  const coming = (type, sequence, at = 0) => ({ ...notice(sequence, at), event: { type, sequence } });
  const runs = (entries) =>
    lay(entries)
      .filter(({ type }) => type === 'notice')
      .map(({ key, sequence, events }) => [key, sequence, events?.map(({ type }) => type).join(' ')]);

  it('is one row as long as nothing else is between, with the first key and the last sequence', () => {
    const entries = [coming('joined', 1), coming('left', 2), coming('joined', 4), message(ada, 5), coming('joined', 6)];
    assert.deepEqual(runs(entries), [
      ['#1', 4, 'joined left joined'],
      ['#6', 6, 'joined'],
    ]);
    assert.deepEqual(runs(entries), runs(entries), 'what is laid out is not changed by it');
  });

  it('is another row on another day, and other notices are by themselves', () => {
    const midnight = 24 * 60 * MINUTE;
    assert.deepEqual(runs([coming('joined', 1, midnight - 1), coming('joined', 2, midnight), coming('role', 3), coming('left', 4)]), [
      ['#1', 1, 'joined'],
      ['#2', 2, 'joined'],
      ['#3', 3, undefined],
      ['#4', 4, 'left'],
    ]);
  });
});

describe('dividers', () => {
  const types = (entries, options) => lay(entries, options).map(({ type }) => type);

  it('stand before each calendar day, and a group does not reach over them', () => {
    const midnight = 24 * 60 * MINUTE;
    const rows = lay([message(ada, 1, midnight - 1), message(ada, 2, midnight)]);
    assert.deepEqual(
      rows.map(({ type }) => type),
      ['day', 'message', 'day', 'message'],
    );
    assert.equal(rows[3].first, true);
  });

  it('stand before the first new message of somebody else, once', () => {
    const entries = [message(grace, 1), message(ada, 2), message(grace, 3), message(grace, 4)];
    assert.deepEqual(types(entries, { newAfter: 1, me: ada.id }), [
      'day',
      'message',
      'message',
      'new',
      'message',
      'message',
    ]);
  });

  it('do not stand before notices, nor before what is not acknowledged yet', () => {
    assert.deepEqual(types([notice(2), { ...message(ada, 3), sequence: null }], { newAfter: 1, me: ada.id }), [
      'day',
      'notice',
      'message',
    ]);
  });

  it('have keys of their own, even when clocks go backwards', () => {
    const midnight = 24 * 60 * MINUTE;
    const keys = lay([message(ada, 1), message(ada, 2, midnight), message(ada, 3)]).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });
});
