import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Clock, ScriptedClient, ada, grace, said, page } from './page-fixtures.js';

let client;
let chat;
let shelf;

beforeEach(() => ({ client, shelf, chat } = page()));

const general = () => client.rooms.get(7);
const dividers = (log = 7) =>
  chat
    .conversation(log)
    .rows()
    .filter(({ type }) => type === 'new').length;

describe('what is unread', () => {
  it('counts only messages of others once all of them are held', () => {
    client.tellOf({ log: 7, name: 'general', position: 10, head: 10, read: 10 });
    client.happen(said(grace, 11));
    client.happen(said(ada, 12));
    client.happen({ ...said(grace, 13), type: 'joined', body: { account: grace } });
    assert.equal(chat.reading.unread(general()), 1);
  });

  it('is read when the person sees the end of the open room, and never backwards', () => {
    client.tellOf({ log: 7, name: 'general', position: 10, head: 10, read: 10 });
    chat.enter(7);
    client.happen(said(grace, 11));
    chat.seeEnd();
    chat.seeEnd();
    assert.deepEqual(client.marks, [{ log: 7, sequence: 11 }]);
    assert.equal(chat.reading.unread(general()), 0);
  });

  it('stays unread while no room is open', () => {
    client.tellOf({ log: 7, name: 'general', position: 10, head: 10, read: 10 });
    client.happen(said(grace, 11));
    chat.seeEnd();
    assert.deepEqual(client.marks, []);
    assert.equal(chat.reading.waiting(general()), 1);
  });
});

describe('the room that one looks at', () => {
  it('is sent first with the next connection, whichever it is by then', () => {
    assert.equal(client.first, undefined);
    chat.enter(7);
    assert.equal(client.first, 7);
    chat.enter(null);
    assert.equal(client.first, undefined);
  });

  it('is the last one for a page that has just come', () => {
    client.tellOf({ log: 7, name: 'general', position: 0, head: 0, read: 0 });
    chat.enter(7);
    const [reloaded, addressed] = [new ScriptedClient(), Object.assign(new ScriptedClient(), { first: 8 })];
    for (const each of [reloaded, addressed]) new Chat(each, ada, shelf, new Clock());
    assert.deepEqual([reloaded.first, addressed.first], [7, 8]);
  });
});

describe('a message that is sought where one is not', () => {
  it('is lost until one goes elsewhere, or comes to be in that room', () => {
    client.tellOf({ log: 7, name: 'general', position: 10, head: 10, read: 10 });
    for (const elsewhere of [7, null]) {
      chat.seek(999, 1);
      assert.ok(chat.isLost);
      chat.enter(elsewhere);
      assert.ok(!chat.isLost);
    }
    chat.seek(8, 1);
    client.tellOf({ log: 8, name: 'loft', position: 0, head: 3, read: 0 });
    assert.ok(!chat.isLost);
    assert.deepEqual(chat.sought, { log: 8, sequence: 1 });
  });
});

describe('the "new" divider', () => {
  beforeEach(() => client.tellOf({ log: 7, name: 'general', position: 10, head: 10, read: 10 }));

  it('stays where it was when the room was opened, also after all was read', () => {
    client.happen(said(grace, 11));
    chat.enter(7);
    chat.seeEnd();
    client.happen(said(grace, 12));
    const rows = chat.conversation(7).rows();
    assert.equal(rows[rows.findIndex(({ type }) => type === 'new') + 1].sequence, 11);
    assert.equal(dividers(), 1);
  });

  it('goes when the room is left', () => {
    client.happen(said(grace, 11));
    chat.enter(7);
    assert.equal(dividers(), 1, 'premise: it was there');
    chat.seeEnd();
    chat.enter(null);
    chat.enter(7);
    assert.equal(dividers(), 0);
  });

  it('does not come for what a reader watches arriving, but for what came while they looked away', () => {
    chat.enter(7);
    client.happen(said(grace, 11));
    chat.seeEnd();
    assert.equal(dividers(), 0);
    chat.lookAway();
    client.happen(said(grace, 12));
    assert.equal(dividers(), 1);
  });

  it('stays while they merely look away, and back', () => {
    client.happen(said(grace, 11));
    chat.enter(7);
    chat.seeEnd();
    chat.lookAway();
    chat.reading.lookBack();
    client.happen(said(grace, 12));
    const rows = chat.conversation(7).rows();
    assert.equal(rows[rows.findIndex(({ type }) => type === 'new') + 1].sequence, 11);
  });

  it('waits for the history when unread messages lie before what is held', () => {
    client.tellOf({ log: 8, name: 'busy', position: 100, head: 150, read: 20 });
    chat.enter(8);
    client.happen(said(grace, 101, { log: 8 }));
    assert.equal(dividers(8), 0);
  });
});

describe('opening rooms', () => {
  it('opens a room that the server has not told of yet as soon as it does', () => {
    chat.enter(7);
    assert.equal(chat.open, null);
    client.tellOf({ log: 7, name: 'general' });
    assert.equal(chat.open, 7);
    assert.equal(chat.lastOpened, 7);
  });

  it('does not call back who went elsewhere while a room was joined or made', async () => {
    client.tellOf({ log: 1, name: 'elsewhere' });
    for (const [method, ask] of [
      ['join', () => chat.doors.join(7)],
      ['createRoom', () => chat.doors.create({ name: 'general' })],
    ]) {
      let answer = () => {};
      client.http = { [method]: () => new Promise((resolve) => (answer = () => resolve({ log: 7 }))) };
      const asked = ask();
      client.tellOf({ log: 7, name: 'general' });
      chat.enter(7);
      chat.enter(1);
      answer();
      await asked;
      assert.equal(chat.open, 1);
    }
  });

  it('closes a room that this account was taken out of', () => {
    client.tellOf({ log: 7, name: 'general' });
    chat.enter(7);
    client.rooms.delete(7);
    client.fire('rooms');
    assert.equal(chat.open, null);
  });

  it('goes to the next room with something new, round the end of the list', () => {
    for (const [log, name] of [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
      client.tellOf({ log, name });
    client.happen(said(grace, 1, { log: 1 }));
    chat.enter(3);
    chat.enterNext(1, true);
    assert.equal(chat.open, 1);
  });
});

describe('a draft', () => {
  it('is kept per room and per account over a reload', () => {
    chat.drafts.keep(7, 'half a thought');
    const reloaded = new Chat(new ScriptedClient(), ada, shelf, new Clock());
    assert.equal(reloaded.drafts.of(7), 'half a thought');
    assert.equal(reloaded.drafts.of(8), '');
    assert.equal(new Chat(new ScriptedClient(), grace, shelf, new Clock()).drafts.of(7), '');
  });

  it('is gone when the text was sent', () => {
    chat.drafts.keep(7, 'x');
    chat.drafts.keep(7, '');
    assert.ok(!chat.drafts.has(7));
  });
});
