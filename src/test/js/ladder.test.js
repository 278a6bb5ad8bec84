import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chat, event, room, welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { FakePlatform } from './fakes/platform.js';

const DAY = 86_400_000;
const next = (after = 0) => ({ type: 'next', data: { cursor: 'c', after } });

/** A chat whose requests wait for the test, and which begins at a transport. */
function chatOn(transport, options = {}) {
  const platform = new FakePlatform().hold();
  const at = platform.now();
  const key = 'holdfast transport http://chat.test/app/';
  if (transport) platform.storage.setItem(key, JSON.stringify({ transport, at }));
  const chat = new Chat(options, platform);
  chat.remembered = () => JSON.parse(platform.storage.getItem(key))?.transport;
  chat.client.connect();
  return chat;
}

/** The stream begins, and the client is welcomed on it. */
async function streamWelcomes({ platform }, welcoming = welcome()) {
  const stream = platform.request('sse/chat').stream();
  stream.say(welcoming);
  await settle();
  return stream;
}

async function streaming(options) {
  const chat = chatOn('sse', options);
  chat.stream = await streamWelcomes(chat);
  return chat;
}

/** The time of the next probe of a better transport. */
async function untilProbe(chat) {
  await chat.clock.pass(15_000);
  assert.equal(chat.socket.url, 'ws://chat.test/app/ws/heartbeat');
}

/** The heartbeat endpoint answers: the change-over begins. */
async function socketWorks(chat) {
  await untilProbe(chat);
  chat.socket.accept();
  chat.socket.sayText('pong');
  await settle();
  assert.equal(chat.socket.url, 'ws://chat.test/app/ws/chat');
}

/** A second in which the server is heard of, both ways. */
async function heartbeat({ clock, platform, stream }) {
  await clock.pass(1000);
  stream.say({ type: 'heads', data: { heads: {} } });
  const posted = platform.request('api/commands');
  if (posted?.isOpen) posted.answer([]);
}

async function resting(chat) {
  while (chat.client.state === 'waiting') {
    chat.source?.say('notice', { after: 0 });
    await chat.clock.pass(chat.clock.nextIn);
  }
}

describe('The ladder goes down', () => {
  it('when a socket does not open in time', async () => {
    const chat = chatOn(null);
    await chat.clock.pass(5000);
    assert.equal(chat.client.state, 'connecting');
    await streamWelcomes(chat);
    assert.deepEqual([chat.client.state, chat.client.status.transport], ['live', 'sse']);
    assert.deepEqual(chat.all('transportchange'), [{ transport: 'sse', previous: null }]);
  });

  it('when sockets break before their welcome twice in a row', async () => {
    const chat = chatOn(null);
    chat.socket.end(1006);
    assert.equal(chat.client.state, 'waiting', 'it may have been the server');
    await resting(chat);
    chat.socket.end(1006);
    await streamWelcomes(chat);
    assert.equal(chat.client.status.transport, 'sse');
  });

  it('past streams that are kept back, to polls', async () => {
    const chat = chatOn('sse');
    chat.platform.request('sse/chat').stream();
    await chat.clock.pass(4000);
    chat.platform.request('api/poll').answer([welcome(), event(1), next()]);
    await settle();
    assert.deepEqual([chat.client.state, chat.client.status.transport], ['live', 'long-poll']);
    assert.deepEqual(chat.all('event').map(({ sequence }) => sequence), [1]);
  });

  it('only among the transports that may be used', async () => {
    const chat = chatOn(null, { transports: ['websocket', 'short-poll'] });
    await chat.clock.pass(5000);
    assert.equal(chat.platform.request('api/poll').body.wait, 0);
    assert.equal(chat.platform.request('sse/chat'), undefined);
  });

  it('and begins at the top again when nothing works: nobody polls because the server was away', async () => {
    const chat = chatOn(null);
    for (let tries = 0; tries < 6; tries++) {
      chat.socket.end(1006);
      for (const path of ['sse/chat', 'api/poll', 'api/poll']) {
        const request = chat.platform.request(path);
        if (request?.isOpen) request.fail();
        await settle();
      }
      assert.equal(chat.client.state, 'waiting');
      await resting(chat);
      assert.ok(chat.socket.readyState === 0, 'a socket is tried first');
    }
  });

  it('not for what the server says of itself', async () => {
    const chat = chatOn(null);
    for (const code of [1013, 4429, 1012, 1001, 1013]) {
      chat.socket.end(code);
      await resting(chat);
    }
    assert.equal(chat.platform.request('sse/chat'), undefined);
  });

  it('when the server can not welcome: it loses the first text, for one', async () => {
    const chat = chatOn(null);
    chat.socket.accept();
    chat.socket.say(event(1));
    assert.equal(chat.socket.closedWith, 4000);
    await chat.clock.pass(0);
    assert.equal(chat.platform.sockets.length, 2, 'the client came back at once');
    chat.socket.accept();
    chat.socket.say(event(1));
    assert.equal(chat.platform.request('sse/chat').isOpen, true);
    assert.deepEqual(chat.all('event'), []);
  });
});

describe('The ladder remembers', () => {
  it('what has stood, for a day, and the next page begins there', async () => {
    const chat = chatOn(null);
    await chat.clock.pass(5000);
    await streamWelcomes(chat);
    await chat.clock.pass(9999);
    assert.equal(chat.remembered(), undefined);
    await chat.clock.pass(1);
    assert.equal(chat.remembered(), 'sse');
    for (const [age, begins] of [[DAY - 1, 'sse/chat'], [DAY, undefined]]) {
      const later = new FakePlatform().hold();
      later.storage = chat.platform.storage;
      later.clock.jump(chat.clock.now() - later.clock.now() + age);
      new Chat({}, later).client.connect();
      assert.equal(later.held[0]?.path.slice(5), begins);
    }
  });

  it('nothing when the best works, and where nothing can be stored', async () => {
    const chat = await new Chat({}, Object.assign(new FakePlatform(), { storage: undefined })).live();
    await chat.clock.pass(10_000);
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const storage = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
    const other = await new Chat({}, Object.assign(new FakePlatform(), { storage })).live();
    await other.clock.pass(10_000);
    assert.deepEqual([chat.client.state, other.client.state], ['live', 'live']);
  });
});

describe('The ladder climbs', () => {
  it('when a socket works again, without the person noticing', async () => {
    const chat = await streaming();
    chat.stream.say(event(1));
    await socketWorks(chat);
    chat.stream.say(event(2));
    await settle();
    chat.socket.accept();
    chat.socket.say(welcome({ rooms: [room({ position: 1, head: 3 })] }), event(2), event(3));
    assert.deepEqual(chat.all('event').map(({ sequence }) => sequence), [1, 2, 3]);
    assert.deepEqual(chat.all('statechange').map(({ state }) => state), ['connecting', 'catching-up', 'live']);
    assert.deepEqual(chat.all('transportchange').at(-1), { transport: 'websocket', previous: 'sse' });
    assert.deepEqual([chat.stream.state, chat.platform.openSockets.length, chat.all('reset').length], ['given up', 1, 1]);
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
    assert.deepEqual(chat.platform.openRequests.map(({ path }) => path), ['/app/sse/chat']);
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
