import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { Chat } from '../../../webapp/app/models/chat.js';
import { draftOf } from '../../../webapp/app/models/draft-place.js';
import { GONE } from '../../../webapp/app/models/quotes.js';
import { Shelf } from '../../../webapp/app/models/shelf.js';
import { Thread } from '../../../webapp/app/models/thread.js';
import { Clock, ScriptedClient, ada, grace, said, storage } from './page-fixtures.js';

const ROOM = 7;
let client;
let chat;
let conversation;
let answers;

beforeEach(() => {
  answers = {};
  client = new ScriptedClient();
  client.http = {
    ask: async (_, path) => answers[path.replace(`api/rooms/${ROOM}/messages/`, '')] ?? Promise.reject({ code: 'not_found' }),
  };
  client.tellOf({ log: ROOM, name: 'general', position: 10, head: 10, read: 10 });
  chat = new Chat(client, ada, new Shelf('/', storage), new Clock());
  conversation = chat.conversation(ROOM, 10);
});

const reply = (sequence, to, thread = to) => ({ ...said(grace, sequence), body: { text: `text ${sequence}`, reply: to, thread } });
const deleted = (sequence, message) => ({ ...said(grace, sequence), type: 'deleted', body: { message } });
const row = (sequence) => conversation.rows().find((each) => each.sequence === sequence);
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a reply', () => {
  it('shows what it answers, as it is now', () => {
    for (const event of [said(grace, 11), reply(12, 11)]) client.happen(event);
    assert.equal(row(12).quoted.text, 'text 11');
    client.happen({ ...said(grace, 13), type: 'edited', body: { message: 11, text: 'better' } });
    assert.equal(row(12).quoted.text, 'better');
    client.happen(deleted(14, 11));
    assert.equal(row(12).quoted, GONE);
  });

  it('shows what it will answer before it is sent, wherever that is', async () => {
    answers[5] = { events: [said(grace, 5)], changes: [], head: 11 };
    client.happen(said(grace, 11));
    assert.equal(conversation.quoted(11).text, 'text 11');
    assert.equal(conversation.quoted(5), null);
    await settled();
    assert.equal(conversation.quoted(5).text, 'text 5');
    client.happen(deleted(12, 11));
    assert.equal(conversation.quoted(11), GONE);
  });

  it('asks once for what is not held', async () => {
    answers[5] = { events: [said(grace, 5)], changes: [{ message: 5, text: 'edited 5' }], head: 11 };
    client.happen(reply(11, 5));
    assert.equal(row(11).quoted, null);
    await settled();
    assert.equal(row(11).quoted.text, 'edited 5');
    client.happen(reply(12, 6));
    assert.equal(row(12).quoted, null);
    await settled();
    assert.equal(row(12).quoted, GONE);
  });

  it('keeps nothing of what was deleted since it was asked for', async () => {
    answers[5] = { events: [said(grace, 5)], changes: [], head: 11 };
    client.happen(reply(11, 5));
    row(11);
    client.happen(deleted(12, 5));
    await settled();
    answers[5] = { events: [{ ...said(grace, 5), body: { deleted: true } }], changes: [{ message: 5, deleted: true }], head: 12 };
    assert.equal(row(11).quoted, null);
    await settled();
    assert.equal(row(11).quoted, GONE);
  });

  it('asks a few at once, and each once, however many are answered', async () => {
    const asked = [];
    client.http.ask = async (_, path) => {
      asked.push(path);
      return { events: [said(grace, 5)], changes: [], head: 400 };
    };
    const long = new Chat(client, ada, new Shelf('/', storage), new Clock()).conversation(ROOM, 1_000);
    for (let n = 1; n <= 300; n++) long.apply(reply(1_000 + n, n));
    long.rows();
    assert.equal(asked.length, 6);
    while (long.rows().some(({ quoted }) => quoted === null)) await settled();
    assert.equal(asked.length, 300);
    assert.equal(new Set(asked).size, 300);
  });

  it('asks again, some time after it failed', async () => {
    mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
    client.http.ask = async () => Promise.reject({ code: 'busy' });
    client.happen(reply(11, 5));
    row(11);
    await settled();
    client.http.ask = async () => ({ events: [said(grace, 5)], changes: [], head: 11 });
    row(11);
    await settled();
    assert.equal(row(11).quoted, null);
    mock.timers.tick(11_000);
    row(11);
    await settled();
    assert.equal(row(11).quoted.text, 'text 5');
    mock.timers.reset();
  });

  it('counts at the message that its thread began with, and no more when it is deleted', () => {
    for (const event of [said(grace, 11), reply(12, 11), reply(13, 12, 11)]) client.happen(event);
    assert.deepEqual(row(11).change.replies, { count: 2, last: 1_000 });
    client.happen(deleted(14, 12));
    assert.equal(row(11).change.replies.count, 1);
  });
});

