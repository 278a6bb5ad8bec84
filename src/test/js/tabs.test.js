import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chat, event, room, welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { GATHERING, Tabs } from './fakes/tabs.js';

describe('Tabs of one browser', () => {
  it('share one connection, and each hears all', async () => {
    const tabs = await Tabs.live(3);
    await tabs.say(event(1), event(2));
    assert.deepEqual(tabs.states, ['live', 'live', 'live']);
    assert.deepEqual(tabs.sequences(), [
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    assert.equal(tabs.all[2].client.status.transport, 'websocket');
  });

  it('are not waited for by the first of them', async () => {
    const tabs = new Tabs();
    const first = new Chat({ shared: true }, tabs.browser.tab(tabs.clock));
    tabs.all.push(first);
    first.client.connect();
    await tabs.clock.pass(tabs.browser.handOverMillis);
    assert.ok(tabs.socket);
  });

  it('have one each where the browser lacks what it takes', async () => {
    const tabs = new Tabs();
    for (let count = 0; count < 2; count++) {
      const platform = Object.assign(tabs.browser.tab(tabs.clock), { BroadcastChannel: undefined });
      const chat = await new Chat({ shared: true }, platform).live();
      assert.equal(chat.client.state, 'live');
    }
  });

  it('begin with the newest events, though the server has told them long ago', async () => {
    const tabs = await Tabs.live(1, welcome({ rooms: [room({ position: 0, head: 80 })] }));
    await tabs.say(...Array.from({ length: 80 }, (_, index) => event(index + 1)));
    const late = await tabs.open();
    assert.deepEqual(
      late.all('reset').map(({ position }) => position),
      [30],
    );
    assert.deepEqual(
      late.all('event').map(({ sequence }) => sequence),
      Array.from({ length: 50 }, (_, at) => 31 + at),
    );
    assert.equal(late.client.state, 'live');
  });

  it('post by the one connection, and each hears its answers', async () => {
    const tabs = await Tabs.live(2);
    const { id, acked } = tabs.all[1].client.post(1, 'from the second');
    await settle();
    assert.deepEqual(tabs.socket.sent.at(-1), { type: 'post', data: { id, room: 1, text: 'from the second' } });
    await tabs.say({ type: 'ack', data: { id, room: 1, sequence: 1, at: 0 } }, event(1, { id }));
    assert.equal((await acked).sequence, 1);
    assert.deepEqual(tabs.sequences(), [[1], [1]]);
  });

  it('measure their own round trips', async () => {
    const tabs = await Tabs.live(2);
    for (const { client } of tabs.all) client.ping();
    await settle();
    const pings = tabs.socket.sent.filter(({ type }) => type === 'ping');
    await tabs.clock.pass(30);
    await tabs.say(...pings.toReversed().map(({ data }) => ({ type: 'pong', data })));
    assert.deepEqual(
      tabs.all.map((chat) => chat.all('roundtrip')),
      [[30], [30]],
    );
  });

  it('are offline together, and come back together', async () => {
    const tabs = await Tabs.live(2);
    await tabs.say(event(1));
    tabs.socket.end(1012);
    await settle();
    assert.deepEqual(tabs.states, ['waiting', 'waiting']);
    assert.deepEqual(
      tabs.all.map(({ client }) => client.status.reason),
      ['restart', 'restart'],
    );
    tabs.all[0].source.say('notice', { after: 400 });
    await settle();
    assert.equal(tabs.all[1].client.status.retryAt, tabs.clock.now() + 400);
    await tabs.clock.pass(400);
    await tabs.serverWelcomes(welcome({ rooms: [room({ position: 1, head: 1 })] }));
    assert.deepEqual(tabs.states, ['live', 'live']);
    assert.equal(tabs.all.flatMap(({ platform }) => platform.sources).length, 1);
    await tabs.say(event(2));
    assert.deepEqual(tabs.sequences(), [
      [1, 2],
      [1, 2],
    ]);
  });

  it('stop together for a code that says so, and begin again when one is told to', async () => {
    const tabs = await Tabs.live(2);
    tabs.socket.end(4426);
    await settle();
    assert.deepEqual(tabs.states, ['stopped', 'stopped']);
    tabs.all[1].client.connect();
    await settle();
    await tabs.serverWelcomes();
    assert.equal(tabs.all[1].client.state, 'live');
  });

  it('have that sent first which the one looks at that came last', async () => {
    const tabs = await Tabs.live(2);
    tabs.socket.end(4426);
    await settle();
    for (const [at, { client }] of tabs.all.entries()) {
      client.first = 7 + at;
      client.connect();
    }
    await settle();
    tabs.socket.accept();
    assert.equal(tabs.socket.sent[0].data.first, 8);
  });

  it('all say that nobody is signed in', async () => {
    const tabs = await Tabs.live(2);
    tabs.socket.end(4401);
    await tabs.clock.pass(0);
    assert.deepEqual(tabs.states, ['stopped', 'stopped']);
    assert.deepEqual(
      tabs.all.map((chat) => chat.all('signedout').length),
      [1, 1],
    );
  });

  it('do not notice that the connection changes over', async () => {
    const tabs = new Tabs();
    const first = tabs.browser.tab(tabs.clock).hold();
    first.storage.setItem(
      'holdfast transport http://chat.test/app/',
      JSON.stringify({ transport: 'sse', at: 1_000_000 }),
    );
    tabs.all.push(new Chat({ shared: true, storage: tabs.storage }, first));
    tabs.all[0].client.connect();
    await tabs.clock.pass(GATHERING);
    first.request('sse/chat').stream().say(welcome(), { type: 'heads', data: { heads: {} } });
    await settle();
    const second = await tabs.open();
    const { id } = second.client.post(1, 'on its way');
    await tabs.clock.pass(15_000);
    first.socket.accept();
    first.socket.sayText('pong');
    await settle();
    await tabs.serverWelcomes();
    assert.deepEqual(tabs.socket.sent.at(-1).data.id, id, 'the hub says it again');
    await tabs.say({ type: 'ack', data: { id, room: 1, sequence: 1, at: 0 } });
    assert.deepEqual(second.client.outbox, []);
    assert.deepEqual(
      second.all('statechange').map(({ state }) => state),
      ['connecting', 'catching-up', 'live'],
    );
    assert.deepEqual(
      second.all('transportchange').map(({ transport }) => transport),
      ['sse', 'websocket'],
    );
  });
});
