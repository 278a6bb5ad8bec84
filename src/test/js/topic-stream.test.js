import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HoldfastClient } from '../../../webapp/holdfast/client.js';
import { Refusal } from '../../../webapp/holdfast/refusal.js';
import { settle } from './fakes/clock.js';
import { FakePlatform } from './fakes/platform.js';
import { event, heads, Match, state, welcome } from './fakes/topic.js';

const ack = (id, sequence) => ({ type: 'ack', data: { id, sequence, at: 9 } });
const refused = (id, code, more) => ({ type: 'refused', data: { id, code, message: 'no', ...more } });

describe('A TopicStream over a WebSocket', () => {
  it('tells each event to the handlers of its name, with what it is', () => {
    const match = new Match({ last: 1 }).open();
    assert.equal(match.socket.url, 'ws://chat.test/app/ws/streams/match?last=1');
    const happenings = [];
    const takeBack = match.stream.on('goal', (data, happening) => happenings.push(happening));
    match.socket.say(event(1), event(2, 'x', { type: 'whistle' }));
    takeBack();
    match.socket.say(event(3));
    assert.deepEqual(match.heard, [1, 3]);
    const author = { id: -3, name: 'robot' };
    assert.deepEqual(happenings, [{ name: 'goal', sequence: 1, at: 5, author, id: undefined }]);
    assert.equal(match.stream.cursor, '7.3.e1');
  });

  it('comes back where it was, and tells nothing twice', async () => {
    const match = new Match().open();
    match.socket.say(event(1), event(2));
    await match.breaks();
    assert.match(match.socket.url, /\?since=7\.2\.e1$/);
    match.open({ position: 2 }).socket.say(event(2), event(3));
    assert.deepEqual(match.heard, [1, 2, 3]);
    assert.deepEqual(match.told.map(([name]) => name), ['open', 'error', 'open']);
  });

  // Holds streams 5: drop an event that it has already, and come back at a gap
  it('comes back at a gap, also at one that only the heads show', async () => {
    const match = new Match().open();
    match.socket.say(event(1), event(3));
    await match.clock.pass(1000);
    assert.equal(match.platform.sockets.length, 2);
    match.open({ position: 1 }).socket.say(event(2), heads(3));
    await match.clock.pass(2000);
    assert.match(match.socket.url, /since=7\.2\.e1$/);
    assert.deepEqual(match.heard, [1, 2]);
  });

  it('takes a head that it has reached for no gap', () => {
    const match = new Match().open();
    match.socket.say(heads(0), event(1), heads(1));
    match.socket.say(event(2), heads(2));
    assert.equal(match.platform.sockets.length, 1);
  });

  it('says a reset before what follows it', async () => {
    const match = new Match().open();
    match.socket.say(event(1));
    await match.breaks();
    match.open({ epoch: 'e2', position: 0, reset: 'epoch' }).socket.say(event(1, 'anew'));
    match.socket.say({ type: 'reset', data: { ...state({ position: 9, epoch: 'e2', reset: 'expired' }) } }, event(10));
    assert.deepEqual(match.told.filter(([name]) => name === 'reset'), [['reset', 'epoch'], ['reset', 'expired']]);
    assert.deepEqual(match.heard, [1, 'anew', 10]);
  });

  it('keeps what is emitted until it is acknowledged, and sends it again with its id', async () => {
    const match = new Match();
    const acked = [1, 2].map((n) => match.stream.emit('cheer', { n }));
    match.open();
    const [first, second] = match.emitted;
    assert.deepEqual(first, { type: 'emit', data: { id: first.data.id, event: 'cheer', data: { n: 1 } } });
    match.socket.say(ack(first.data.id, 4));
    assert.deepEqual(await acked[0], { sequence: 4, at: 9 });
    await match.breaks();
    match.open();
    assert.deepEqual(match.emitted, [second]);
    match.socket.say(ack(second.data.id, 5));
    assert.deepEqual(await acked[1], { sequence: 5, at: 9 });
  });

  it('rejects what is refused for good, and sends again what is not', async () => {
    const match = new Match().open();
    const forbidden = match.stream.emit('cheer', 1);
    const busy = match.stream.emit('cheer', 2);
    const ids = match.emitted.map(({ data }) => data.id);
    match.socket.say(refused(ids[0], 'forbidden', { retryable: false }));
    match.socket.say(refused(ids[1], 'busy', { retryable: true, retryAfter: 500 }));
    await assert.rejects(forbidden, (error) => error instanceof Refusal && error.code === 'forbidden');
    await match.clock.pass(500);
    assert.equal(match.emitted.length, 3);
    match.socket.say(ack(ids[1], 1));
    assert.equal((await busy).sequence, 1);
  });

  it('does not send an ephemeral event twice: nobody could tell', async () => {
    const match = new Match().open({ durable: false });
    const lost = match.stream.emit('cheer', 1);
    const rejected = assert.rejects(lost, ({ code }) => code === 'unreachable');
    await match.breaks();
    await rejected;
    match.open({ durable: false });
    assert.deepEqual(match.emitted, []);
  });

  it('refuses more than it may keep', async () => {
    const match = new Match({ unanswered: 1 });
    const first = match.stream.emit('cheer', 1);
    await assert.rejects(match.stream.emit('cheer', 2), ({ code }) => code === 'outbox_full');
    match.stream.close();
    await assert.rejects(first, ({ code }) => code === 'unreachable');
  });

  it('carries bytes both ways', async () => {
    const match = new Match().open();
    assert.equal(match.socket.binaryType, 'arraybuffer');
    match.stream.emit('goal', new Uint8Array([9, 1, 2, 255]).subarray(1)).catch(() => {});
    const message = match.socket.sent[0];
    const length = new DataView(message.buffer).getUint32(0);
    const head = JSON.parse(new TextDecoder().decode(message.subarray(4, 4 + length)));
    assert.deepEqual([head.type, head.data.event], ['emit', 'goal']);
    assert.deepEqual([...message.subarray(4 + length)], [1, 2, 255]);
    const { data } = event(1);
    delete data.body;
    const back = new TextEncoder().encode(JSON.stringify({ type: 'event', data }));
    const whole = new Uint8Array(4 + back.length + 2);
    new DataView(whole.buffer).setUint32(0, back.length);
    whole.set(back, 4);
    whole.set([7, 8], 4 + back.length);
    match.socket.sayText(whole.buffer);
    match.socket.say(event(2, null, { body: { binary: btoa('\x00\xff') } }), event(3, null, { body: { text: 'x' } }));
    assert.deepEqual(match.heard, [new Uint8Array([7, 8]), new Uint8Array([0, 255]), 'x']);
    match.stream.close();
  });

  it('stops when it may not read, and says so', async () => {
    for (const code of [4401, 4403, 4404, 4400]) {
      const match = new Match();
      match.socket.accept();
      match.socket.end(code);
      await match.clock.pass(100_000);
      assert.deepEqual([match.told, match.platform.sockets.length], [[['close', code]], 1]);
      assert.equal(match.clock.pending, 0);
    }
  });

  it('asks a line whose heads are late, and gives it up when that is silent', async () => {
    const match = new Match().open();
    await match.clock.pass(49_000);
    assert.deepEqual(match.emitted.map(({ type }) => type), ['ping']);
    await match.clock.pass(2_000);
    assert.notEqual(match.socket, match.platform.sockets[0]);
  });

  it('leaves nothing behind when it is closed', async () => {
    const match = new Match().open();
    match.stream.close();
    match.stream.close();
    assert.deepEqual([match.clock.pending, match.platform.openSockets.length], [0, 0]);
    await settle();
    assert.deepEqual(match.told, [['open', null]]);
  });
});

