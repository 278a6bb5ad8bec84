import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { attention } from '../../../webapp/app/models/attention.js';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Clock, ada, grace, page, said } from './page-fixtures.js';

const OWN = 1;
let client;
let chat;
let shelf;
let clock;
let server; // what it answers: {head, rooms, quiet}
let asked;
let sequence;

/** The server keeps what it is asked to, and tells of it when the test says so. */
beforeEach(() => {
  const first = page();
  first.chat.close();
  ({ client, shelf } = first);
  clock = new Clock();
  server = { head: 10, rooms: [], quiet: {} };
  asked = [];
  sequence = 10;
  client.http.ask = async (method, path, body) => {
    if (method === 'PATCH') asked.push([Number(path.match(/\d+/)), body]);
    return path === 'api/preferences' ? server : {};
  };
  chat = new Chat(client, ada, shelf, clock);
});

const room = (log) => client.rooms.get(log);
const names = (rooms = chat.rooms) => rooms.map(({ name }) => name).join(' ');
const tell = (log, wanted, at = ++sequence) =>
  client.fire('event', { log: OWN, sequence: at, type: 'preferences', body: { room: log, muted: false, ...wanted } });

function meet(...all) {
  all.forEach((name, n) => client.tellOf({ log: 20 + n, name, kind: 'public', position: 10, head: 10, read: 10 }));
}

async function welcome(account = { epoch: 'e', position: 10 }) {
  client.account = { ...ada, log: OWN, ...account };
  client.fire('welcome');
  await setImmediate();
}

/** What was asked for becomes so. */
function happenAsAsked() {
  for (const [log, body] of asked.splice(0)) tell(log, body);
}

describe('what a person wants of a room', () => {
  beforeEach(() => meet('apples', 'bread', 'cheese'));

  it('is all messages of a direct room and the mentions of any other, until they say so', async () => {
    client.tellOf({ log: 30, name: 'grace', kind: 'direct' });
    assert.deepEqual(chat.own(room(30)), { muted: false, level: 'all', favourite: null, closed: null });
    assert.deepEqual(chat.own(room(20)), { muted: false, level: 'mentions', favourite: null, closed: null });
    server.rooms = [{ room: 20, muted: true, level: 'nothing', favourite: 5 }];
    await welcome();
    assert.deepEqual(chat.own(room(20)), { muted: true, level: 'nothing', favourite: 5, closed: null });
  });

  it('follows the other devices, by all that an event says of the room', async () => {
    await welcome();
    tell(20, { muted: true, level: 'all' });
    assert.deepEqual(chat.own(room(20)), { muted: true, level: 'all', favourite: null, closed: null });
    tell(20, {});
    assert.deepEqual(chat.own(room(20)), { muted: false, level: 'mentions', favourite: null, closed: null });
  });

  it('is the newest, whether the answer comes before an event that is newer, or one that is older, or after', async () => {
    server = { ...server, head: 12, rooms: [{ room: 20, muted: true }] };
    client.account = { ...ada, log: OWN, epoch: 'e', position: 10 };
    client.fire('welcome');
    tell(20, { level: 'all' }, 12);
    tell(21, { level: 'all' }, 13);
    await setImmediate();
    assert.equal(chat.own(room(20)).muted, true, 'the answer is of then already');
    assert.equal(chat.own(room(21)).level, 'all', 'the answer is older');
    tell(20, {}, 12);
    assert.equal(chat.own(room(20)).muted, true);
  });

  it('is asked for again only where events may be missing', async () => {
    let count = 0;
    const { ask } = client.http;
    client.http.ask = (...request) => {
      count += request[1] === 'api/preferences' ? 1 : 0;
      return ask(...request);
    };
    await welcome();
    await welcome();
    assert.equal(count, 1);
    await welcome({ epoch: 'e', position: 90 });
    await welcome({ epoch: 'other', position: 3 });
    assert.equal(count, 3);
  });

  it('is asked for until there is an answer', async () => {
    const { ask } = client.http;
    client.http.ask = async () => assert.fail('the line is down');
    await welcome();
    client.http.ask = ask;
    server.rooms = [{ room: 20, muted: true }];
    clock.ring();
    await setImmediate();
    assert.equal(chat.own(room(20)).muted, true);
  });

  it('is there from the start the next time, before the server has said anything', async () => {
    server.rooms = [{ room: 22, muted: false, favourite: 5 }];
    await welcome();
    assert.equal(names(new Chat(client, ada, shelf, clock).rooms), 'cheese apples bread');
    const grace = { id: 2, name: 'grace' };
    assert.equal(names(new Chat(client, grace, shelf, clock).rooms), 'apples bread cheese');
  });
});

