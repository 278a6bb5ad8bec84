import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Chat } from '../../../webapp/app/models/chat.js';
import { draftOf } from '../../../webapp/app/models/draft-place.js';
import { Clock, ada, grace, page, said } from './page-fixtures.js';

const OWN = 1;
const TALK = 30;
let client;
let chat;
let shelf;
let asked;
let sequence;

/** Ada has a room, and a conversation of which she has read all. */
beforeEach(async () => {
  const first = page();
  first.chat.close();
  ({ client, shelf } = first);
  asked = [];
  sequence = 10;
  client.http.ask = async (method, path, body) => {
    if (path === `api/rooms/${TALK}/preferences`) asked.push(body);
    return path === 'api/preferences' ? { head: 10, rooms: [], quiet: {} } : {};
  };
  chat = new Chat(client, ada, shelf, new Clock());
  client.tellOf({ log: 20, name: 'apples', kind: 'public', position: 10, head: 10, read: 10 });
  client.tellOf({ log: TALK, name: 'Grace', kind: 'direct', position: 10, head: 10, read: 10 });
  client.account = { ...ada, log: OWN, epoch: 'e', position: 10 };
  client.fire('welcome');
  await setImmediate();
});

const names = () => chat.rooms.map(({ name }) => name).join(' ');
const closable = () => chat.list.mayClose(chat.room(TALK));

/** What was asked for becomes so. */
function happenAsAsked() {
  for (const { closed } of asked.splice(0)) tell(closed);
}

function tell(closed) {
  const body = { room: TALK, muted: false, ...(closed !== null && { closed }) };
  client.fire('event', { log: OWN, sequence: ++sequence, type: 'preferences', body });
}

describe('a closed conversation', () => {
  it('is not listed, and found beside what is, until something comes there', async () => {
    await chat.closeRoom(TALK);
    assert.deepEqual(asked, [{ closed: 10 }]);
    assert.equal(names(), 'apples Grace', 'it is so when the server says so');
    happenAsAsked();
    assert.equal(names(), 'apples');
    assert.deepEqual(chat.list.closed.map(({ name }) => name), ['Grace']);
    client.happen(said(grace, 11, { log: TALK }));
    assert.equal(names(), 'apples Grace');
    assert.deepEqual(chat.list.closed, []);
    assert.deepEqual(asked, [], 'nobody had to say so');
  });

  it('leaves no room open, and is not gone to by the keys', async () => {
    chat.enter(TALK);
    await chat.closeRoom(TALK);
    happenAsAsked();
    assert.equal(chat.open, null);
    chat.enterNext(1);
    chat.enterNext(1);
    assert.equal(chat.open, 20);
  });

  it('is listed again once somebody opens it', () => {
    tell(10);
    chat.enter(TALK);
    assert.deepEqual(asked, [{ closed: null }]);
    happenAsAsked();
    chat.enter(20);
    assert.equal(names(), 'apples Grace');
    chat.enter(TALK);
    assert.deepEqual(asked, [], 'premise: it is said once');
  });

  it('stays where it is open, and is gone when that is left', () => {
    chat.enter(TALK);
    tell(10);
    assert.equal(names(), 'apples Grace');
    chat.enter(20);
    assert.equal(names(), 'apples');
  });

  it('is not opened again by a page that begins where it was left', async () => {
    chat.enter(TALK);
    tell(10);
    const again = new Chat(client, ada, shelf, new Clock());
    assert.equal(again.lastOpened, null);
    again.resumed = TALK; // by its address
    again.enter(TALK);
    assert.deepEqual(asked, []);
    again.enter(20);
    again.enter(TALK);
    assert.deepEqual(asked, [{ closed: null }]);
  });
});

describe('a conversation can not be closed', () => {
  beforeEach(() => assert.ok(closable(), 'premise'));

  it('while something in it is unread, nor does it go when it was closed before that', () => {
    client.happen(said(grace, 11, { log: TALK }));
    assert.equal(closable(), false);
    tell(11);
    assert.equal(names(), 'apples Grace');
  });

  it('while a draft is in it, or in a thread of it', () => {
    for (const key of [TALK, draftOf({ log: TALK, root: 5 })]) {
      chat.drafts.keep(key, 'half a thought');
      tell(10);
      assert.equal(closable(), false);
      assert.equal(names(), 'apples Grace');
      chat.drafts.keep(key, '');
      assert.equal(names(), 'apples');
    }
  });

  it('while something in it waits to be sent', () => {
    chat.posting.post(TALK, 'on its way');
    tell(10);
    assert.equal(closable(), false);
    assert.equal(names(), 'apples Grace');
  });
});
