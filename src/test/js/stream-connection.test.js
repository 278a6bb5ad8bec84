import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settle } from './fakes/clock.js';
import { TransportBench } from './fakes/line.js';

const FIRST = 'retry: 2000\n: holdfast\n\n';

async function streaming() {
  const bench = new TransportBench('sse');
  bench.stream = bench.request('sse/chat').stream();
  bench.stream.sayText(FIRST);
  await settle();
  return bench;
}

async function welcomed() {
  const bench = await streaming();
  bench.stream.say({ type: 'welcome' });
  await settle();
  return bench;
}

describe('StreamConnection', () => {
  it('asks with what a hello says, of any size', () => {
    const { url, body } = new TransportBench('sse').request('sse/chat');
    assert.equal(url, 'http://chat.test/sse/chat');
    assert.deepEqual(body, { protocol: 1, session: 's 1', turn: 5, positions: {} });
  });

  it('is open with the first bytes, and hands on the frames', async () => {
    const { heard, stream } = await welcomed();
    stream.say({ type: 'event' }, { type: 'heads' });
    await settle();
    assert.deepEqual(heard, ['open', 'welcome', 'event', 'heads']);
  });

  it('is unfit when no bytes come in time: a proxy keeps them back', async () => {
    const { clock, ends, platform } = new TransportBench('sse');
    platform.request('sse/chat').stream();
    await clock.pass(3999);
    assert.deepEqual(ends, []);
    await clock.pass(1);
    assert.deepEqual(ends, [[4001, { unfit: true }]]);
    assert.deepEqual([platform.openRequests.length, clock.pending], [0, 0]);
  });

  it('is unfit when the first heads do not follow the welcome: the rest of it is kept back', async () => {
    const { clock, ends, stream } = await welcomed();
    stream.say({ type: 'event' });
    await settle();
    await clock.pass(7999);
    assert.deepEqual(ends, []);
    await clock.pass(1);
    assert.deepEqual(ends, [[4001, { unfit: true }]]);
    const heard = await welcomed();
    heard.stream.say({ type: 'heads' });
    await settle();
    await heard.clock.pass(60_000);
    assert.deepEqual(heard.ends, []);
  });

  it('is unfit when something else is answered', async () => {
    const answers = [(request) => request.answer('<html>'), (request) => request.answer({}, 404)];
    for (const answer of [...answers, (request) => request.stream('text/html')]) {
      const bench = new TransportBench('sse');
      answer(bench.request('sse/chat'));
      await settle();
      assert.deepEqual(bench.ends, [[1006, { unfit: true }]]);
    }
  });

  it('tells why it was turned away, and until when', async () => {
    const turns = [
      [401, {}, 4401, {}],
      [429, { 'retry-after': '3' }, 4429, { after: 3000 }],
      [503, {}, 1013, { after: null }],
    ];
    for (const [status, headers, code, end] of turns) {
      const bench = new TransportBench('sse');
      bench.request('sse/chat').answer({}, status, headers);
      await settle();
      assert.deepEqual(bench.ends, [[code, end]]);
    }
  });

  it('breaks when the line does, and when the server ends the stream without a word', async () => {
    for (const end of ['cut', 'end']) {
      const bench = await welcomed();
      bench.stream[end]();
      await settle();
      assert.deepEqual(bench.ends, [[1006, undefined]]);
      assert.equal(bench.transport.send({ type: 'ping' }), false);
    }
    const unreachable = new TransportBench('sse');
    unreachable.request('sse/chat').fail();
    await settle();
    assert.deepEqual(unreachable.ends, [[1006, undefined]]);
  });

  it('hands on the close code, and when to come back', async () => {
    const { stream, ends } = await welcomed();
    stream.sayText('event: close\ndata: {"code":1001,"name":"going_away","after":0}\n\n');
    await settle();
    assert.deepEqual(ends, [[1001, { after: 0 }]]);
  });

  it('takes for a gap what it cannot read, and what comes before the welcome (section 3.1)', async () => {
    const unreadable = await welcomed();
    unreadable.stream.sayText('data: <html>\n\n');
    await settle();
    assert.equal(unreadable.ends[0][0], 4000);
    const unwelcomed = await streaming();
    unwelcomed.stream.say({ type: 'event' });
    await settle();
    assert.deepEqual(unwelcomed.ends, [[4000, { after: 0 }]]);
  });

  it('reads characters that come in two pieces', async () => {
    const bench = await welcomed();
    const texts = [];
    bench.onFrames = (frames) => texts.push(frames[0].text);
    const bytes = new TextEncoder().encode(`data: ${JSON.stringify([{ type: 'event', text: '好' }])}\n\n`);
    const middle = bytes.findIndex((byte) => byte > 127) + 1;
    for (const part of [bytes.slice(0, middle), bytes.slice(middle)]) bench.stream.sayBytes(part);
    await settle();
    assert.deepEqual(texts, ['好']);
  });

  it('is silent once it was left, and leaves nothing behind', async () => {
    const { transport, stream, ends, heard, platform, clock } = await welcomed();
    transport.send({ type: 'post' });
    stream.say({ type: 'event' });
    transport.leave();
    await settle();
    assert.deepEqual([heard, ends], [['open', 'welcome'], []]);
    assert.deepEqual([platform.openRequests.length, clock.pending], [0, 0]);
  });
});
