import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chat, event, room, TIMINGS, welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { chatOn, streamWelcomes, streaming, untilProbe, socketWorks, heartbeat, next } from './fakes/ladder.js';

/** A second in which polls are answered. */
async function polled({ clock, platform }) {
  const poll = platform.request('api/poll');
  if (poll?.isOpen) poll.answer([next()]);
  await clock.pass(1000);
}

describe('The ladder climbs', () => {
  it('when a socket works again, without the person noticing', async () => {
    const chat = await streaming();
    chat.stream.say(event(1));
    await socketWorks(chat);
    chat.stream.say(event(2));
    await settle();
    chat.socket.accept();
    chat.socket.say(welcome({ rooms: [room({ position: 1, head: 3 })] }), event(2), event(3));
    assert.deepEqual(
      chat.all('event').map(({ sequence }) => sequence),
      [1, 2, 3],
    );
    assert.deepEqual(
      chat.all('statechange').map(({ state }) => state),
      ['connecting', 'catching-up', 'live'],
    );
    assert.deepEqual(chat.all('transportchange').at(-1), { transport: 'websocket', previous: 'sse' });
    assert.deepEqual(
      [chat.stream.state, chat.platform.openSockets.length, chat.all('reset').length],
      ['given up', 1, 1],
    );
  });

  it('past a stream that the server ends because the other has come', async () => {
    const chat = await streaming();
    await socketWorks(chat);
    chat.socket.accept();
    chat.stream.sayText('event: close\ndata: {"code":4409,"name":"replaced"}\n\n');
    await settle();
    assert.equal(chat.client.state, 'live');
    chat.client.post(1, 'in between');
    await settle();
    chat.socket.say(welcome({ rooms: [room()] }));
    await settle();
    assert.equal(chat.socket.types.at(-1), 'post');
    assert.equal(chat.client.state, 'live');
  });

  it('and stays where it was when a socket that was given up has ended the stream', async () => {
    const chat = await streaming();
    const { stream } = chat;
    await socketWorks(chat);
    chat.socket.accept();
    await chat.clock.pass(10_000);
    stream.sayText('event: close\ndata: {"code":4409,"name":"replaced"}\n\n');
    await settle();
    assert.equal(chat.client.state, 'live');
    const [again] = chat.platform.openRequests;
    assert.equal(again.path, '/app/sse/chat');
    assert.ok(again.body.turn > chat.socket.sent[0].data.turn);
  });

  it('and sends what was on its way again, with the same id', async () => {
    const chat = await streaming();
    const { id } = chat.client.post(1, 'hello');
    await settle();
    await socketWorks(chat);
    chat.socket.accept();
    chat.socket.say(welcome());
    await settle();
    assert.equal(chat.platform.request('api/commands').state, 'given up');
    assert.equal(chat.socket.sent.at(-1).data.id, id);
  });

  it('not when the socket breaks or is not welcomed, and looks more and more seldom', async () => {
    const chat = await streaming();
    const breaks = [({ socket }) => socket.end(1006), ({ socket }) => socket.accept()];
    for (const [at, wait] of [15, 30, 60, 120].entries()) {
      const before = chat.platform.sockets.length;
      for (let second = 0; second < wait - 1; second++) await heartbeat(chat);
      assert.equal(chat.platform.sockets.length, before, `not before ${wait} s`);
      await chat.clock.pass(1000);
      assert.equal(chat.platform.sockets.length, before + 1);
      breaks[at % 2](chat);
      await chat.clock.pass(at % 2 ? 5000 : 0);
    }
    assert.equal(chat.client.state, 'live');
    assert.equal(chat.platform.openSockets.length, 0);
  });

  it('and stays when what answered the probe does not welcome', async () => {
    const chat = await streaming();
    await socketWorks(chat);
    await chat.clock.pass(5000);
    assert.deepEqual([chat.client.state, chat.platform.openSockets.length], ['live', 0]);
    chat.stream.say(event(1));
    await settle();
    assert.equal(chat.all('event').length, 1);
  });

  it('and stays when the better one opens and does not welcome', async () => {
    const chat = await streaming();
    await socketWorks(chat);
    chat.socket.accept();
    for (let second = 0; second < 10; second++) await heartbeat(chat);
    assert.deepEqual([chat.client.state, chat.client.status.transport], ['live', 'sse']);
    assert.equal(chat.platform.openSockets.length, 0);
  });

  it('as soon as somebody comes back', async () => {
    const chat = await streaming();
    chat.platform.happen('online');
    await chat.clock.pass(0);
    assert.equal(chat.socket.url, 'ws://chat.test/app/ws/heartbeat');
  });

  it('from polls to streams where there are no sockets', async () => {
    const chat = chatOn('long-poll', { transports: ['sse', 'long-poll'] });
    chat.platform.request('api/poll').answer([welcome(), next()]);
    await chat.clock.pass(15_000);
    chat.platform.request('api/reconnect').stream().sayText('retry: 2000\n\n');
    await settle();
    await streamWelcomes(chat);
    assert.deepEqual([chat.client.status.transport, chat.client.state], ['sse', 'live']);
    assert.deepEqual(
      chat.platform.openRequests.map(({ path }) => path),
      ['/app/sse/chat'],
    );
  });

  it('and goes back at once to what stood before when the better one does not last, more and more seldom', async () => {
    const chat = chatOn('long-poll', { transports: ['sse', 'long-poll'] });
    chat.platform.request('api/poll').answer([welcome(), next()]);
    for (const wait of [15, 30, 60]) {
      for (let second = 0; second < wait; second++) await polled(chat);
      chat.platform.request('api/reconnect').stream().sayText('retry: 2000\n\n');
      await settle();
      const stream = await streamWelcomes(chat);
      assert.equal(chat.client.status.transport, 'sse', `after ${wait} s`);
      stream.cut();
      await settle();
      assert.equal(chat.client.status.transport, 'long-poll');
    }
    assert.deepEqual(
      chat.all('statechange').filter(({ state }) => state === 'waiting'),
      [],
    );
  });

  it('not where it was told not to', async () => {
    const chat = await streaming({ climbInterval: 0 });
    await chat.clock.pass(40_000);
    assert.equal(chat.platform.sockets.length, 0);
  });
});

