import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Clock, ada, grace, said, page } from './page-fixtures.js';

let client;
let chat;
let clock;
let asked;
let counts;

/** The server counts what the test says. */
beforeEach(() => {
  const { client: scripted, shelf } = page();
  client = scripted;
  clock = new Clock();
  asked = [];
  counts = [];
  client.http = {
    ask: async (method, path, body) => {
      asked.push(body ? body.data : path);
      return body ? [] : { rooms: counts };
    },
  };
  chat = new Chat(client, ada, shelf, clock);
});

const general = () => client.rooms.get(7);
const unread = () => chat.reading.unread(general());
const deleted = (sequence, message) => ({ ...said(grace, sequence), type: 'deleted', body: { message } });

function tellOf(count, room) {
  counts = [{ room: 7, ...count }];
  client.tellOf({ log: 7, name: 'general', ...room });
}

describe('what is unread where the page does not hold all of it', () => {
  beforeEach(async () => {
    tellOf({ read: 100, head: 500, messages: 37 }, { position: 500, head: 500, read: 100 });
    await setImmediate();
  });

  it('is what the server counts, asked once for all rooms', () => {
    assert.equal(unread(), 37);
    assert.deepEqual(asked, ['api/unread']);
  });

  it('goes on with what comes, by the messages of others alone', async () => {
    client.happen(said(grace, 501));
    client.happen(said(ada, 502));
    client.happen({ ...said(grace, 503), type: 'reaction', body: { message: 501, emoji: '👍', on: true } });
    assert.equal(unread(), 38);
    client.happen(deleted(504, 501));
    assert.equal(unread(), 37);
    await setImmediate();
    assert.equal(asked.length, 1);
  });

  it('is asked again when a message goes that only the server knew, and at another mark, and meanwhile as before', async () => {
    client.happen(deleted(501, 400));
    assert.equal(unread(), 37);
    counts = [{ room: 7, read: 100, head: 501, messages: 36 }];
    clock.ring();
    await setImmediate();
    assert.equal(unread(), 36);
    general().read = 300;
    counts = [{ room: 7, read: 300, head: 501, messages: 9 }];
    clock.ring();
    await setImmediate();
    assert.equal(unread(), 9);
  });

  it('is asked again while the server does not answer', async () => {
    const { ask } = client.http;
    client.http.ask = async () => assert.fail('the line is down');
    general().read = 200;
    clock.ring();
    await setImmediate();
    client.http.ask = ask;
    counts = [{ room: 7, read: 200, head: 500, messages: 20 }];
    clock.ring();
    await setImmediate();
    assert.equal(unread(), 20);
  });

  it('is nothing once the end was read', () => {
    client.happen(said(grace, 501));
    chat.enter(7);
    chat.seeEnd();
    assert.equal(unread(), 0);
  });
});

it('an edit that calls this person is a mention, and no message', () => {
  client.tellOf({ log: 7, name: 'general', position: 10, head: 10, read: 10 });
  const edit = { ...said(grace, 11), type: 'edited', body: { message: 5, text: '@ada', mentions: [[ada.id, 0, 4]] } };
  client.happen(edit);
  assert.deepEqual([unread(), chat.reading.mentions(general()), chat.reading.waiting(general())], [0, 1, 1]);
  client.happen(deleted(12, 5));
  assert.equal(chat.reading.mentions(general()), 0);
});

it('while it catches up, the server is not asked', async () => {
  client.become({ behind: 50 });
  tellOf({ read: 100, head: 500, messages: 37 }, { position: 450, head: 500, read: 100 });
  await setImmediate();
  assert.deepEqual(asked, []);
});

describe('a message from which on a person wants to read again', () => {
  beforeEach(() => {
    client.tellOf({ log: 7, name: 'general', position: 10, head: 10, read: 10 });
    chat.enter(7);
    for (const sequence of [11, 12]) client.happen(said(grace, sequence));
    chat.seeEnd();
  });

  it('is unread, and after it all, until the room was left', async () => {
    await chat.reading.unreadFrom(said(grace, 11));
    assert.deepEqual(asked, [{ room: 7, sequence: 10, back: true }]);
    general().read = 10; // as the event says
    chat.seeEnd();
    assert.equal(unread(), 2);
    chat.enter(null);
    chat.enter(7);
    chat.seeEnd();
    assert.equal(unread(), 0);
  });

  it('stays so at the other devices, where the room is open', () => {
    general().read = 10;
    client.rooms.delete(1);
    client.fire('event', { log: 1, sequence: 5, type: 'read', body: { room: 7, sequence: 10, back: true } });
    chat.seeEnd();
    assert.equal(unread(), 2);
    assert.equal(chat.conversation(7).newAfter, 10);
  });
});

describe('what a person has not looked at', () => {
  beforeEach(() => {
    for (const [log, name] of [[7, 'general'], [8, 'kitchen']])
      client.tellOf({ log, name, position: 10, head: 10, read: 10 });
    for (const log of [7, 8]) client.happen(said(grace, 11, { log }));
  });

  it('counts as read, in one room or in all, when they say so', () => {
    chat.reading.readAll(general());
    assert.deepEqual(chat.rooms.map((room) => chat.reading.waiting(room)), [0, 1]);
    chat.reading.readAll(...chat.rooms);
    assert.deepEqual(client.marks.at(-1), { log: 8, sequence: 11 });
    assert.equal(chat.reading.waiting(client.rooms.get(8)), 0);
  });

  it('is no longer kept unread in the room that is open', async () => {
    chat.enter(7);
    chat.seeEnd();
    await chat.reading.unreadFrom(said(grace, 11));
    general().read = 10; // as the event says
    chat.reading.readAll(general());
    client.happen(said(grace, 12));
    chat.seeEnd();
    assert.equal(unread(), 0);
  });
});
