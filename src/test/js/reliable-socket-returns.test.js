import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Bell } from './fakes/bell.js';
import { settle } from './fakes/clock.js';
import { FakePlatform, RawSocket } from './fakes/platform.js';

const thrown = (name) => (error) => error instanceof DOMException && error.name === name;

describe('A ReliableSocket that lost its connection', () => {
  it('comes back, and each connection has the events of a WebSocket', async () => {
    const bell = new Bell().open();
    bell.line.end(1012, 'restart', true);
    assert.equal(bell.socket.readyState, 0);
    await bell.clock.pass(1000);
    bell.open().line.sayText('hello');
    bell.line.end(1006);
    assert.deepEqual(bell.heard, ['open', 'close 1012 restart', 'open', 'hello', 'error', 'close 1006']);
    assert.deepEqual(bell.log.slice(-2), ['ReliableSocket: connecting → open', 'ReliableSocket: open → waiting (1006)']);
  });

  it('waits with full jitter, longer each time, and afresh after a healthy one', async () => {
    const bell = new Bell({ reconnectDelay: { floor: 100, step: 1000, cap: 3000 }, healthyAfter: 5000 });
    const waits = [];
    const lose = async () => {
      bell.line.end(1006);
      waits.push(bell.clock.nextIn);
      await bell.clock.pass(bell.clock.nextIn);
    };
    for (let n = 0; n < 4; n++) await lose();
    bell.open();
    await bell.clock.pass(4999);
    await lose();
    bell.open();
    await bell.clock.pass(5000);
    await lose();
    assert.deepEqual(waits, [550, 1050, 1550, 1550, 1550, 550]);
  });

  it('waits for a random part of a delay that is one number', async () => {
    const bell = new Bell({ reconnectDelay: 600 });
    bell.platform.random = () => 0.25;
    bell.line.end(1006);
    assert.equal(bell.clock.nextIn, 300);
  });

  it('gives up after so many tries in a row, for good', async () => {
    for (const reconnectLimit of [0, 2]) {
      const bell = new Bell({ reconnectLimit });
      for (let n = 0; n < 9 && bell.socket.readyState < 3; n++) {
        bell.line.end(1006);
        await bell.clock.pass(n < reconnectLimit ? bell.clock.nextIn : 30000);
      }
      assert.deepEqual([bell.platform.sockets.length, bell.socket.readyState], [1 + reconnectLimit, 3]);
      assert.deepEqual([bell.heard.at(-1), bell.clock.pending], ['close 1006', 0]);
    }
  });

  it('gives up a socket that does not open in time, its url included', async () => {
    const bell = new Bell({ connectTimeout: 5000 });
    await bell.clock.pass(5000);
    assert.deepEqual([bell.heard, bell.platform.openSockets.length], [['error', 'close 1006 late'], 0]);
    const slow = new Bell({}, { url: () => new Promise(() => {}) });
    await slow.clock.pass(5000);
    assert.deepEqual(slow.heard, ['error', 'close 1006 late']);
  });

  it('waits as long as the browser when it is told so', async () => {
    const bell = new Bell({ connectTimeout: 0 });
    await bell.clock.pass(3600000);
    assert.deepEqual([bell.heard, bell.clock.pending], [[], 0]);
  });

  it('makes its url anew for each connection, and a url that fails is a connection that fails', async () => {
    let n = 0;
    const url = async () => {
      if (++n === 2) throw new Error('no ticket');
      return `ws://bell.test/?ticket=${n}`;
    };
    const bell = new Bell({}, { url });
    assert.equal(bell.socket.url, '');
    await settle();
    bell.line.end(1006);
    await bell.clock.pass(4000);
    const urls = bell.platform.sockets.map((socket) => socket.url);
    assert.deepEqual(urls, ['ws://bell.test/?ticket=1', 'ws://bell.test/?ticket=3']);
    assert.deepEqual(bell.heard, ['error', 'close 1006', 'error', 'close 1006 no url']);
    assert.equal(bell.socket.url, urls[1]);
  });

  it('drops a url that comes too late', async () => {
    const waiting = [];
    const bell = new Bell({ connectTimeout: 100 }, { url: () => new Promise((resolve) => waiting.push(resolve)) });
    await bell.clock.pass(1000);
    waiting[0]('ws://bell.test/old');
    await settle();
    assert.deepEqual(bell.platform.sockets, []);
    bell.socket.close();
    waiting.at(-1)('ws://bell.test/new');
    await bell.clock.pass(10000);
    assert.deepEqual(bell.platform.sockets, []);
  });

  it('goes on where a socket can not even be made', async () => {
    let n = 0;
    class Fussy extends RawSocket {
      constructor(url) {
        if (++n < 3) throw new DOMException('insecure', 'SecurityError');
        super(url);
      }
    }
    const platform = new FakePlatform();
    const bell = new Bell({ platform: { ...platform, WebSocket: Fussy } }, { platform });
    bell.socket.onerror = ({ error }) => assert.equal(error.name, 'SecurityError');
    await platform.clock.pass(3000);
    assert.equal(n, 3);
    assert.equal(bell.heard.at(-1), 'close 1006 refused');
  });
});

