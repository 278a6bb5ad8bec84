import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LateRoad } from '../../../webapp/holdfast/late-road.js';
import { Chat } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { LOCK, Tabs } from './fakes/tabs.js';

/** A road whose parts write down what they are asked. */
function diary() {
  const done = [];
  const part = (name) => ({
    name,
    open: () => done.push(`${name} open`),
    begin: (after) => done.push(`${name} begin ${after}`),
    send: () => true,
    get transport() {
      return 'sse';
    },
    retryAt: 7,
  });
  const road = { line: () => part('line'), reconnect: () => part('reconnect'), close: () => done.push('close') };
  return { done, road };
}

describe('A road that is laid late', () => {
  it('does then what it was asked meanwhile, in order, and from then on at once', async () => {
    const { done, road } = diary();
    let lay;
    const late = new LateRoad(new Promise((resolve) => (lay = resolve)));
    const [line, reconnect] = [late.line({}), late.reconnect({})];
    line.open();
    reconnect.begin(3);
    late.close();
    line.open();
    assert.deepEqual([done, line.send(), line.transport, reconnect.retryAt], [[], false, 'websocket', null]);
    lay(road);
    await settle();
    assert.deepEqual(done, ['line open', 'reconnect begin 3', 'close', 'line open']);
    assert.deepEqual([line.send(), line.transport, reconnect.retryAt], [true, 'sse', 7]);
    reconnect.begin(4);
    assert.equal(done.at(-1), 'reconnect begin 4');
  });

  it('leaves nothing behind when the client was closed before', async () => {
    const tabs = new Tabs();
    const { client } = new Chat({ shared: true }, tabs.browser.tab(tabs.clock));
    client.connect();
    client.close();
    await tabs.clock.pass(1000);
    assert.deepEqual([client.state, tabs.browser.openChannels], ['closed', 0]);
    assert.deepEqual([tabs.browser.wishes(LOCK), tabs.clock.pending], [0, 0]);
  });

  it('comes in time for a client that left with its page, and came back', async () => {
    const tabs = new Tabs();
    const { client, platform } = new Chat({ shared: true }, tabs.browser.tab(tabs.clock));
    client.connect();
    platform.happen('pagehide');
    platform.happen('pageshow', { persisted: true });
    await tabs.clock.pass(1000);
    assert.deepEqual([client.state, platform.openSockets.length], ['connecting', 1]);
  });
});
