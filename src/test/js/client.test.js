import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { State } from '../../../webapp/holdfast/index.js';
import { Chat, event, room, welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';

describe('HoldfastClient connects', () => {
  it('to the address beside its base', () => {
    const { client, platform } = new Chat({ base: 'https://chat.test/deployed/here/' });
    client.connect();
    assert.equal(platform.socket.url, 'wss://chat.test/deployed/here/ws/chat');
  });

  it('with a hello as its first word', async () => {
    const chat = new Chat({ name: 'test/1' });
    chat.client.connect();
    chat.socket.accept();
    const [{ type, data }] = chat.socket.sent;
    assert.deepEqual([type, data], ['hello', { protocol: 1, positions: {}, client: 'test/1', turn: 2 ** 32 }]);
  });

  it('and knows the limits that the server names', async () => {
    const chat = new Chat();
    assert.equal(chat.client.limits.textLength, 8000, 'assumed until then');
    await chat.live(welcome({ limits: { messageBytes: 4096, textLength: 100, commandsPerMessage: 2 } }));
    assert.deepEqual(chat.client.limits, { messageBytes: 4096, textLength: 100, commandsPerMessage: 2 });
  });

  it('once, however often it is told to', () => {
    const { client, platform } = new Chat();
    client.connect();
    client.connect();
    assert.equal(platform.sockets.length, 1);
  });

  it('and is live when it has all there is', async () => {
    const chat = await new Chat().live(welcome({ rooms: [room({ position: 3, head: 5 })] }));
    assert.deepEqual(chat.client.status, {
      word: 'catching-up', behind: 2, since: null, reason: null, retryAt: null, transport: 'websocket',
    });
    chat.socket.say(event(4), event(5));
    assert.equal(chat.client.state, State.LIVE);
    assert.deepEqual(chat.all('statechange').map(({ state }) => state), ['connecting', 'catching-up', 'live']);
  });

  it('and hands on each event once, in order', async () => {
    const chat = await new Chat().live();
    chat.socket.say(event(1), event(2));
    chat.socket.say(event(2), event(3));
    assert.deepEqual(chat.all('event').map(({ sequence }) => sequence), [1, 2, 3]);
  });
});

describe('HoldfastClient comes back', () => {
  it('with the resume point of each log and its session (section 3.1)', async () => {
    const chat = await new Chat().live();
    chat.socket.say(event(1), event(2));
    await chat.cut();
    chat.socket.accept();
    const { session, positions } = chat.socket.sent[0].data;
    assert.equal(session, 's1');
    assert.deepEqual(positions, { 1: { epoch: 'e', sequence: 2 }, 100: { epoch: 'a', sequence: 0 } });
  });

  it('and does not tell of a reset of what it could resume', async () => {
    const chat = await new Chat().live();
    chat.socket.say(event(1));
    await chat.cut();
    await chat.welcomed(welcome({ rooms: [room({ position: 1, head: 1 })] }));
    assert.deepEqual(chat.all('reset').map(({ position }) => position), [0]);
  });

  // Holds 3.2: treat a sequence greater than last + 1 as a gap
  it('after a gap, from what it has (section 3.2)', async () => {
    const chat = await new Chat().live();
    chat.socket.say(event(1), event(3), event(4));
    assert.equal(chat.socket.closedWith, 4000);
    assert.deepEqual(chat.all('event').map(({ sequence }) => sequence), [1]);
    chat.source.say('notice', { after: 0 });
    await chat.clock.pass(0);
    chat.socket.accept();
    assert.equal(chat.socket.sent[0].data.positions[1].sequence, 1);
  });

  it('and sends the unanswered message again with the same id (section 4)', async () => {
    const chat = await new Chat().live();
    const { id, acked } = chat.client.post(1, 'hello');
    await settle();
    await chat.cut();
    await chat.welcomed();
    const posts = chat.platform.sockets.flatMap(({ sent }) => sent).filter(({ type }) => type === 'post');
    assert.deepEqual(posts.map(({ data }) => data.id), [id, id]);
    chat.socket.say({ type: 'ack', data: { id, room: 1, sequence: 1, at: 5 } });
    assert.equal((await acked).sequence, 1);
    assert.deepEqual(chat.client.outbox, []);
  });

  it('and leaves nothing open when it is closed', async () => {
    const chat = await new Chat().live();
    await chat.cut();
    await chat.client.close();
    assert.equal(chat.client.state, State.CLOSED);
    assert.equal(chat.platform.openSockets.length + chat.platform.openSources.length, 0);
    assert.equal(chat.clock.pending, 0);
  });
});