describe('a thread', () => {
  const thread = () => new Thread(client.http, conversation, 11);
  const sequences = (of) => of.entries().map(({ sequence, text }) => `${sequence} ${text}`);

  it('is what is held of it, and what comes', async () => {
    answers[11] = { events: [said(grace, 11)], changes: [], head: 13 };
    answers['11/thread?limit=200'] = { events: [reply(12, 11)], changes: [], head: 13 };
    for (const event of [said(grace, 11), reply(12, 11), said(grace, 13)]) client.happen(event);
    const open = thread();
    await open.open();
    client.happen(reply(14, 12, 11));
    assert.deepEqual(sequences(open), ['11 text 11', '12 text 12', '14 text 14']);
    assert.equal(open.newest, 14);
    client.happen(deleted(15, 14));
    assert.equal(open.newest, 12);
  });

  it('is fetched where it is not held', async () => {
    conversation = chat.conversation(ROOM);
    answers[5] = { events: [said(grace, 5)], changes: [], head: 10 };
    answers['5/thread?limit=200'] = { events: [reply(6, 5), reply(7, 5)], changes: [{ message: 6, deleted: true }], head: 10 };
    const open = new Thread(client.http, conversation, 5);
    await open.open();
    assert.deepEqual(sequences(open), ['5 text 5', '7 text 7']);
    client.happen({ ...said(grace, 11), type: 'edited', body: { message: 7, text: 'better' } });
    assert.deepEqual(sequences(open), ['5 text 5', '7 better']);
  });

  it('says when it could not be loaded, and loads when it can be', async () => {
    const open = thread();
    await open.open();
    assert.equal(open.state, 'failed');
    answers[11] = { events: [said(grace, 11)], changes: [], head: 12 };
    answers['11/thread?limit=200'] = { events: [], changes: [], head: 12 };
    await open.retry();
    assert.deepEqual([open.state, ...sequences(open)], ['ready', '11 text 11']);
  });

  it('is fetched anew when what became of it was forgotten', async () => {
    answers[5] = { events: [said(grace, 5)], changes: [], head: 10 };
    answers['5/thread?limit=200'] = { events: [reply(6, 5)], changes: [], head: 10 };
    const open = new Thread(client.http, conversation, 5);
    await open.open();
    client.happen(deleted(11, 6));
    assert.deepEqual(sequences(open), ['5 text 5']);
    answers['5/thread?limit=200'] = { events: [], changes: [], head: 700 };
    for (let sequence = 12; sequence < 700; sequence++) client.happen(said(grace, sequence));
    conversation.trim();
    await settled();
    assert.deepEqual(sequences(open), ['5 text 5']);
  });

  it('has each reply once, however often older ones are asked for', async () => {
    const page = Array.from({ length: 200 }, (_, n) => reply(100 + n, 5));
    answers[5] = { events: [said(grace, 5)], changes: [], head: 400 };
    answers['5/thread?limit=200'] = { events: page, changes: [], head: 400 };
    answers['5/thread?limit=200&before=100'] = { events: [reply(6, 5)], changes: [], head: 400 };
    const open = new Thread(client.http, conversation, 5);
    await open.open();
    await Promise.all([open.loadOlder(), open.loadOlder()]);
    assert.equal(open.entries().filter(({ sequence }) => sequence === 6).length, 1);
  });

  it('has a draft of its own', () => {
    const place = { log: ROOM, root: 11, newest: 12 };
    chat.drafts.keep(draftOf(place), 'half a rep');
    assert.equal(chat.drafts.of(ROOM), '');
    assert.equal(chat.posting.post(ROOM, 'a reply', 12, draftOf(place)), null);
    assert.equal(chat.drafts.of(draftOf(place)), '');
  });
});