describe('What is sent while there is no connection', () => {
  it('waits, and goes out in order, after what the page says at its open', async () => {
    const bell = new Bell();
    const bytes = new Uint8Array([7, 8]);
    bell.socket.send('one');
    bell.socket.send(bytes.subarray(1));
    assert.equal(bell.socket.bufferedAmount, 4);
    bytes.fill(0);
    bell.socket.onopen = () => bell.socket.send('hello');
    bell.open();
    assert.deepEqual(bell.line.sent, ['hello', 'one', new Uint8Array([8])]);
    assert.equal(bell.socket.bufferedAmount, 0);
  });

  it('waits also when the connection is about to close', async () => {
    const bell = new Bell().open();
    bell.line.readyState = 2;
    bell.socket.send('one');
    bell.line.end(1006);
    await bell.clock.pass(1000);
    bell.open();
    assert.deepEqual(bell.line.sent, ['one']);
  });

  it('is refused when too much waits, or nothing may', () => {
    const bell = new Bell({ queueLimit: 2 });
    bell.socket.send('one');
    bell.socket.send('two');
    assert.throws(() => bell.socket.send('three'), thrown('QuotaExceededError'));
    assert.deepEqual(bell.open().line.sent, ['one', 'two']);
    assert.throws(() => new Bell({ queueLimit: 0 }).socket.send('one'), thrown('InvalidStateError'));
  });

  it('stays when the page closes the socket at its open', () => {
    const bell = new Bell();
    bell.socket.send('one');
    bell.socket.onopen = () => bell.socket.close();
    bell.open();
    assert.deepEqual([bell.line.sent, bell.socket.bufferedAmount], [[], 3]);
  });
});

describe('A ReliableSocket on a page that comes and goes', () => {
  it('leaves with the page, and comes back with it', async () => {
    const bell = new Bell().open();
    bell.platform.happen('pagehide');
    assert.deepEqual([bell.platform.openSockets.length, bell.clock.pending, bell.socket.readyState], [0, 0, 0]);
    bell.socket.send('kept');
    await bell.clock.pass(600000);
    assert.equal(bell.platform.sockets.length, 1);
    bell.platform.happen('pageshow', { persisted: true });
    bell.open();
    assert.deepEqual([bell.heard, bell.line.sent], [['open', 'close 1000 hidden', 'open'], ['kept']]);
  });

  it('does not wait any longer when somebody is back, but not all come in the same moment', async () => {
    for (const wake of [(platform) => platform.happen('online'), (platform) => platform.show('visible')]) {
      const bell = new Bell({ reconnectDelay: { floor: 200, step: 30000 } });
      bell.line.end(1006);
      wake(bell.platform);
      assert.equal(bell.clock.nextIn, 100);
      await bell.clock.pass(99);
      bell.platform.happen('focus');
      assert.equal(bell.clock.nextIn, 1);
    }
  });
});
