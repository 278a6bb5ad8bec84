import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settle } from './fakes/clock.js';
import { TransportBench } from './fakes/line.js';

const post = (text) => ({ type: 'post', data: { text } });

const bytesOf = (value) => Buffer.byteLength(JSON.stringify(value));

/** Gives how many commands each request had. */
async function answerAll(platform) {
  const sizes = [];
  for (let request; (request = platform.openRequests.at(1)); await settle()) {
    assert.ok(bytesOf(request.body) <= 65536);
    sizes.push(request.body.length);
    request.answer([]);
  }
  return sizes;
}

async function welcomed() {
  const bench = new TransportBench('sse');
  bench.request('sse/chat').stream().say({ type: 'welcome' });
  await settle();
  return bench;
}

describe('CommandPosts', () => {
  it('names the session, which thus is heard of', async () => {
    const { transport, platform } = await welcomed();
    transport.send(post('one'));
    const { url, body } = platform.request('api/commands');
    assert.equal(url, 'http://chat.test/api/commands?session=s%201');
    assert.deepEqual(body, [post('one')]);
  });

  // Holds 4.1: have one such request under way
  it('makes one request at a time, and the next of all that waited', async () => {
    const { transport, platform, answers } = await welcomed();
    for (const text of ['one', 'two', 'three']) transport.send(post(text));
    assert.equal(platform.openRequests.length, 2, 'with the stream');
    platform.request('api/commands').answer([{ type: 'ack' }]);
    await settle();
    assert.deepEqual(answers, ['ack']);
    assert.deepEqual(platform.request('api/commands').body, [post('two'), post('three')]);
  });

  it('puts no more into a request than the server takes', async () => {
    const { transport, platform } = await welcomed();
    transport.send(post('first'));
    const long = 'x'.repeat(8000);
    for (let count = 0; count < 100; count++) transport.send(post(count < 10 ? long : 'short'));
    const sizes = [];
    for (let request; (request = platform.openRequests.at(1)); await settle()) {
      sizes.push(request.body.length);
      assert.ok(bytesOf(request.body) <= 65536);
      request.answer([]);
    }
    assert.equal(
      sizes.reduce((sum, size) => sum + size),
      101,
    );
    assert.equal(Math.max(...sizes), 64);
  });

  it('counts bytes of UTF-8, to the last one', async () => {
    for (const [more, sizes] of [[0, [1, 2]], [1, [1, 1, 1]]]) {
      const { transport, platform } = await welcomed();
      const frames = [post('字'.repeat(8000)), post('')];
      const rest = 65536 - bytesOf(frames);
      frames[1] = post('x'.repeat(rest + more));
      transport.send(post('first'));
      for (const frame of frames) transport.send(frame);
      assert.deepEqual(await answerAll(platform), sizes);
    }
  });

  it('fills a request with what is far from English', async () => {
    const { transport, platform } = await welcomed();
    transport.send(post('first'));
    const frame = post('字'.repeat(7000));
    for (let count = 0; count < 7; count++) transport.send(frame);
    assert.equal(Math.floor(65536 / bytesOf(frame)), 3);
    assert.deepEqual(await answerAll(platform), [1, 3, 3, 1]);
  });

  it('heeds the limits that the welcome names', async () => {
    const bench = new TransportBench('sse');
    const limits = { messageBytes: 1024, textLength: 100, commandsPerMessage: 3 };
    bench.request('sse/chat').stream().say({ type: 'welcome', data: { limits } });
    await settle();
    const { transport, platform } = bench;
    transport.send(post('first'));
    for (let count = 0; count < 4; count++) transport.send(post('x'));
    for (let count = 0; count < 3; count++) transport.send(post('x'.repeat(500)));
    assert.deepEqual(await answerAll(platform), [1, 3, 2, 1, 1]);
  });

  it('says again what failed once, and gives the connection up the second time', async () => {
    const { transport, platform, ends, clock, answers } = await welcomed();
    transport.send(post('one'));
    platform.request('api/commands').fail();
    await clock.pass(1000);
    platform.request('api/commands').answer([{ type: 'ack' }]);
    await settle();
    assert.deepEqual([answers, ends], [['ack'], []]);
    transport.send(post('two'));
    for (let times = 0; times < 2; times++) {
      assert.deepEqual(platform.request('api/commands').body, [post('two')]);
      platform.request('api/commands').answer('<html>', 502);
      await clock.pass(1000);
    }
    assert.equal(ends[0][0], 1006);
    assert.deepEqual([platform.openRequests.length, clock.pending], [0, 0]);
  });

  it('waits as long as the server says', async () => {
    const { transport, platform, clock } = await welcomed();
    transport.send(post('one'));
    platform.request('api/commands').answer({}, 429, { 'retry-after': '4' });
    await clock.pass(3999);
    assert.equal(platform.openRequests.length, 1);
    await clock.pass(1);
    assert.equal(platform.openRequests.length, 2);
  });

  it('gives up a request that is not answered', async () => {
    const { transport, platform, clock } = await welcomed();
    transport.send(post('one'));
    await clock.pass(25_000);
    assert.equal(platform.request('api/commands').state, 'given up');
  });

  it('tells at once that nobody is signed in', async () => {
    const { transport, platform, ends } = await welcomed();
    transport.send(post('one'));
    platform.request('api/commands').answer({}, 401);
    await settle();
    assert.deepEqual(ends, [[4401, {}]]);
  });
});
