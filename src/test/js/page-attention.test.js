import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { attention, levelOf } from '../../../webapp/app/models/attention.js';
import { ada, grace, page, said } from './page-fixtures.js';

const GENERAL = 7;
const DIRECT = 8;

let client;
let chat;

beforeEach(() => {
  ({ client, chat } = page());
  client.tellOf({ log: GENERAL, name: 'general', kind: 'public' });
  client.tellOf({ log: DIRECT, name: 'Grace', kind: 'direct' });
});

function calling(sequence) {
  const event = said(grace, sequence, { text: '@ada' });
  return { ...event, body: { ...event.body, mentions: [[ada.id, 0, 4]] } };
}

describe('what waits for a person', () => {
  it('is nothing, then what is merely unread, then what calls them', () => {
    assert.deepEqual(attention(chat), { calls: 0, hasUnread: false });
    client.happen(said(grace, 1));
    assert.deepEqual(attention(chat), { calls: 0, hasUnread: true });
    client.happen(calling(2));
    assert.deepEqual(attention(chat), { calls: 1, hasUnread: true });
  });

  it('is each message of a direct room', () => {
    for (const sequence of [1, 2]) client.happen(said(grace, sequence, { log: DIRECT }));
    assert.deepEqual(attention(chat), { calls: 2, hasUnread: true });
  });

  it('is what they want to hear of in that room', () => {
    const levels = { [GENERAL]: { muted: false, level: 'all' }, [DIRECT]: { muted: false, level: 'nothing' } };
    const { preferences } = chat;
    const of = preferences.of.bind(preferences);
    preferences.of = (room) => ({ ...of(room), ...levels[room.log] });
    client.happen(said(grace, 1));
    client.happen(said(grace, 1, { log: DIRECT }));
    assert.equal(attention(chat).calls, 1);
    levels[GENERAL].muted = true;
    client.happen(calling(2));
    assert.equal(levelOf(chat, client.rooms.get(GENERAL)), 'nothing');
    assert.deepEqual(attention(chat), { calls: 0, hasUnread: true });
    assert.equal(chat.reading.waiting(client.rooms.get(GENERAL)), 1, 'the list shows that they are called');
  });
});
