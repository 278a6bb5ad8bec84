import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACCOUNT, Chat, event, room, welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';

const BEN = { ...ACCOUNT, id: 8, name: 'ben', log: 101 };

describe('A session', () => {
  // Holds 2: ignore members that it does not know
  // Holds 2: ignore frames of a type that it does not know
  it('ignores frames and members that it does not know (section 2)', async () => {
    const chat = await new Chat().live();
    chat.socket.say({ type: 'sparkle', data: {} }, { type: 'toString', data: {} }, event(1, { glitter: true }));
    assert.deepEqual(chat.all('event').map(({ sequence }) => sequence), [1]);
  });

  // Holds 3.1: send `hello` first
  it('sends nothing but hello before the welcome (section 3.1)', async () => {
    const chat = new Chat();
    chat.client.connect();
    chat.client.post(1, 'early');
    chat.socket.accept();
    await settle();
    assert.deepEqual(chat.socket.types, ['hello']);
    chat.socket.say(welcome());
    await settle();
    assert.deepEqual(chat.socket.types, ['hello', 'post']);
  });

  it('names the log that is looked at (section 3.1)', async () => {
    const chat = new Chat();
    chat.client.first = 7;
    chat.client.connect();
    chat.socket.accept();
    await settle();
    assert.equal(chat.socket.sent[0].data.first, 7);
  });

  it('tells of rooms that begin anew, at the first welcome and at a reset (section 3.2)', async () => {
    const chat = await new Chat().live();
    chat.socket.say({ type: 'reset', data: room({ log: 2, name: 'New', position: 3, head: 4, reset: 'joined' }) });
    chat.socket.say(event(4, { log: 2 }));
    assert.deepEqual(chat.all('reset').map(({ log, position, reset }) => [log, position, reset]), [
      [1, 0, undefined],
      [2, 3, 'joined'],
    ]);
    assert.deepEqual([...chat.client.rooms.keys()], [1, 2]);
    assert.equal(chat.all('event').at(-1).log, 2);
  });

  it('forgets a room that the account has left', async () => {
    const chat = await new Chat().live();
    chat.socket.say(event(1, { log: ACCOUNT.log, type: 'room-left', body: { room: 1 } }));
    assert.equal(chat.client.rooms.size, 0);
    assert.equal(chat.all('event').at(-1).type, 'room-left');
  });

  // Holds 3.1: NOT take a room away
  it('keeps a room that was left and joined again before the welcome, which knows it (section 3.1)', async () => {
    const chat = await new Chat().live(welcome({ account: { ...ACCOUNT, position: 0, head: 2 } }));
    const membership = (sequence, type) => event(sequence, { log: ACCOUNT.log, type, body: { room: 1 } });
    chat.socket.say(membership(1, 'room-left'), membership(2, 'room-joined'), event(1));
    assert.deepEqual([...chat.client.rooms.keys()], [1]);
    assert.deepEqual(chat.all('event').map(({ type }) => type), ['room-left', 'room-joined', 'message']);
    chat.socket.say(membership(3, 'room-left'));
    assert.equal(chat.client.rooms.size, 0);
  });

  it('names a room as its log does', async () => {
    const chat = await new Chat().live(welcome({ rooms: [room({ name: '', topic: '' })] }));
    chat.socket.say(event(1, { type: 'created', body: { name: 'Lobby', topic: 'Talk' } }));
    const { name, topic } = chat.client.rooms.get(1);
    assert.deepEqual([name, topic], ['Lobby', 'Talk']);
  });

  it('follows what the account is, in a room and in the house (section 6.1)', async () => {
    const chat = await new Chat().live(welcome({ rooms: [room({ role: 'member' })] }));
    const became = (id, role) => ({ type: 'role', body: { account: { id, name: 'x' }, role } });
    chat.socket.say(event(1, became(ACCOUNT.id, 'owner')), event(2, became(ACCOUNT.id + 1, 'read-only')));
    assert.equal(chat.client.rooms.get(1).role, 'owner');
    chat.socket.say(event(1, { log: ACCOUNT.log, type: 'role', body: { role: 'guest' } }));
    assert.equal(chat.client.account.role, 'guest');
  });

  it('keeps the name of a direct room, which its log does not know', async () => {
    const chat = await new Chat().live(welcome({ rooms: [room({ name: 'Bob', kind: 'direct' })] }));
    chat.socket.say(event(1, { type: 'created', body: { name: '', topic: '', kind: 'direct' } }));
    assert.equal(chat.client.rooms.get(1).name, 'Bob');
  });

  it('says once for each message from the server that rooms changed', async () => {
    const chat = await new Chat().live();
    const before = chat.all('rooms').length;
    chat.socket.say(event(1), event(2), event(3));
    assert.equal(chat.all('rooms').length, before + 1);
  });

  it('tells how the wait shrinks', async () => {
    const chat = await new Chat().live(welcome({ rooms: [room({ head: 3 })] }));
    for (const sequence of [1, 2, 3]) chat.socket.say(event(sequence));
    const told = chat.all('statuschange').map(({ word, behind }) => `${word} ${behind}`);
    assert.deepEqual(told, ['offline 0', 'catching-up 3', 'catching-up 2', 'catching-up 1', 'live 0']);
  });

  it('says since when the line is lost, over all tries', async () => {
    const chat = await new Chat().live();
    const lost = chat.clock.now();
    chat.socket.end(1012);
    assert.deepEqual([chat.client.status.since, chat.client.status.reason], [lost, 'restart']);
    chat.source.say('wait', { reason: 'draining' });
    assert.equal(chat.client.status.reason, 'draining');
    chat.source.say('notice', { after: 500 });
    assert.equal(chat.client.status.retryAt, lost + 500);
    await chat.clock.pass(500);
    assert.deepEqual([chat.client.state, chat.client.status.since], ['connecting', lost]);
  });

  it('tells of a refused message, and of its ack', async () => {
    const chat = await new Chat().live();
    const { id } = chat.client.post(1, 'hello');
    await settle();
    chat.socket.say({ type: 'refused', data: { id, code: 'not_found', message: 'no', retryable: false } });
    assert.deepEqual(chat.all('refused').map(({ code }) => code), ['not_found']);
    chat.client.retry(id);
    chat.socket.say({ type: 'ack', data: { id, room: 1, sequence: 4, at: 0 } });
    assert.deepEqual(chat.all('ack').map(({ sequence }) => sequence), [4]);
  });
});

