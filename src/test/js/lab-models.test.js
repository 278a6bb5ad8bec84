import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Drain } from '../../../webapp/lab/models/drain.js';
import { Journal } from '../../../webapp/lab/models/journal.js';
import { Lab } from '../../../webapp/lab/models/lab.js';
import { Metronome } from '../../../webapp/lab/models/metronome.js';
import { Outages } from '../../../webapp/lab/models/outages.js';
import { Race } from '../../../webapp/lab/models/race.js';
import { labRoom } from '../../../webapp/lab/models/room.js';
import { FakePlatform } from './fakes/platform.js';
import { ScriptedClient, ada } from './page-fixtures.js';

let platform;

beforeEach(() => {
  platform = new FakePlatform();
});

const rig = (name, client = new ScriptedClient()) => ({ name, client, gate: { cut: () => cuts.push(name) }, isLive: true });
let cuts = [];

describe('the journal', () => {
  it('has the newest first, and no more than fifty', () => {
    const journal = new Journal(platform.now);
    for (let n = 0; n < 60; n++) journal.note('said', { n });
    assert.deepEqual([journal.entries.length, journal.entries[0].values.n, journal.entries.at(-1).values.n], [50, 59, 10]);
  });

  it('counts what happens again and again', () => {
    const journal = new Journal(platform.now);
    journal.note('failed', { reason: 'abnormal' });
    platform.clock.jump(5_000);
    journal.note('failed', { reason: 'abnormal' });
    journal.note('failed', { reason: 'silent' });
    assert.deepEqual(
      journal.entries.map(({ values, times }) => [values.reason, times]),
      [
        ['silent', 1],
        ['abnormal', 2],
      ],
    );
    assert.equal(journal.entries[1].at, platform.now());
  });
});

describe('outages', () => {
  it('last until they end, are one while they last, and are forgotten when nobody looks back so far', () => {
    const outages = new Outages(60);
    outages.begin(100);
    outages.begin(110);
    assert.deepEqual(outages.recent(120), [{ from: 100, to: null }]);
    outages.end(130);
    outages.end(150);
    assert.deepEqual(outages.recent(189), [{ from: 100, to: 130 }]);
    assert.deepEqual(outages.recent(190), []);
  });
});

describe('the metronome', () => {
  it('has one beat at a time, until it is stopped', async () => {
    let beats = 0;
    const metronome = new Metronome(platform, 1_000, () => beats++);
    metronome.start();
    metronome.start();
    await platform.clock.pass(3_500);
    metronome.stop();
    assert.deepEqual([beats, platform.clock.pending], [3, 0]);
  });
});

describe('a race', () => {
  let clients;
  let race;

  beforeEach(() => {
    clients = ['a', 'b'].map(() => new ScriptedClient());
    clients[0].post = (room, text) => ({ id: `${room}-${text}`, refusal: null, acked: new Promise((resolve, reject) => Object.assign(clients[0], { resolve, reject })) });
    race = new Race(clients[0], [rig('a', clients[0]), rig('b', clients[1])], 7, platform.now);
  });

  it('takes the time until each line has the message, and the server', async () => {
    race.start('hi');
    platform.clock.jump(5);
    clients[1].fire('event', { id: '7-hi' });
    platform.clock.jump(5);
    clients[0].fire('event', { id: '7-other' });
    clients[0].resolve({});
    await platform.clock.pass(0);
    assert.deepEqual([race.arrival(race.rigs[0]), race.arrival(race.rigs[1]), race.acked, race.isOver], [null, 5, 10, false]);
    clients[0].fire('event', { id: '7-hi' });
    assert.deepEqual([race.arrival(race.rigs[0]), race.slowest, race.isOver], [10, 10, true]);
  });

  it('forgets the message before, and its answer', async () => {
    race.start('one');
    const { resolve } = clients[0];
    clients[0].fire('event', { id: '7-one' });
    race.start('two');
    clients[1].fire('event', { id: '7-one' });
    resolve({});
    await platform.clock.pass(0);
    assert.deepEqual([race.arrival(race.rigs[0]), race.arrival(race.rigs[1]), race.acked], [null, null, null]);
  });

  it('tells why the server did not take it, and leaves nothing in the outbox', async () => {
    const discarded = [];
    clients[0].discard = (id) => discarded.push(id);
    race.start('hi');
    clients[0].reject({ code: 'not_found' });
    await platform.clock.pass(0);
    assert.deepEqual([race.refusal.code, discarded], ['not_found', ['7-hi']]);
  });
});

