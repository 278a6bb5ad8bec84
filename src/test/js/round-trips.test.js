import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Pulse } from '../../../webapp/app/models/pulse.js';
import { Chat, TIMINGS } from './fakes/chat.js';
import { ScriptedClient } from './page-fixtures.js';

describe('A round trip', () => {
  let chat;

  beforeEach(async () => {
    chat = await new Chat().live();
  });

  const lastPing = () => chat.socket.sent.findLast(({ type }) => type === 'ping');
  const pong = (n) => chat.socket.say({ type: 'pong', data: { n, now: 0 } });

  it('is the time from a ping of the heartbeat to its pong (section 4)', async () => {
    await chat.clock.pass(1.5 * TIMINGS.pingInterval);
    await chat.clock.pass(70);
    pong(lastPing().data.n);
    assert.deepEqual([chat.client.roundTrip, chat.all('roundtrip')], [70, [70]]);
  });

  it('is measured on demand', async () => {
    assert.equal(chat.client.roundTrip, null);
    chat.client.ping();
    await chat.clock.pass(12);
    pong(lastPing().data.n);
    assert.equal(chat.client.roundTrip, 12);
    assert.equal(lastPing().data.roundTrip, undefined);
    chat.client.ping();
    assert.equal(lastPing().data.roundTrip, 12, 'the next one tells the server');
  });

  it('is not told by the pong of another ping, nor twice, nor when the clock was set back', async () => {
    chat.client.ping();
    const { n } = lastPing().data;
    chat.client.ping();
    pong(n);
    pong(undefined);
    assert.deepEqual(chat.all('roundtrip'), []);
    pong(lastPing().data.n);
    pong(lastPing().data.n);
    assert.equal(chat.all('roundtrip').length, 1);
    chat.client.ping();
    chat.clock.setBack(5000);
    pong(lastPing().data.n);
    assert.equal(chat.all('roundtrip').length, 1);
  });

  it('is not measured without a line', () => {
    chat.socket.end(1006);
    chat.client.ping();
    assert.equal(lastPing(), undefined);
  });
});

describe('The pulse of the line', () => {
  it('holds the round trips of the last 5 minutes', () => {
    const client = new ScriptedClient();
    let now = 1_000_000;
    const pulse = new Pulse(client, () => now);
    client.fire('roundtrip', 40);
    now += 200_000;
    client.fire('roundtrip', 20);
    assert.deepEqual([pulse.last, pulse.fastest, pulse.slowest], [20, 20, 40]);
    assert.deepEqual(pulse.points(), [{ age: 200_000, millis: 40 }, { age: 0, millis: 20 }]);
    now += 150_000;
    assert.deepEqual(pulse.points(), [{ age: 150_000, millis: 20 }]);
    pulse.close();
    client.fire('roundtrip', 90);
    assert.equal(pulse.last, 20);
  });
});
