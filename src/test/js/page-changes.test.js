import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Acts } from '../../../webapp/app/models/acts.js';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Shelf } from '../../../webapp/app/models/shelf.js';
import { Clock, ScriptedClient, ada, grace, said, storage } from './page-fixtures.js';

const ROOM = 7;
let client;
let conversation;

beforeEach(() => {
  client = new ScriptedClient();
  client.tellOf({ log: ROOM, name: 'general', position: 10, head: 10, read: 10 });
  conversation = new Chat(client, ada, new Shelf('/', storage), new Clock()).conversation(ROOM, 10);
});

const about = (type, sequence, message, body = {}, author = grace) =>
  ({ log: ROOM, sequence, type, at: 9_000, author, body: { message, ...body } });
const entry = (sequence) => conversation.entries().find((each) => each.sequence === sequence);
const counts = (sequence) => entry(sequence).change.reactions.map(({ emoji, count, mine }) => `${emoji}${count}${mine}`);

/** The history answers so. */
async function older(answer) {
  client.http.history = () => Promise.resolve(answer);
  await conversation.loadOlder();
}

describe('what becomes of a message', () => {
  beforeEach(() => client.happen(said(grace, 11)));

  it('is shown in its place, and in no row of its own', () => {
    client.happen(about('edited', 12, 11, { text: 'better' }));
    assert.equal(entry(11).text, 'better');
    assert.equal(entry(11).change.editedAt, 9_000);
    assert.equal(conversation.entries().length, 1);
    assert.equal(conversation.last, 12);
  });

  // Holds 3.2: forget the text
  it('keeps nothing of the text of one that was deleted', () => {
    client.happen(about('edited', 12, 11, { text: 'better' }));
    client.happen(about('deleted', 13, 11));
    assert.equal(entry(11), undefined);
    assert.equal(conversation.messagesOfOthersAfter(10).length, 0);
    client.happen(said(grace, 14));
    assert.deepEqual(conversation.messagesOfOthersAfter(10).map(({ sequence }) => sequence), [14]);
  });

  it('knows who reacted with what', () => {
    client.happen(about('reaction', 12, 11, { emoji: '👍', on: true }));
    client.happen(about('reaction', 13, 11, { emoji: '👍', on: true }, ada));
    client.happen(about('reaction', 14, 11, { emoji: '🎉', on: true }));
    assert.deepEqual(counts(11), ['👍2true', '🎉1false']);
    client.happen(about('reaction', 15, 11, { emoji: '👍', on: false }, ada));
    client.happen(about('reaction', 16, 11, { emoji: '🎉', on: false }));
    assert.deepEqual(counts(11), ['👍1false']);
    assert.deepEqual(entry(11).change.reactions[0].people.map(({ id }) => id), [grace.id]);
  });
});

describe('what the history brings', () => {
  const reaction = { emoji: '👍', count: 1, mine: false, people: [grace] };

  it('comes with what became of it', async () => {
    await older({ events: [said(grace, 9), said(grace, 10)], changes: [{ message: 9, text: 'better', editedAt: 1 }], head: 12 });
    assert.equal(entry(9).text, 'better');
    assert.equal(entry(10).text, 'text 10');
  });

  // Holds 6.4: NOT apply those up to it again
  it('is not changed again by events that are in it', async () => {
    await older({ events: [said(grace, 10)], changes: [{ message: 10, reactions: [reaction] }], head: 12 });
    client.happen(said(ada, 11));
    client.happen(about('reaction', 12, 10, { emoji: '👍', on: true }));
    assert.deepEqual(counts(10), ['👍1false']);
    client.happen(about('reaction', 13, 10, { emoji: '👍', on: true }, ada));
    assert.deepEqual(counts(10), ['👍2true']);
  });

  it('leaves no hole when much came while it was on its way', async () => {
    let answer;
    client.http.history = () => new Promise((resolve) => (answer = resolve));
    const loaded = conversation.loadOlder();
    for (let sequence = 11; sequence < 800; sequence++) client.happen(said(grace, sequence));
    conversation.trim();
    answer({ events: [said(grace, 9), said(grace, 10)], changes: [], head: 800 });
    await loaded;
    const held = conversation.entries().map(({ sequence }) => sequence);
    assert.equal(held.at(-1) - held[0], held.length - 1);
  });

  it('has no text of what was deleted while it was on its way', async () => {
    client.happen(about('deleted', 11, 10));
    await older({ events: [said(grace, 9), said(grace, 10)], changes: [], head: 10 });
    assert.equal(entry(10), undefined);
    assert.equal(entry(9).text, 'text 9');
  });

  it('shows nothing of a message whose deletion comes later in the log than a reaction to it', () => {
    client.happen({ ...said(grace, 11), body: { deleted: true } });
    client.happen(about('reaction', 12, 11, { emoji: '👍', on: true }));
    assert.equal(entry(11), undefined);
    client.happen(about('deleted', 13, 11));
    assert.equal(entry(11), undefined);
  });

  it('is changed by what came after it, be it before the answer', async () => {
    client.happen(about('reaction', 11, 10, { emoji: '👍', on: true }));
    client.happen(about('edited', 12, 10, { text: 'better' }));
    await older({ events: [said(grace, 10)], changes: [{ message: 10, reactions: [reaction] }], head: 11 });
    assert.deepEqual(counts(10), ['👍1false']);
    assert.equal(entry(10).text, 'better');
  });
});

describe('what one does to a message', () => {
  const asked = [];
  const http = (answer) => ({ ask: (...request) => (asked.push(request), Promise.resolve([answer])) });

  it('is a command with an id of its own', async () => {
    await new Acts(http({ type: 'ack' })).react({ log: ROOM, sequence: 11 }, '👍', true);
    const [[method, path, { type, data }]] = asked;
    assert.deepEqual([method, path, type], ['POST', 'api/commands', 'react']);
    assert.match(data.id, /^[0-9a-f]{32}$/);
    assert.deepEqual({ ...data, id: '' }, { id: '', room: ROOM, message: 11, emoji: '👍', on: true });
  });

  it('says why it was refused', async () => {
    const refused = { type: 'refused', data: { code: 'forbidden', message: 'No.' } };
    await assert.rejects(new Acts(http(refused)).delete({ log: ROOM, sequence: 11 }), { code: 'forbidden' });
  });
});
