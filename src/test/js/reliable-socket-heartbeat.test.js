import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Bell } from './fakes/bell.js';

const BEAT = { heartbeat: true, heartbeatInterval: 20000, heartbeatTimeout: 30000 };
const ENGINE_IO = { heartbeat: true, ping: null, pong: '2', answer: '3', heartbeatInterval: 25000, heartbeatTimeout: 20000 };

describe('The heartbeat of a ReliableSocket', () => {
  it('is none unless it is wanted', async () => {
    const bell = new Bell().open();
    await bell.clock.pass(3600000);
    bell.line.sayText('pong');
    assert.deepEqual([bell.line.sent, bell.heard, bell.clock.pending], [[], ['open', 'pong'], 0]);
  });

  it('pings, keeps the pongs from the page, and lets a line stand that answers', async () => {
    const bell = new Bell(BEAT).open();
    for (let n = 0; n < 9; n++) {
      await bell.clock.pass(20000);
      bell.line.sayText('pong');
    }
    assert.deepEqual([bell.line.sent, bell.heard], [Array(9).fill('ping'), ['open']]);
  });

  it('takes any message for life', async () => {
    const bell = new Bell(BEAT).open();
    for (let n = 0; n < 9; n++) {
      await bell.clock.pass(40000);
      bell.line.sayText('news');
    }
    assert.deepEqual(bell.heard, ['open', ...Array(9).fill('news')]);
  });

  it('gives a silent line up without waiting for its close, and does not hear it again', async () => {
    const bell = new Bell(BEAT).open();
    const old = bell.line;
    await bell.clock.pass(50000);
    assert.deepEqual([bell.heard, bell.platform.openSockets.length], [['open', 'error', 'close 1006 silent'], 0]);
    await bell.clock.pass(1000);
    bell.open();
    old.sayText('late');
    old.end(1006);
    assert.deepEqual(bell.heard.slice(3), ['open']);
  });

  it('says what it is told to', async () => {
    let n = 0;
    const bell = new Bell({ ...BEAT, ping: () => `{"ping":${++n}}`, pong: (data) => data.startsWith('{"pong"') }).open();
    await bell.clock.pass(40000);
    bell.line.sayText('{"pong":2}');
    bell.line.sayText('{"ping":9}');
    assert.deepEqual([bell.line.sent, bell.heard], [['{"ping":1}', '{"ping":2}'], ['open', '{"ping":9}']]);
  });

  it('answers a server that pings, and never pings itself', async () => {
    const bell = new Bell(ENGINE_IO).open();
    for (let n = 0; n < 4; n++) {
      await bell.clock.pass(25000);
      bell.line.sayText('2');
    }
    bell.clock.jump(10000);
    for (const type of ['focus', 'offline']) bell.platform.happen(type);
    await bell.clock.pass(34999);
    assert.deepEqual([bell.line.sent, bell.heard], [Array(4).fill('3'), ['open']]);
    await bell.clock.pass(1);
    assert.equal(bell.heard.at(-1), 'close 1006 silent');
  });

  it('asks a quiet line to prove itself when somebody is back', async () => {
    for (const wake of [(platform) => platform.happen('pageshow'), (platform) => platform.show('visible')]) {
      const bell = new Bell(BEAT).open();
      bell.clock.jump(30000);
      wake(bell.platform);
      assert.deepEqual(bell.line.sent, ['ping']);
      await bell.clock.pass(3000);
      assert.equal(bell.heard.at(-1), 'close 1006 silent');
    }
  });

  it('asks when the device says that it is offline, which may be wrong', async () => {
    const bell = new Bell(BEAT).open();
    bell.platform.happen('offline');
    bell.line.sayText('pong');
    await bell.clock.pass(4000);
    assert.deepEqual([bell.line.sent, bell.heard], [['ping'], ['open']]);
  });

  it('asks before it gives up a line that it slept over', async () => {
    const bell = new Bell(BEAT).open();
    bell.clock.jump(3600000);
    await bell.clock.pass(0);
    assert.deepEqual([bell.line.sent, bell.heard], [['ping'], ['open']]);
    bell.line.sayText('pong');
    await bell.clock.pass(10000);
    assert.equal(bell.socket.readyState, 1);
  });
});
