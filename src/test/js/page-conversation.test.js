import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Shelf } from '../../../webapp/app/models/shelf.js';
import { Clock, ScriptedClient, ada, grace, said, storage } from './page-fixtures.js';

const ROOM = 7;
let client;
let chat;
let conversation;

beforeEach(() => {
  client = new ScriptedClient();
  const shelf = new Shelf('/', storage);
  chat = new Chat(client, ada, shelf, new Clock());
  client.tellOf({ log: ROOM, name: 'general', position: 10, head: 10, read: 10 });
  conversation = chat.conversation(ROOM);
});

const shown = () => conversation.entries().map(({ text, state, sequence }) => `${text} ${state} ${sequence}`);

describe('what a conversation holds', () => {
  it('shows the events in their order, each once', () => {
    for (const sequence of [11, 12, 12, 11, 13]) client.happen(said(grace, sequence));
    assert.deepEqual(shown(), ['text 11 sent 11', 'text 12 sent 12', 'text 13 sent 13']);
  });

  // Holds 3.1: forget the events it has of that log
  it('forgets all when the log begins anew', () => {
    client.happen(said(grace, 11));
    client.tellOf({ log: ROOM, name: 'general', epoch: 'f', position: 2, head: 2 });
    assert.deepEqual(shown(), []);
    client.happen(said(grace, 3));
    assert.deepEqual(shown(), ['text 3 sent 3']);
  });

  it('gives old events back when a reader at the end has many', () => {
    for (let sequence = 11; sequence <= 700; sequence++) client.happen(said(grace, sequence));
    chat.enter(ROOM);
    chat.seeEnd();
    assert.equal(conversation.entries().length, 300);
    assert.equal(conversation.entries()[0].sequence, 401);
    assert.ok(conversation.hasOlder);
  });
});

describe('an own message', () => {
  it('is shown as being sent until it is acknowledged, then as sent, then as its event, never twice', () => {
    const { id } = client.post(ROOM, 'hello');
    assert.deepEqual(shown(), ['hello sending null']);
    client.acknowledge(id, 11);
    assert.deepEqual(shown(), ['hello sent 11']);
    client.happen(said(ada, 11, { text: 'hello', id }));
    assert.deepEqual(shown(), ['hello sent 11']);
  });

  it('is shown once when the event comes before the ack', () => {
    const { id } = client.post(ROOM, 'hello');
    client.happen(said(ada, 11, { text: 'hello', id }));
    assert.deepEqual(shown(), ['hello sent 11']);
    client.acknowledge(id, 11);
    assert.deepEqual(shown(), ['hello sent 11']);
  });

  it('whose event came before the ack does not come back when old events are given back', () => {
    const { id } = client.post(ROOM, 'hello');
    client.happen(said(ada, 11, { text: 'hello', id }));
    client.acknowledge(id, 11);
    for (let sequence = 12; sequence <= 700; sequence++) client.happen(said(grace, sequence));
    conversation.trim();
    assert.equal(conversation.entries()[0].sequence, 401, 'premise: it was given back');
    assert.ok(!conversation.entries().some(({ text }) => text === 'hello'));
  });

  it('does not vanish whether the entry leaves the outbox before or after the ack is told', () => {
    const { id } = client.post(ROOM, 'hello');
    client.acknowledge(id, 11, { entryGoesFirst: false });
    assert.deepEqual(shown(), ['hello sent 11']);
  });

  it('keeps its key from the outbox to the log, so that its element stays', () => {
    const { id } = client.post(ROOM, 'hello');
    const key = () => conversation.entries().at(-1).key;
    const first = key();
    client.acknowledge(id, 11);
    assert.equal(key(), first);
    client.happen(said(ada, 11, { text: 'hello', id }));
    assert.equal(key(), first);
  });

  it('comes after the acknowledged ones of a lower sequence, and before those that still wait', () => {
    const [one, two] = [client.post(ROOM, 'one').id, client.post(ROOM, 'two').id];
    client.post(ROOM, 'three');
    client.acknowledge(two, 13);
    client.outbox = client.outbox.filter(({ id }) => id !== one);
    client.fire('ack', { id: one, room: ROOM, sequence: 12, at: 6_000 });
    assert.deepEqual(shown(), ['one sent 12', 'two sent 13', 'three sending null']);
  });

  it('stays with its reason when it was refused, and goes when it is discarded', () => {
    const { id } = client.post(ROOM, 'hello');
    client.refuse(id, 'not_found');
    assert.equal(conversation.entries()[0].refusal.code, 'not_found');
    assert.equal(conversation.entries()[0].state, 'refused');
    client.discard(id);
    assert.deepEqual(shown(), []);
  });

  it('is not taken for the message of another person with the same client message id', () => {
    const { id } = client.post(ROOM, 'mine');
    client.happen(said(grace, 11, { text: 'theirs', id }));
    assert.deepEqual(shown(), ['theirs sent 11', 'mine sending null']);
  });

  it('waits only in its own room', () => {
    client.post(8, 'elsewhere');
    assert.deepEqual(shown(), []);
  });

  it('acknowledged before a reset is left to the log that begins anew', () => {
    const { id } = client.post(ROOM, 'hello');
    client.acknowledge(id, 11);
    client.tellOf({ log: ROOM, name: 'general', position: 11, head: 11 });
    assert.deepEqual(shown(), []);
  });
});

describe('older messages', () => {
  const page = (from, to) => {
    const events = [];
    for (let sequence = from; sequence <= to; sequence++) events.push(said(grace, sequence));
    return { events, head: 10 };
  };

  it('are put before what is held, without a hole and without a double', async () => {
    const asked = [];
    client.http.history = async (log, options) => asked.push({ log, ...options }) && page(6, 11);
    client.happen(said(grace, 11));
    await conversation.loadOlder();
    assert.deepEqual(asked, [{ log: ROOM, before: 11, limit: 50 }]);
    assert.deepEqual(
      conversation.entries().map(({ sequence }) => sequence),
      [6, 7, 8, 9, 10, 11],
    );
    assert.ok(conversation.hasOlder);
  });

  it('end where the room begins', async () => {
    client.http.history = async () => page(1, 10);
    await conversation.loadOlder();
    assert.ok(!conversation.hasOlder);
  });

  it('are not asked for twice at a time', async () => {
    let asked = 0;
    client.http.history = async () => ++asked && page(6, 10);
    await Promise.all([conversation.loadOlder(), conversation.loadOlder()]);
    assert.equal(asked, 1);
  });

  it('that could not be loaded can be asked for again', async () => {
    client.http.history = async () => Promise.reject(new Error('down'));
    await conversation.loadOlder();
    assert.equal(conversation.older, 'failed');
    client.http.history = async () => page(6, 10);
    await conversation.loadOlder();
    assert.equal(conversation.older, 'idle');
  });

  it('of a numbering that ended meanwhile are thrown away', async () => {
    let answer;
    client.http.history = () => new Promise((resolve) => (answer = resolve));
    const loading = conversation.loadOlder();
    client.tellOf({ log: ROOM, name: 'general', epoch: 'f', position: 20, head: 20 });
    answer(page(6, 10));
    await loading;
    assert.deepEqual(shown(), []);
    assert.equal(conversation.older, 'idle');
  });
});