describe('Whatever the transport', () => {
  it('the server may announce the end, and when to come back', async () => {
    const chat = await new Chat().live();
    chat.socket.say({ type: 'bye', data: { why: 'restart', after: 3000 } });
    assert.equal(chat.client.state, 'live');
    chat.socket.end(1012);
    assert.equal(chat.client.status.retryAt, chat.clock.now() + 3000);
    await chat.clock.pass(2999);
    assert.equal(chat.platform.sources.length, 0);
    await chat.clock.pass(1);
    assert.equal(chat.platform.openSources.length, 1);
  });

  it('a stream that was ended for its age is followed by another at once', async () => {
    const chat = await streaming();
    chat.stream.sayText('event: close\ndata: {"code":1001,"after":0}\n\n');
    await chat.clock.pass(0);
    assert.equal(chat.platform.request('sse/chat').isOpen, true);
    assert.equal(chat.platform.sources.length, 0);
  });

  // Holds 3.4: post something (`ping`) with its `session` each `timings.pingInterval`
  it('a stream shows that its client lives', async () => {
    const chat = await streaming({ transports: ['sse'] });
    const answered = new Set();
    for (let seconds = 0; seconds < 60; seconds++) {
      await heartbeat(chat);
      const posted = chat.platform.request('api/commands');
      if (posted) answered.add(posted);
    }
    const pings = [...answered].map(({ url, body }) => `${new URL(url).search} ${body.map(({ type }) => type)}`);
    assert.deepEqual(pings, Array(60_000 / TIMINGS.pingInterval).fill('?session=s1 ping'));
    assert.equal(chat.client.state, 'live');
  });

  it('a stream that falls silent is left, even if posts are answered', async () => {
    const chat = await streaming({ transports: ['sse'] });
    for (let seconds = 0; seconds < 50; seconds++) {
      await chat.clock.pass(1000);
      const pings = chat.platform.request('api/commands');
      if (pings?.isOpen) pings.answer([{ type: 'pong', data: { n: pings.body[0].data.n } }]);
    }
    assert.equal(chat.client.state, 'waiting');
    assert.ok(chat.all('roundtrip').length > 0);
  });

  it('close leaves nothing that could fire, nor anything open', async () => {
    for (const transport of ['websocket', 'sse', 'long-poll', 'short-poll']) {
      const chat = chatOn(transport);
      if (transport === 'sse') await streamWelcomes(chat);
      chat.platform.request('api/poll')?.answer([welcome(), next(2000)]);
      await chat.clock.pass(1);
      chat.client.post(1, 'hello');
      if (transport !== 'websocket') await untilProbe(chat);
      await chat.client.close();
      const { openSockets, openRequests } = chat.platform;
      assert.deepEqual([openSockets.length, openRequests.length, chat.clock.pending], [0, 0, 0], transport);
    }
  });
});
