import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Elsewhere, without } from '../../../webapp/app/models/elsewhere.js';
import { found, waitingFirst } from '../../../webapp/app/models/found.js';
import { Clock, ada, grace } from './page-fixtures.js';

const zoe = { id: 3, name: 'zoe', displayName: 'Zoë' };
const open = { log: 20, name: 'apples', kind: 'public', archived: false };
let chat;
let clock;
let elsewhere;
let asked;
let answers;

/** What the server answers is the test's: a promise for each name. */
beforeEach(() => {
  asked = [];
  answers = new Map();
  clock = new Clock();
  chat = {
    account: ada,
    room: (log) => (log === 21 ? {} : undefined),
    membership: { find: (name) => (asked.push(name), answers.get(name) ?? Promise.resolve([ada, zoe])) },
    doors: {
      mayBegin: true,
      mayBrowse: true,
      all: async () => {
        asked.push('all rooms');
        return [
          open,
          { ...open, log: 21, name: 'apples of mine' },
          { ...open, log: 22, name: 'apples of old', archived: true },
          { ...open, log: 23, name: 'apples in secret', kind: 'private' },
          { ...open, log: 24, name: 'bread' },
        ];
      },
    },
  };
  elsewhere = new Elsewhere(chat, clock);
});

async function pause() {
  clock.ring();
  await setImmediate();
}

describe('what is sought elsewhere', () => {
  it('is asked for once the typing pauses: others, and rooms that can be joined', async () => {
    elsewhere.seek('ap');
    elsewhere.seek(' apples ');
    assert.equal(elsewhere.found, null, 'not known yet');
    await pause();
    assert.deepEqual(asked, ['apples', 'all rooms']);
    assert.deepEqual(elsewhere.found, { people: [zoe], rooms: [open] });
    elsewhere.seek('bread');
    await pause();
    assert.deepEqual(asked.slice(2), ['bread'], 'all rooms are known by then');
  });

  it('is nothing while nothing is typed', async () => {
    elsewhere.seek('apples');
    elsewhere.seek('  ');
    await pause();
    assert.deepEqual([elsewhere.found, asked], [{ people: [], rooms: [] }, []]);
  });

  it('is what was typed last, whichever answer comes last', async () => {
    let come;
    answers.set('slow', new Promise((resolve) => (come = resolve)));
    elsewhere.seek('slow');
    await pause();
    elsewhere.seek('apples');
    await pause();
    come([grace]);
    await setImmediate();
    assert.deepEqual(elsewhere.found.people, [zoe]);
  });

  it('is some of it, where there is much', async () => {
    answers.set('a', Promise.resolve(Array.from({ length: 50 }, (_, n) => ({ id: n + 10 }))));
    elsewhere.seek('a');
    await pause();
    assert.equal(elsewhere.found.people.length, 8);
  });

  it('is without what can not be had, and that is asked for again', async () => {
    const { all } = chat.doors;
    answers.set('apples', Promise.reject(new Error('the line is down')));
    chat.doors.all = async () => assert.fail('the line is down');
    elsewhere.seek('apples');
    await pause();
    assert.deepEqual(elsewhere.found, { people: [], rooms: [] });
    answers.clear();
    chat.doors.all = all;
    elsewhere.seek('apples');
    await pause();
    assert.deepEqual(elsewhere.found, { people: [zoe], rooms: [open] });
  });

  it('is not asked for by whoever may neither write to others nor join', async () => {
    Object.assign(chat.doors, { mayBegin: false, mayBrowse: false });
    elsewhere.seek('apples');
    await pause();
    assert.deepEqual([elsewhere.found, asked], [{ people: [], rooms: [] }, []]);
  });
});

it('whoever has a conversation of two is not among the others', () => {
  const ofTwo = { kind: 'direct', people: [ada, zoe] };
  const ofThree = { kind: 'direct', people: [ada, zoe, grace] };
  assert.deepEqual(without([zoe, grace], [ofTwo]), [grace]);
  assert.deepEqual(without([zoe, grace], [ofThree, { kind: 'public', people: [] }]), [zoe, grace]);
});

it('rooms in which something waits come first, each in its order, and before what is typed is looked for', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name }));
  assert.deepEqual(waitingFirst([a, b, c], (room) => room === c), [c, a, b]);
  assert.deepEqual(found(waitingFirst([a, b, c], (room) => room === c), ''), [c, a, b]);
});
