import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { People } from '../../../webapp/app/models/people.js';
import { Clock, ada } from './page-fixtures.js';

/** What the library gives for presence, in the test's hands. */
class ScriptedPresence extends EventTarget {
  said = [];
  people = new Map();
  typists = [];

  here = () => this.people;
  typing = () => this.typists;
  show = (state) => this.said.push(state);
  type = (room) => this.said.push(`types in ${room}`);
  stopTyping = (room) => this.said.push(`stopped in ${room}`);
}

let presence;
let people;
let clock;

beforeEach(async () => {
  presence = new ScriptedPresence();
  clock = new Clock();
  people = new People({ presence: async () => presence, rooms: new Map() }, ada, clock);
  await Promise.resolve();
  await Promise.resolve();
  presence.said = [];
});

function touchAfter(millis) {
  clock.millis += millis;
  people.touch();
}

describe('the people of a room', () => {
  it('are as the server told, and unknown before it did', () => {
    assert.equal(people.stateOf(7, 2), null);
    presence.people = new Map([[1, 'online'], [2, 'away']]);
    assert.deepEqual([1, 2, 3].map((id) => people.stateOf(7, id)), ['online', 'away', 'offline']);
    presence.people = null;
    assert.equal(people.stateOf(7, 2), null);
  });

  it('are listed with the present first, then by name', () => {
    const members = [
      { id: 3, name: 'zoe', displayName: 'Zoë' },
      { id: 4, name: 'x', displayName: 'Ødegård' },
      { id: 5, name: 'Mallory' },
      { id: 1, name: 'ada', displayName: 'ada' },
      { id: 2, name: 'grace', displayName: 'Grace' },
    ];
    const ids = () => people.sorted(7, members).map(({ id }) => id);
    assert.deepEqual(ids(), [3, 4, 5, 1, 2], 'as they came, while nothing is known');
    presence.people = new Map([[3, 'online'], [2, 'online'], [1, 'away']]);
    assert.deepEqual(ids(), [2, 3, 1, 5, 4]);
    presence.people = new Map([[2, 'busy'], [3, 'online'], [1, 'away']]);
    assert.deepEqual(ids(), [3, 2, 1, 5, 4]);
  });

  it('show themselves as the server tells, once that is wanted', async () => {
    let told = 0;
    people.addEventListener('profiles', () => told++);
    presence.dispatchEvent(Object.assign(new Event('people'), { detail: [{ id: 2, status: {} }] }));
    assert.deepEqual(people.profile(2), {});
    await people.meet();
    presence.dispatchEvent(Object.assign(new Event('people'), { detail: [{ id: 2, status: {} }] }));
    assert.deepEqual([people.profile(2), told], [{ id: 2, status: {} }, 2]);
    people.profileAnew();
    assert.equal(clock.waiting.includes(50), true);
    people.close();
    assert.equal(clock.waiting.includes(50), false);
  });

  it('tell the views when they change', () => {
    let changes = 0;
    people.addEventListener('change', () => changes++);
    presence.dispatchEvent(new Event('change'));
    assert.equal(changes, 1);
  });

  it('who type are the others', () => {
    presence.typists = [{ id: 1, name: 'Ada' }, { id: 2, name: 'Grace' }];
    assert.deepEqual(people.typing(7), ['Grace']);
  });
});

describe('this person', () => {
  it('types, and has stopped when nothing is left', () => {
    people.write(7, 'x');
    people.write(7, ' ');
    assert.deepEqual(presence.said, ['types in 7', 'stopped in 7']);
  });

  it('is not said to type while they want to be invisible, and sees who is here all the same', async () => {
    const quiet = { shownAs: null };
    people = new People({ presence: async () => presence, rooms: new Map() }, ada, clock, quiet);
    await Promise.resolve();
    await Promise.resolve();
    people.write(7, 'a');
    assert.deepEqual([presence.said.at(-1), people.stateOf(7, 2)], ['types in 7', null]);
    quiet.shownAs = 'invisible';
    people.write(7, 'ab');
    assert.deepEqual([presence.said.at(-1), people.stateOf(7, 2)], ['stopped in 7', 'offline'], 'nobody is seen in the room');
    presence.people = null;
    assert.equal(people.stateOf(7, 2), null);
  });

  it('is away when the page was not touched for five minutes, and back with the next touch', () => {
    touchAfter(1_000);
    assert.deepEqual(clock.waiting, [300_000]);
    clock.ring();
    touchAfter(300_000);
    assert.deepEqual(presence.said, ['online', 'away', 'online']);
  });

  it('is busy for as long as they are, whether they touch the page or not', () => {
    people.beBusy(true);
    touchAfter(1_000);
    clock.ring();
    assert.equal(presence.said.at(-1), 'busy');
    people.beBusy(false);
    assert.equal(presence.said.at(-1), 'away');
  });

  it('that is busy before it is known who is here is said to be that', async () => {
    const later = new People({ presence: async () => presence }, ada, clock);
    later.touch();
    later.beBusy(true);
    await Promise.resolve();
    await Promise.resolve();
    assert.equal(presence.said.at(-1), 'busy');
  });

  it('may touch the page a hundred times a second, and one touch counts', () => {
    const before = clock.armed;
    for (let n = 0; n < 300; n++) touchAfter(10);
    assert.equal(clock.armed - before, 3);
    assert.equal(clock.waiting.length, 1);
  });

  it('is let go with the chat', () => {
    touchAfter(1_000);
    people.close();
    touchAfter(1_000);
    assert.deepEqual(clock.waiting, []);
  });
});
