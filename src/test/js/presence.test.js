import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chat, welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';

const presence = (data) => ({ type: 'presence', data: { room: 1, ...data } });
const typing = (...names) => ({ type: 'typing', data: { room: 1, people: names.map((name, id) => ({ id, name })) } });
const said = (chat, type) => chat.socket.sent.filter((frame) => frame.type === type).map(({ data }) => data);

/** A client that takes part, with the rooms of which it was told a change. */
async function here(options) {
  const chat = new Chat(options);
  chat.presence = await chat.client.presence();
  chat.changed = [];
  chat.presence.addEventListener('change', ({ detail }) => chat.changed.push(detail.room));
  return chat.live();
}

describe('Presence', () => {
  it('is not asked for by a client whose page does not', async () => {
    const chat = await new Chat().live();
    assert.equal(said(chat, 'hello')[0].presence, undefined);
    chat.socket.say(presence({ online: [9] }), typing('Ben'));
    assert.equal(chat.client.state, 'live');
  });

  it('begins with the next hello, or at once on a connection that there is', async () => {
    assert.equal(said(await here(), 'hello')[0].presence, 'online');
    const chat = await new Chat().live();
    const first = await chat.client.presence();
    assert.deepEqual(said(chat, 'presence'), [{ state: 'online' }]);
    assert.equal(await chat.client.presence(), first);
  });

  it('that was asked for, or changed, between the hello and the welcome is said after it', async () => {
    const chat = new Chat();
    chat.client.connect();
    chat.socket.accept();
    const late = await chat.client.presence();
    chat.socket.say(welcome());
    assert.deepEqual(said(chat, 'presence'), [{ state: 'online' }]);
    await chat.cut();
    chat.socket.accept();
    late.show('away');
    chat.socket.say(welcome());
    assert.deepEqual(said(chat, 'presence'), [{ state: 'away' }]);
  });

  it('follows what the server tells, the newest of each', async () => {
    const chat = await here();
    chat.socket.say(presence({ all: true, online: [7, 8], away: [9] }));
    assert.deepEqual([...chat.presence.here(1)], [[7, 'online'], [8, 'online'], [9, 'away']]);
    chat.socket.say(presence({ online: [9], away: [8], offline: [7] }));
    assert.deepEqual([...chat.presence.here(1)].sort(), [[8, 'away'], [9, 'online']]);
    chat.socket.say(presence({ all: true, online: [5] }));
    assert.deepEqual([...chat.presence.here(1)], [[5, 'online']]);
    chat.socket.say(presence({ online: [5, 6], busy: [6] }), presence({ online: [5] }));
    assert.deepEqual([...chat.presence.here(1)], [[5, 'online'], [6, 'busy']]);
    assert.deepEqual(chat.changed, [1, 1, 1, 1, 1]);
    assert.deepEqual([...chat.presence.here(2)], []);
  });

  it('of a crowd is not known, until it is told again', async () => {
    const chat = await here();
    chat.socket.say(presence({ all: true, crowded: true }));
    assert.equal(chat.presence.here(1), null);
    chat.socket.say(presence({ all: true, online: [5] }));
    assert.deepEqual([...chat.presence.here(1)], [[5, 'online']]);
  });

  // Holds 4.2: forget all of it
  it('is forgotten at a welcome, and nobody types while there is no connection', async () => {
    const chat = await here();
    chat.socket.say(presence({ all: true, online: [5] }), typing('Ben'));
    await chat.cut();
    assert.deepEqual([...chat.presence.here(1)], [[5, 'online']]);
    assert.deepEqual(chat.presence.typing(1), []);
    await chat.welcomed();
    assert.deepEqual([...chat.presence.here(1)], []);
    assert.deepEqual(chat.changed, [1, 1, 1, 1]);
  });

  it('is shown as the page says, and again on each connection', async () => {
    const chat = await here();
    chat.presence.show('away');
    chat.presence.show('away');
    assert.deepEqual(said(chat, 'presence'), [{ state: 'away' }]);
    await chat.cut();
    await chat.welcomed();
    assert.equal(said(chat, 'hello')[0].presence, 'away');
  });

  it('ends with the client, and is left to the server when the line breaks', async () => {
    const chat = await here();
    const { socket } = chat;
    await chat.client.close();
    assert.deepEqual(socket.sent.at(-1), { type: 'presence', data: { state: 'offline' } });
  });

  it('of the one before is not shown to who signs in next', async () => {
    const chat = await here();
    chat.socket.say(presence({ all: true, online: [5] }));
    chat.platform.refuseLogin?.();
    chat.client.http.session = async () => ({ id: 8 });
    chat.socket.say(welcome({ account: { id: 8, name: 'ben', displayName: '', role: '', log: 101, epoch: 'b', position: 0, head: 0 } }));
    await settle();
    assert.deepEqual([...chat.presence.here(1)], []);
  });
});

describe('Typing', () => {
  it('is told with names, and ends as the server says', async () => {
    const chat = await here();
    chat.socket.say(typing('Ann', 'Ben'));
    assert.deepEqual(chat.presence.typing(1).map(({ name }) => name), ['Ann', 'Ben']);
    chat.socket.say(typing());
    assert.deepEqual(chat.presence.typing(1), []);
  });

  it('is said once in half the time that the server believes it', async () => {
    const chat = await here();
    await chat.cut();
    await chat.welcomed(welcome({ timings: { ...welcome().data.timings, typingLease: 4000 } }));
    for (let stroke = 0; stroke < 9; stroke++) {
      chat.presence.type(1);
      await chat.clock.pass(500);
    }
    assert.deepEqual(said(chat, 'typing'), [{ room: 1 }, { room: 1 }, { room: 1 }]);
  });

  it('of one room does not hold up that of another, and stops once', async () => {
    const chat = await here();
    chat.presence.type(1);
    chat.presence.type(2);
    chat.presence.stopTyping(1);
    chat.presence.stopTyping(1);
    assert.deepEqual(said(chat, 'typing'), [{ room: 1 }, { room: 2 }, { room: 1, typing: false }]);
  });

  it('is said again after a post, which ends it', async () => {
    const chat = await here();
    chat.presence.type(1);
    chat.client.post(1, 'so much for that');
    chat.presence.type(1);
    assert.deepEqual(said(chat, 'typing'), [{ room: 1 }, { room: 1 }]);
  });

  it('is said again after the line was cut', async () => {
    const chat = await here();
    chat.presence.type(1);
    await chat.cut();
    chat.presence.type(1);
    await chat.welcomed();
    chat.presence.type(1);
    assert.deepEqual(said(chat, 'typing'), [{ room: 1 }]);
  });

  it('tells of those who show themselves otherwise, and that says nothing of who is here', async () => {
    const chat = await here();
    const told = [];
    chat.presence.addEventListener('people', ({ detail }) => told.push(detail));
    chat.socket.say(presence({ all: true, crowded: true }), presence({ people: [{ id: 9 }] }));
    assert.deepEqual(told, [[{ id: 9 }]]);
    assert.equal(chat.presence.here(1), null);
    chat.socket.say(presence({ all: true, online: [9] }), presence({ people: [{ id: 9 }] }));
    assert.deepEqual([...chat.presence.here(1)], [[9, 'online']]);
  });
});
