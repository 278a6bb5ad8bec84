import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Profiles } from '../../../webapp/app/models/profiles.js';
import { lifetimeOf } from '../../../webapp/app/models/status-end.js';
import { Clock } from './page-fixtures.js';

const settle = () => new Promise(setImmediate);
const lunch = { id: 2, status: { emoji: '☕', text: 'at lunch' } };

let client;
let presence;
let clock;
let profiles;
let asked;
let answer;

beforeEach(() => {
  asked = [];
  answer = async () => ({ profiles: [] });
  const ask = (method, path) => (asked.push(path), answer(path));
  client = Object.assign(new EventTarget(), { http: { ask }, rooms: new Map(), account: { id: 1 } });
  presence = new EventTarget();
  clock = new Clock();
  profiles = new Profiles(client, presence, clock);
});

async function ring() {
  clock.ring();
  await settle();
}

const tell = (...people) => presence.dispatchEvent(Object.assign(new Event('people'), { detail: people }));

describe('profiles', () => {
  it('are asked for when they are shown, those together at once, each once', async () => {
    answer = async () => ({ profiles: [lunch] });
    for (const id of [2, 3, 2]) assert.deepEqual(profiles.of(id), {});
    await ring();
    assert.deepEqual(asked, ['api/profiles?ids=2,3']);
    assert.deepEqual([profiles.of(2), profiles.of(3)], [lunch, {}]);
    assert.deepEqual(clock.waiting, []);
  });

  it('are asked for in parts when they are many', async () => {
    profiles.ask(...Array.from({ length: 150 }, (_, n) => n));
    await ring();
    await ring();
    assert.deepEqual(asked.map((path) => path.split(',').length), [100, 50]);
  });

  it('are what the server tells, and views are told of what is new alone', async () => {
    let changes = 0;
    profiles.addEventListener('change', () => changes++);
    tell(lunch);
    tell(lunch);
    assert.equal(changes, 1);
    assert.deepEqual(profiles.of(2), lunch);
    tell({ id: 2 });
    assert.deepEqual([profiles.of(2), changes], [{ id: 2 }, 2]);
    assert.deepEqual(clock.waiting, [], 'nothing is asked for');
  });

  it('name the direct rooms of a person, at once, and no others', () => {
    const [ada, grace, zoe] = [[1, 'Ada'], [2, 'Grace'], [3, 'Zoë']].map(([id, name]) => ({ id, name }));
    client.rooms.set(7, { kind: 'direct', name: 'Grace', people: [ada, grace] });
    client.rooms.set(8, { kind: 'direct', name: 'Grace, Zoë', people: [ada, grace, zoe] });
    client.rooms.set(9, { kind: 'direct', name: 'Zoë', people: [ada, zoe] });
    client.rooms.set(10, { kind: 'public', name: 'Grace' });
    const names = () => [...client.rooms.values()].map(({ name }) => name);
    tell({ id: 2, displayName: 'Amazing Grace' }, { id: 1, displayName: 'Countess' });
    assert.deepEqual(names(), ['Amazing Grace', 'Amazing Grace, Zoë', 'Zoë', 'Grace']);
    assert.deepEqual(client.rooms.get(7).people.map(({ name }) => name), ['Countess', 'Amazing Grace']);
  });

  it('are told of to the views when a room has another name by them alone', () => {
    tell({ id: 2, displayName: 'Amazing Grace' });
    let changes = 0;
    profiles.addEventListener('change', () => changes++);
    client.rooms.set(7, { kind: 'direct', name: 'Grace', people: [{ id: 2, name: 'Grace' }] });
    for (let n = 0; n < 2; n++) tell({ id: 2, displayName: 'Amazing Grace' });
    assert.deepEqual([client.rooms.get(7).name, changes], ['Amazing Grace', 1]);
  });

  it('that were told while they were asked for are not put back by the answer', async () => {
    let arrive;
    answer = () => new Promise((resolve) => (arrive = resolve));
    profiles.of(2);
    clock.ring();
    tell(lunch);
    arrive({ profiles: [{ id: 2 }] });
    await settle();
    assert.deepEqual(profiles.of(2), lunch);
  });

  it('are asked for anew by each welcome, and stay until the answer', async () => {
    tell(lunch);
    client.dispatchEvent(new Event('welcome'));
    assert.deepEqual(profiles.of(2), lunch);
    answer = async () => ({ profiles: [{ id: 2 }] });
    await ring();
    assert.deepEqual([asked, profiles.of(2)], [['api/profiles?ids=2'], { id: 2 }]);
  });

  it('that could not be had are asked for again', async () => {
    answer = async () => Promise.reject(new Error('no line'));
    profiles.of(2);
    await ring();
    assert.deepEqual(clock.waiting, [5_000]);
    answer = async () => ({ profiles: [lunch] });
    await ring();
    assert.deepEqual(profiles.of(2), lunch);
  });

  it('are let go with the chat', async () => {
    profiles.of(2);
    profiles.close();
    tell(lunch);
    client.dispatchEvent(new Event('welcome'));
    assert.deepEqual([clock.waiting, profiles.of(2)], [[], {}]);
  });
});

describe('a status', () => {
  const hours = (count) => count * 3_600_000;
  const at = (...when) => new Date(2026, 10, ...when);

  it('ends after a while, with the day or with Sunday', () => {
    const friday = at(27, 15);
    assert.equal(lifetimeOf('half', friday), hours(0.5));
    assert.equal(lifetimeOf('hour', friday), hours(1));
    assert.equal(lifetimeOf('today', friday), at(28) - friday);
    assert.equal(lifetimeOf('week', friday), at(30) - friday);
    assert.equal(lifetimeOf('week', at(29, 23)), hours(1));
    assert.equal(lifetimeOf('week', at(23)), at(30) - at(23));
  });

  it('may stay', () => {
    assert.equal(lifetimeOf('never', at(27)), undefined);
  });
});
