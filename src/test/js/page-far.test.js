import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { grace, page, said } from './page-fixtures.js';

const ROOM = 7;
const HEAD = 10_000;
/** What the view may have to draw. */
const MOST = 460;
let client;
let chat;
let conversation;
let asked;

function history(log, { before, limit }) {
  asked += 1;
  const end = Math.min(before, HEAD + 1);
  const first = Math.max(1, end - limit);
  return Promise.resolve({ events: Array.from({ length: end - first }, (_, n) => said(grace, first + n)), changes: [], head: HEAD });
}

beforeEach(() => {
  asked = 0;
  ({ client, chat } = page());
  client.http = { ...client.http, history };
  client.tellOf({ log: ROOM, name: 'general', position: HEAD - 50, head: HEAD, read: HEAD });
  conversation = chat.conversation(ROOM);
  for (let sequence = HEAD - 49; sequence <= HEAD; sequence++) client.happen(said(grace, sequence));
});

const seen = () => conversation.shown.entries().map(({ sequence }) => sequence);
const isGapless = (all) => all.every((sequence, n) => n === 0 || sequence === all[n - 1] + 1);

/** The reader goes to the first, or the last, of what is held, page by page, as the view lets them. */
async function read(side, until) {
  while (!seen().includes(until)) {
    await (side === 'older' ? conversation.shown.loadOlder() : conversation.shown.loadNewer());
    const at = side === 'older' ? seen()[0] : seen().at(-1);
    conversation.narrow(at);
    assert.ok(seen().includes(at) && seen().length >= 100, 'what they look at goes');
    assert.ok(isGapless(seen()), `a hole at ${seen()[0]}`);
    assert.ok(seen().length <= MOST, `${seen().length} rows`);
  }
}

describe('a reader who goes far into the history', () => {
  it('has only what is near held, without a hole, to the beginning and back to the newest', async () => {
    await read('older', 1);
    assert.ok(!conversation.shown.hasOlder);
    await read('newer', HEAD);
    assert.equal(conversation.excerpt, null);
    assert.ok(asked > 390, 'premise: all of it was read, twice');
  });

  it('has the newest held aside, and no more of them, whatever comes', async () => {
    await read('older', HEAD - 2_000);
    const before = seen();
    for (let sequence = HEAD + 1; sequence <= HEAD + 3_000; sequence++) client.happen(said(grace, sequence));
    assert.deepEqual(seen(), before);
    assert.ok(conversation.entries().length <= MOST);
    conversation.leaveExcerpt();
    assert.equal(seen().at(-1), HEAD + 3_000);
  });

  it('keeps what is around them when more comes than is held, and they are not at the end', () => {
    for (let sequence = HEAD + 1; sequence <= HEAD + 1_000; sequence++) {
      client.happen(said(grace, sequence));
      conversation.narrow(HEAD - 10);
    }
    assert.ok(seen().includes(HEAD - 10));
    assert.ok(seen().includes(HEAD + 100));
    assert.ok(seen().length <= MOST);
  });

  it('sees what becomes of a message there, and how many answer it', async () => {
    await read('older', HEAD - 2_000);
    const message = seen()[10];
    const entry = () => conversation.shown.entries().find(({ sequence }) => sequence === message);
    const reply = said(grace, HEAD + 1);
    client.happen({ ...reply, body: { ...reply.body, reply: message, thread: message } });
    assert.equal(entry().change.replies.count, 1);
    client.happen({ log: ROOM, sequence: HEAD + 2, type: 'deleted', at: 1, author: grace, body: { message } });
    assert.equal(entry(), undefined);
  });

  it('finds the "new" divider again', async () => {
    conversation.divideAfter(HEAD - 1_000);
    const divider = () => conversation.shown.rows().findIndex(({ type }) => type === 'new');
    await read('older', HEAD - 1_100);
    assert.ok(divider() > 0);
    await read('older', HEAD - 3_000);
    assert.equal(divider(), -1);
    await read('newer', HEAD - 900);
    assert.equal(conversation.shown.rows()[divider() + 1].sequence, HEAD - 999);
  });

  it('is not counted by reactions: what they look at stays', async () => {
    const react = (sequence) => ({ log: ROOM, sequence, type: 'reaction', at: 1, author: grace, body: { message: HEAD, emoji: '👍', on: sequence % 2 === 0 } });
    for (let sequence = HEAD + 1; sequence <= HEAD + 900; sequence++) client.happen(react(sequence));
    conversation.narrow(HEAD);
    assert.equal(conversation.excerpt, null);
    assert.deepEqual(seen(), Array.from({ length: 50 }, (_, n) => HEAD - 49 + n));
  });
});

describe('a room that is not open', () => {
  it('keeps the newest of what comes', () => {
    for (let sequence = HEAD + 1; sequence <= HEAD + 5_000; sequence++) client.happen(said(grace, sequence));
    assert.ok(conversation.entries().length <= 1_000);
    assert.equal(seen().at(-1), HEAD + 5_000);
  });
});