describe('When another account signs in with this browser', () => {
  it('nothing of the one before is left, and the resume points are not used', async () => {
    const chat = await new Chat().live();
    chat.socket.say(event(1));
    await chat.cut();
    await chat.welcomed(welcome({ account: BEN, rooms: [room({ position: 1, head: 1 })] }));
    assert.equal(chat.client.rooms.size, 0);
    assert.equal(chat.platform.openSockets.length, 1);
    chat.socket.accept();
    assert.deepEqual(chat.socket.sent[0].data.positions, {});
    assert.equal(chat.socket.sent[0].data.session, undefined);
    chat.socket.say(welcome({ account: BEN }));
    assert.deepEqual([chat.client.account.name, chat.all('reset').length], ['ben', 2]);
  });

  it('the connection of the one before ends at once', async () => {
    const chat = await new Chat().live();
    const [old] = chat.platform.sockets;
    chat.platform.answer = () => ({ status: 200, body: BEN });
    await chat.client.http.login({ name: 'ben', password: 'correct horse' });
    assert.equal(old.closedWith, 1000);
    chat.client.post(1, 'of Ben');
    await settle();
    assert.equal(old.types.includes('post'), false);
    await chat.welcomed(welcome({ account: BEN }));
    assert.equal(chat.socket.types.at(-1), 'post');
  });
});
