import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Clock, ada, grace, page, said } from './page-fixtures.js';

const NAMES = { 20: 'apples', 21: 'bread', 30: 'Alan', 31: 'Barbara', 32: 'Grace' };
let client;
let chat;
let shelf;
let clock;

/** Ada has two rooms and three conversations, and has read them all. */
beforeEach(() => {
  const first = page();
  first.chat.close();
  ({ client, shelf } = first);
  clock = new Clock();
  chat = new Chat(client, ada, shelf, clock);
  for (const [log, name] of Object.entries(NAMES)) tellOf(Number(log), name);
});

function tellOf(log, name) {
  client.tellOf({ log, name, kind: log < 30 ? 'public' : 'direct', position: 10, head: 10, read: 10 });
}

const preferences = () => chat.list.preferences;
const names = (rooms) => rooms.map(({ name }) => name).join(' ');
const talks = (of = chat) => names(of.list.talks);
const seen = () => names(chat.list.parts.flatMap(({ rooms }) => rooms));
const happen = (log, sequence, event = {}) => client.happen({ ...said(grace, sequence, { log, at: 1_000 + sequence }), ...event });
const reaction = { type: 'reaction', body: { message: 5, emoji: '👍', on: true } };

function anew() {
  const next = new Chat(client, ada, shelf, clock);
  next.close(); // it is looked at as it began
  return next;
}

describe('conversations', () => {
  it('come by their latest message, and by name where none is known', () => {
    assert.equal(talks(), 'Alan Barbara Grace');
    happen(32, 11);
    assert.equal(talks(), 'Grace Alan Barbara');
    happen(31, 12);
    assert.equal(talks(), 'Barbara Grace Alan');
  });

  it('do not come first by a reaction, which tells only where nothing else does', () => {
    happen(30, 11);
    happen(31, 12);
    happen(30, 13, reaction);
    happen(32, 14, reaction);
    assert.equal(talks(), 'Grace Barbara Alan');
    happen(32, 15, reaction);
    happen(30, 16);
    assert.equal(talks(), 'Alan Grace Barbara');
  });

  it('come so when the page begins, before the server has said anything', () => {
    happen(32, 11);
    assert.equal(talks(anew()), 'Grace Alan Barbara');
  });

  it('are kept once all of them have come', () => {
    client.become({ behind: 2 });
    happen(32, 11);
    assert.equal(talks(anew()), 'Alan Barbara Grace');
    client.become({ behind: 0 });
    happen(31, 12);
    assert.equal(talks(anew()), 'Barbara Grace Alan');
  });

  it('come by name to whoever wants that, from now on', () => {
    happen(32, 11);
    preferences().order = 'name';
    assert.equal(talks(), 'Alan Barbara Grace');
    assert.equal(talks(anew()), 'Alan Barbara Grace');
    shelf.write(`list.order.${ada.id}`, 'by chance');
    assert.equal(talks(), 'Grace Alan Barbara');
  });

  it('stay where they are while a pointer moves there, until it is still or goes', () => {
    for (const end of [() => clock.ring(), () => chat.list.release()]) {
      const before = talks();
      chat.list.hold();
      chat.list.hold();
      const last = chat.list.talks.at(-1).log;
      happen(last, client.rooms.get(last).head + 1, { at: 5_000 + clock.armed });
      assert.equal(talks(), before);
      let isTold = false;
      chat.addEventListener('change', () => (isTold = true), { once: true });
      end();
      assert.ok(isTold);
      assert.equal(chat.list.talks[0].log, last);
      assert.deepEqual(clock.waiting, []);
    }
  });
});

describe('only what is unread', () => {
  beforeEach(() => {
    chat.enter(20);
    preferences().onlyUnread = true;
  });

  it('has the rooms in which something waits to be read or sent, and the open one', () => {
    assert.equal(seen(), 'apples');
    happen(32, 11);
    chat.drafts.keep(21, 'half a thought');
    chat.posting.post(30, 'on its way');
    assert.equal(seen(), 'apples bread Grace Alan');
    assert.equal(names(chat.rooms), 'apples bread Grace Alan Barbara', 'what is counted and found is as before');
  });

  it('keeps a room that is read until another is opened', () => {
    happen(32, 11);
    chat.enter(32);
    chat.seeEnd();
    assert.equal(seen(), 'Grace');
    chat.enter(21);
    assert.equal(seen(), 'bread');
  });

  it('says when nothing is left, though a room is open', () => {
    assert.ok(chat.list.isAllRead);
    happen(32, 11);
    assert.ok(!chat.list.isAllRead);
    chat.reading.readAll(...chat.rooms);
    assert.ok(chat.list.isAllRead);
    preferences().onlyUnread = false;
    assert.ok(!chat.list.isAllRead);
  });

  it('is where the keys go, and stays so', () => {
    happen(32, 11);
    chat.enterNext(1);
    assert.equal(chat.open, 32);
    chat.enterNext(1);
    assert.equal(chat.open, 32);
    assert.ok(anew().list.preferences.onlyUnread);
  });

  it('is of one account', () => {
    assert.ok(!new Chat(client, grace, shelf, clock).list.preferences.onlyUnread);
  });
});

describe('a part that is folded', () => {
  const folded = () => chat.list.parts.filter(({ isFolded }) => isFolded).map(({ name }) => name);

  beforeEach(() => {
    chat.enter(20);
    preferences().fold('talks', true);
  });

  it('has what waits and what is open, and stays so', () => {
    assert.equal(seen(), 'apples bread');
    happen(32, 11);
    assert.equal(seen(), 'apples bread Grace');
    chat.enterNext(1);
    chat.enterNext(1);
    assert.equal(chat.open, 32);
    assert.ok(anew().list.preferences.isFolded('talks'));
    preferences().fold('talks', false);
    assert.equal(seen(), 'apples bread Grace Alan Barbara');
  });

  it('is none where only what is unread is seen', () => {
    assert.deepEqual(folded(), ['talks']);
    preferences().onlyUnread = true;
    assert.deepEqual(folded(), []);
  });

  it('is none where rooms are alone, which have no heading', () => {
    preferences().fold('others', true);
    assert.equal(seen(), 'apples');
    for (const log of [30, 31, 32]) client.rooms.delete(log);
    assert.equal(seen(), 'apples bread');
  });
});

it('a favourite is moved past the one that is seen beside it', async () => {
  const asked = [];
  client.http.ask = async (_, path, body) => {
    asked.push([Number(path.match(/\d+/)), body.favourite]);
    return {};
  };
  const own = { 20: 10, 30: 20, 31: 30, 21: 40 };
  const { of } = chat.preferences;
  chat.preferences.of = (room) => ({ ...of.call(chat.preferences, room), favourite: own[room.log] ?? null });
  preferences().onlyUnread = true;
  for (const log of [20, 21]) chat.drafts.keep(log, 'half a thought');
  assert.equal(names(chat.list.parts[0].rooms), 'apples bread', 'premise');
  asked.length = 0;
  await chat.list.move(21, -1);
  assert.deepEqual(asked.pop(), [21, 5]);
  await chat.list.move(20, 1);
  assert.equal(asked[0][0], 20);
  assert.ok(asked[0][1] > 40);
  assert.deepEqual([chat.list.mayMove(20, -1), chat.list.mayMove(21, 1)], [false, false]);
});