describe('a drain', () => {
  let rigs;
  let drain;
  let asked;

  beforeEach(() => {
    cuts = [];
    asked = [];
    rigs = [rig('a'), rig('b')];
    drain = new Drain(rigs, async (...request) => void asked.push(request.join(' ')));
  });

  it('is on from the server’s word until the server’s word', async () => {
    await drain.begin();
    assert.deepEqual([drain.isOn, drain.live, drain.all], [true, 2, 2]);
    await drain.end();
    assert.deepEqual([drain.isOn, drain.isOver, asked], [false, true, ['POST api/drain', 'DELETE api/drain']]);
  });

  it('frees a connection of the browser for the question', async () => {
    rigs[1].isLive = false;
    await drain.begin();
    await drain.end();
    assert.deepEqual(cuts, ['b']);
  });

  it('of somebody else is heard of on the lines, and so is its end', () => {
    rigs[0].client.become({ word: 'offline', reason: 'draining' });
    assert.ok(drain.isOn);
    rigs[0].client.become({ word: 'catching-up', reason: null });
    assert.deepEqual([drain.isOn, drain.isOver], [false, true]);
  });

  it('that is refused says why and is not on', async () => {
    drain = new Drain(rigs, async () => Promise.reject({ code: 'forbidden' }));
    await drain.begin();
    assert.deepEqual([drain.isOn, drain.isBusy, drain.refusal.code], [false, false, 'forbidden']);
  });
});

describe('the room of the lab', () => {
  const http = (rooms, createRoom) => ({ rooms: async () => rooms, join: async (log) => joined.push(log), createRoom });
  let joined;

  beforeEach(() => (joined = []));

  it('is created by whoever comes first', async () => {
    assert.equal(await labRoom(http([], async ({ name }) => ({ log: name.length }))), 3);
  });

  it('is joined when it is there', async () => {
    assert.equal(await labRoom(http([{ log: 9, name: 'Lab', joined: false }])), 9);
    assert.equal(await labRoom(http([{ log: 8, name: 'Lab', joined: true }])), 8);
    assert.deepEqual(joined, [9]);
  });

  it('is joined when somebody was quicker', async () => {
    const rooms = [];
    const taken = async () => {
      rooms.push({ log: 5, name: 'Lab', joined: false });
      throw Object.assign(new Error(), { code: 'name_taken' });
    };
    assert.equal(await labRoom(http(rooms, taken)), 5);
    assert.deepEqual(joined, [5]);
  });
});

describe('the lab', () => {
  let clients;
  let lab;
  let session;

  beforeEach(() => {
    clients = [];
    session = async () => ({ ...ada, role: 'admin' });
    lab = new Lab(makeClient, platform, async () => {});
  });

  function makeClient(options) {
    const client = Object.assign(new ScriptedClient(), { options });
    client.http = { session: () => session(), rooms: async () => [{ log: 7, name: 'Lab', joined: true }] };
    return clients[clients.push(client) - 1];
  }

  it('has a line for each transport, and one that may use all of them', async () => {
    await lab.open();
    const transports = clients.slice(1).map(({ options }) => options.transports.join());
    assert.deepEqual(transports, ['websocket', 'sse', 'long-poll', 'short-poll', 'websocket,sse,long-poll,short-poll']);
    assert.ok(clients.slice(1).every(({ isConnected }) => isConnected));
    assert.equal(lab.state, 'in');
  });

  it('opens no line for others than administrators', async () => {
    session = async () => ({ ...ada, role: 'member' });
    await lab.open();
    assert.deepEqual([lab.state, clients.length], ['forbidden', 1]);
  });

  it('tells apart that nobody is signed in and that nobody answers', async () => {
    session = async () => Promise.reject({ status: 401 });
    await lab.open();
    assert.equal(lab.state, 'out');
    session = async () => Promise.reject({ status: 0 });
    await lab.open();
    assert.equal(lab.state, 'failed');
  });

  it('runs on without a race when the room cannot be had', async () => {
    const refusal = { code: 'forbidden' };
    clients[0].http.rooms = async () => Promise.reject(refusal);
    await lab.open();
    assert.deepEqual([lab.state, lab.race, lab.refusal], ['in', null, refusal]);
    assert.ok(clients.at(-1).isConnected);
  });

  it('ends with the login, and leaves no timer', async () => {
    await lab.open();
    await lab.demo.start();
    clients[2].fire('signedout');
    assert.equal(lab.state, 'out');
    assert.ok(clients.slice(1).every(({ isClosed }) => isClosed));
    assert.equal(platform.clock.pending, 0);
  });
});