describe('HoldfastClient.stream', () => {
  it('reads a topic of the same server', async () => {
    const platform = new FakePlatform();
    const stream = await new HoldfastClient({ base: 'http://chat.test/holdfast/', platform }).stream('match', { last: 3 });
    assert.equal(platform.socket.url, 'ws://chat.test/holdfast/ws/streams/match?last=3');
    stream.close();
  });
});

describe('A TopicStream where WebSockets do not get through', () => {
  const without = () => new Match({ transports: ['sse', 'long-poll', 'short-poll'] });

  it('reads an event stream, and posts', async () => {
    const match = without();
    const request = match.platform.request('/app/sse/streams/match');
    assert.match(request.url, /\?frames=1&$/);
    request.stream().say(welcome());
    request.say(event(1));
    await settle();
    assert.deepEqual(match.heard, [1]);
    const acked = match.stream.emit('cheer', { n: 1 });
    const post = match.platform.request('/app/api/streams/match');
    assert.match(post.url, /\?event=cheer&id=[0-9a-f]{32}$/);
    assert.deepEqual(post.body, { n: 1 });
    post.answer({ sequence: 2, at: 3 });
    await settle();
    assert.deepEqual(await acked, { sequence: 2, at: 3 });
    match.stream.close();
    assert.equal(match.clock.pending, 0);
  });

  it('posts again, with the same id, what nobody answered', async () => {
    const match = without();
    const acked = match.stream.emit('cheer', new Uint8Array([1]));
    const first = match.platform.request('/app/api/streams/match');
    first.fail();
    await settle();
    await match.clock.pass(1000);
    const second = match.platform.request('/app/api/streams/match');
    assert.notEqual(second, first);
    assert.equal(second.url, first.url);
    assert.equal(second.headers['content-type'], 'application/octet-stream');
    second.answer({ sequence: 1, at: 1 });
    await settle();
    assert.equal((await acked).sequence, 1);
    match.stream.close();
  });

  it('goes down to polls when an event stream is held back, and follows their cursor', async () => {
    const match = without();
    await match.clock.pass(7_000);
    const first = match.platform.request('/app/api/streams/match');
    assert.match(first.url, /\?wait=0&$/);
    first.answer([welcome(), event(1), { type: 'next', data: { cursor: '7.1.e1', after: 2000 } }]);
    await settle();
    await match.clock.pass(0);
    const second = match.platform.request('/app/api/streams/match');
    assert.match(second.url, /\?wait=25000&since=7\.1\.e1$/);
    second.answer([event(2), { type: 'next', data: { cursor: '7.2.e1', after: 0 } }]);
    await settle();
    assert.deepEqual(match.heard, [1, 2]);
    assert.equal(match.stream.transport, 'long-poll');
    match.stream.close();
  });

  it('goes on by polls without being welcomed again', async () => {
    const match = new Match({ transports: ['short-poll'], since: '7.4.e1' });
    const first = match.platform.request('/app/api/streams/match');
    assert.match(first.url, /since=7\.4\.e1$/);
    first.answer([{ type: 'next', data: { cursor: '7.4.e1', after: 2000 } }]);
    await settle();
    assert.equal(match.stream.isOpen, true);
    await match.clock.pass(2000);
    const second = match.platform.request('/app/api/streams/match');
    second.answer([event(5), { type: 'next', data: { cursor: '7.5.e1', after: 2000 } }]);
    await settle();
    assert.deepEqual([match.heard, match.stream.cursor], [[5], '7.5.e1']);
    match.stream.close();
  });
});
