import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { grace, page, said } from './page-fixtures.js';

const ROOM = 7;
const HEAD = 1_000;
let client;
let conversation;
let asked;

/** A server whose room has a message for each sequence, but for one that was deleted. */
function history(log, { before, limit }) {
  asked.push(before);
  const end = Math.min(before, HEAD + 1);
  const first = Math.max(1, end - limit);
  const events = Array.from({ length: end - first }, (_, n) => said(grace, first + n));
  const changes = events.filter(({ sequence }) => sequence === 77).map(() => ({ message: 77, deleted: true }));
  return Promise.resolve({ events, changes, head: HEAD });
}

beforeEach(() => {
  asked = [];
  const made = page();
  client = made.client;
  client.http = { ...client.http, history };
  client.tellOf({ log: ROOM, name: 'general', position: HEAD - 50, head: HEAD, read: HEAD });
  conversation = made.chat.conversation(ROOM);
  for (let sequence = HEAD - 49; sequence <= HEAD; sequence++) client.happen(said(grace, sequence));
});

const seen = () => conversation.shown.entries().map(({ sequence }) => sequence);
const isGapless = (all) => all.every((sequence, n) => n === 0 || sequence === all[n - 1] + 1);

describe('going to an old message', () => {
  it('shows what is around it, and leaves the newest alone', async () => {
    assert.ok(await conversation.jumpTo(100));
    assert.deepEqual([seen()[0], seen().at(-1)], [75, 124]);
    assert.deepEqual(conversation.entries()[0].sequence, HEAD - 49);
    conversation.leaveExcerpt();
    assert.equal(seen().at(-1), HEAD);
  });

  it('reads on both ways, down to where the newest begin, without a hole', async () => {
    await conversation.jumpTo(900);
    await conversation.shown.loadOlder();
    while (conversation.excerpt) await conversation.excerpt.loadNewer();
    const all = seen();
    assert.ok(isGapless(all));
    assert.deepEqual([all[0], all.at(-1)], [825, HEAD]);
  });

  it('needs to read nothing for one that is held', async () => {
    assert.ok(await conversation.jumpTo(HEAD - 10));
    assert.deepEqual(asked, []);
    assert.equal(conversation.excerpt, null);
  });

  it('finds none that is deleted, of the future, or was before the beginning', async () => {
    assert.equal(await conversation.jumpTo(77), false);
    assert.equal(await conversation.jumpTo(HEAD + 1), false);
    assert.equal(await conversation.jumpTo(0), false);
  });

  it('shows what becomes of it meanwhile, and keeps nothing of a deleted text', async () => {
    await conversation.jumpTo(100);
    client.happen({ log: ROOM, sequence: HEAD + 1, type: 'edited', at: 1, author: grace, body: { message: 100, text: 'new' } });
    assert.equal(conversation.shown.entries().find(({ sequence }) => sequence === 100).text, 'new');
    client.happen({ log: ROOM, sequence: HEAD + 2, type: 'deleted', at: 1, author: grace, body: { message: 100 } });
    assert.ok(!seen().includes(100));
  });

  it('is over when the log begins anew', async () => {
    await conversation.jumpTo(100);
    client.tellOf({ log: ROOM, name: 'general', epoch: 'f', position: 0, head: 0 });
    assert.equal(conversation.excerpt, null);
  });

});