describe('the favourites', () => {
  beforeEach(async () => {
    meet('apples', 'bread', 'cheese', 'dates');
    await welcome();
    for (const log of [22, 21, 23]) {
      await chat.list.favour(log, true);
      happenAsAsked();
    }
  });

  it('come first, in the order in which they were made ones, then the others by name', () => {
    assert.equal(names(), 'cheese bread dates apples');
    assert.equal(names(chat.list.favourites), 'cheese bread dates');
  });

  it('may be conversations, which otherwise come after all rooms', async () => {
    for (const [log, name] of [[30, 'Alan'], [31, 'Grace']]) client.tellOf({ log, name, kind: 'direct' });
    await welcome({ epoch: 'e', position: sequence });
    assert.equal(names(), 'cheese bread dates apples Alan Grace');
    assert.deepEqual([names(chat.list.others), names(chat.list.talks)], ['apples', 'Alan Grace']);
    await chat.list.favour(31, true);
    happenAsAsked();
    assert.equal(names(), 'cheese bread dates Grace apples Alan');
    chat.enter(20);
    chat.enterNext(1);
    assert.equal(chat.open, 30);
  });

  it('move up and down, and no further than the ends, each by one change', async () => {
    await chat.list.move(23, -1);
    assert.equal(asked.length, 1);
    happenAsAsked();
    assert.equal(names(), 'cheese dates bread apples');
    await chat.list.move(22, 1);
    happenAsAsked();
    assert.equal(names(), 'dates cheese bread apples');
    assert.deepEqual([-1, 1].map((step) => chat.list.mayMove(23, step)), [false, true]);
    assert.deepEqual([-1, 1].map((step) => chat.list.mayMove(21, step)), [true, false]);
    assert.equal(chat.list.mayMove(20, 1), false);
  });

  it('are put before another or after all, and taken out', async () => {
    await chat.list.putBefore(20, 21);
    happenAsAsked();
    assert.equal(names(), 'cheese apples bread dates');
    await chat.list.putBefore(22, null);
    happenAsAsked();
    assert.equal(names(), 'apples bread dates cheese');
    await chat.list.favour(21, false);
    assert.deepEqual(asked, [[21, { favourite: null }]]);
    happenAsAsked();
    assert.equal(names(), 'apples dates cheese bread');
  });

  it('are spread anew where two have no number between them any more', async () => {
    tell(22, { favourite: 7 });
    tell(21, { favourite: 8 });
    await chat.list.putBefore(20, 21);
    happenAsAsked();
    assert.equal(names(), 'cheese apples bread dates');
    tell(23, { favourite: Number.MAX_SAFE_INTEGER });
    await chat.list.putBefore(22, null);
    assert.ok(asked.every(([, { favourite }]) => Number.isSafeInteger(favourite)));
    happenAsAsked();
    assert.equal(names(), 'apples bread dates cheese');
  });

  it('keep the places of those that are closed or put away, and are moved past them', async () => {
    client.tellOf({ log: 30, name: 'Alan', kind: 'direct', position: 10, head: 10, read: 10 });
    client.tellOf({ log: 31, name: 'elms', kind: 'public', archived: true });
    await welcome({ epoch: 'e', position: sequence });
    tell(22, { favourite: 7 });
    tell(21, { favourite: 8 });
    tell(30, { favourite: 9, closed: 10 });
    tell(31, { favourite: 10 });
    await chat.list.putBefore(20, 21);
    assert.ok(asked.length > 1, 'premise: there was no number between the two');
    for (const [log, { favourite }] of asked.splice(0)) tell(log, { favourite, ...(log === 30 && { closed: 10 }) });
    assert.equal(names(), 'cheese apples bread dates');
    await chat.list.move(21, 1);
    happenAsAsked();
    assert.equal(names(), 'cheese apples dates bread');
    client.happen(said(grace, 11, { log: 30 }));
    client.rooms.get(31).archived = false;
    assert.equal(names(), 'cheese apples Alan elms dates bread');
  });

  it('are where the keys for the next room go', () => {
    chat.enter(23);
    chat.enterNext(1);
    assert.equal(chat.open, 20);
    chat.enterNext(1);
    assert.equal(chat.open, 22);
  });
});

describe('a muted room', () => {
  const call = (author, at) => ({ ...said(author, at, { log: 20 }), body: { text: '@ada', mentions: [[ada.id, 0, 4]] } });

  beforeEach(async () => {
    meet('apples', 'bread');
    await welcome();
    tell(20, { muted: true });
    client.happen(said(grace, 11, { log: 20 }));
  });

  it('does not call for attention, in the list, the title or by the keys for unread rooms', () => {
    assert.equal(chat.reading.unread(room(20)), 1, 'premise: something waits there');
    assert.equal(chat.reading.waiting(room(20)), 0);
    assert.equal(attention(chat).hasUnread, false);
    chat.enter(21);
    chat.enterNext(1, true);
    assert.equal(chat.open, 21);
  });

  it('does so when this person is called there', () => {
    client.happen(call(grace, 12));
    assert.equal(chat.reading.waiting(room(20)), 1);
    assert.equal(attention(chat).hasUnread, true);
    chat.enter(21);
    chat.enterNext(1, true);
    assert.equal(chat.open, 20);
  });
});
