import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { talksWith, whereabouts } from '../../../webapp/app/models/whereabouts.js';
import { ada, grace } from './page-fixtures.js';

const CROWD = 9;
const talk = { log: 30, kind: 'direct', people: [ada, grace] };

/** @param here who is seen in which room, and as what */
const chatWith = (here, { rooms = [{ log: 7 }, { log: 8 }, { log: CROWD }], closed = [] } = {}) => ({
  list: { all: rooms, closed },
  people: { stateOf: (log, id) => (log === CROWD ? null : (here[log]?.[id] ?? 'offline')) },
});

describe('where somebody is', () => {
  it('is as they are seen in any room, the best of it', () => {
    assert.equal(whereabouts(chatWith({ 8: { [grace.id]: 'away' } }), grace.id, []), 'away');
    assert.equal(whereabouts(chatWith({ 7: { [grace.id]: 'away' }, 8: { [grace.id]: 'online' } }), grace.id, []), 'online');
    assert.equal(whereabouts(chatWith({ 30: { [grace.id]: 'busy' } }, { closed: [talk] }), grace.id, []), 'busy');
  });

  it('is not known of whom nobody sees, unless they are in a room of which it is known', () => {
    assert.equal(whereabouts(chatWith({}), grace.id, []), null);
    assert.equal(whereabouts(chatWith({}), grace.id, [7]), 'offline');
    assert.equal(whereabouts(chatWith({}), grace.id, [CROWD]), null);
  });
});

it('talks with somebody are those of two and of some, listed or not', () => {
  const group = { ...talk, log: 31, people: [ada, grace, { id: 3 }] };
  const chat = chatWith({}, { rooms: [{ log: 7, kind: 'public' }, talk], closed: [group] });
  assert.deepEqual(talksWith(chat, grace.id), [30, 31]);
  assert.deepEqual(talksWith(chat, 3), [31]);
});
