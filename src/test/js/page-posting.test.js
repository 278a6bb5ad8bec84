import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Clock, ScriptedClient, ada, page } from './page-fixtures.js';

let client;
let chat;
let shelf;

beforeEach(() => ({ client, shelf, chat } = page()));


describe('posting', () => {
  let settled;
  const postSlowly = () => {
    const { post } = client;
    client.post = (room, text) => ({
      ...post.call(client, room, text),
      stored: new Promise((resolve, reject) => (settled = { resolve, reject })),
      acked: new Promise(() => {}),
    });
  };
  const turns = () => new Promise((resolve) => setImmediate(resolve));
  const keptAfterCrash = () => new Chat(new ScriptedClient(), ada, shelf, new Clock()).drafts.of(7);

  it('keeps the text as a draft until the outbox has stored it, in case the page dies in between', async () => {
    postSlowly();
    chat.drafts.keep(7, 'precious');
    chat.posting.post(7, 'precious');
    assert.equal(chat.drafts.of(7), '', 'the composer is empty at once');
    assert.equal(keptAfterCrash(), 'precious');
    settled.resolve();
    await turns();
    assert.equal(keptAfterCrash(), '');
  });

  it('keeps it beside what is written meanwhile', async () => {
    postSlowly();
    chat.posting.post(7, 'first');
    chat.drafts.keep(7, 'second');
    assert.equal(keptAfterCrash(), 'first\nsecond');
    settled.resolve();
    await turns();
    assert.equal(keptAfterCrash(), 'second');
  });

  it('keeps it until the ack when the outbox can not store it', async () => {
    postSlowly();
    chat.posting.post(7, 'precious');
    settled.reject(new Error('no storage'));
    await turns();
    assert.equal(keptAfterCrash(), 'precious');
  });

  it('says why the outbox did not take a text, so that it can stay where it is', () => {
    assert.equal(chat.posting.post(7, 'taken'), null);
    const refusal = { code: 'bad_field', message: 'text must be 1 to 100 characters' };
    client.post = () => ({ id: 'never-taken', refusal, stored: Promise.resolve(), acked: new Promise(() => {}) });
    chat.drafts.keep(7, 'not taken');
    assert.equal(chat.posting.post(7, 'not taken'), refusal);
    assert.equal(chat.drafts.of(7), 'not taken');
  });

  it('is limited as the server says, and counted near the limit', () => {
    client.limits = { textLength: 2_000 };
    assert.deepEqual([chat.limits.textLength, chat.limits.countedFrom], [2_000, 1_500]);
    client.limits = { textLength: 100 };
    assert.deepEqual([chat.limits.textLength, chat.limits.countedFrom], [100, 0]);
  });
});

describe('what was not sent', () => {
  it('to a room one is no longer in is still there to be seen, with the name the room had', () => {
    client.tellOf({ log: 7, name: 'general' });
    client.tellOf({ log: 8, name: 'left' });
    client.post(7, 'shown in its room');
    const { id } = client.post(8, 'homeless');
    client.refuse(id, 'not_found');
    assert.deepEqual(chat.strays.list(), [], 'premise: both rooms are there');
    client.rooms.delete(8);
    client.fire('rooms');
    assert.deepEqual(
      chat.strays.list().map(({ text, roomName, state }) => [text, roomName, state]),
      [['homeless', 'left', 'refused']],
    );
    chat.posting.discard(id);
    assert.deepEqual(chat.strays.list(), []);
  });

  it('is no stray while the server has not told which rooms there are', () => {
    client.post(8, 'from before the reload');
    assert.deepEqual(chat.strays.list(), []);
    client.tellOf({ log: 7, name: 'general' });
    assert.deepEqual(chat.strays.list().map(({ roomName }) => roomName), [null]);
  });
});
