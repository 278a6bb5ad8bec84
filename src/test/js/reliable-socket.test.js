import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ReliableSocket } from '../../../webapp/holdfast/reliable-socket.js';
import { Bell } from './fakes/bell.js';
import { FakePlatform, RawSocket, recording } from './fakes/platform.js';

const thrown = (name) => (error) => error instanceof DOMException && error.name === name;

describe('A ReliableSocket in the place of a WebSocket', () => {
  it('has its constants, and the members of the connection that there is', () => {
    const { socket, line } = new Bell({ protocols: ['a', 'b'] }).open();
    line.extensions = 'x';
    line.bufferedAmount = 7;
    assert.deepEqual([ReliableSocket.CLOSED, socket.CLOSED, socket.OPEN], [3, 3, 1]);
    const { readyState, url, protocol, extensions, bufferedAmount } = socket;
    assert.deepEqual([readyState, url, protocol, extensions, bufferedAmount], [1, 'ws://bell.test/', 'a', 'x', 7]);
    assert.deepEqual(line.protocols, ['a', 'b']);
  });

  it('takes protocols and options as second and third arguments', () => {
    const platform = new FakePlatform();
    platform.WebSocket = recording(RawSocket, platform.sockets);
    new ReliableSocket('/ticker', 'soap', { platform });
    assert.deepEqual([platform.socket.url, platform.socket.protocols], ['ws://chat.test/ticker', 'soap']);
  });

  it('tells each event to its on… handler and its listeners', () => {
    const { socket, line, platform } = new Bell();
    const heard = [];
    for (const type of ['open', 'message', 'close', 'error'])
      socket[`on${type}`] = function (event) {
        heard.push([type, event.target === this]);
      };
    line.accept();
    line.sayText('x');
    line.end(1006);
    assert.deepEqual(heard, ['open', 'message', 'error', 'close'].map((type) => [type, true]));
    socket.onopen = null;
    assert.equal(platform.openSockets.length, 0);
  });

  it('carries text and binary as they are, and makes each socket of the wanted kind', async () => {
    const bell = new Bell().open();
    const [bytes, blob] = [new Uint8Array([1, 2]), new Blob(['x'])];
    for (const data of ['text', bytes, bytes.buffer, blob]) bell.socket.send(data);
    assert.deepEqual(bell.line.sent, ['text', bytes, bytes.buffer, blob]);
    assert.deepEqual([bell.socket.binaryType, bell.line.binaryType], ['blob', 'blob']);
    bell.socket.binaryType = 'arraybuffer';
    bell.socket.binaryType = 'nonsense';
    assert.equal(bell.line.binaryType, 'arraybuffer');
    bell.line.end(1006);
    await bell.clock.pass(1000);
    assert.equal(bell.line.binaryType, 'arraybuffer');
    bell.open().line.sayText(bytes.buffer);
    assert.equal(bell.heard.at(-1), bytes.buffer);
  });

  it('refuses at once a url that leads nowhere', () => {
    for (const url of ['ws://x.test/#part', 'ftp://x.test/', 'ws://'])
      assert.throws(() => new Bell({}, { url }), thrown('SyntaxError'), url);
  });

  it('refuses options that cannot be meant', () => {
    const wrong = [{ connectTimeout: -1 }, { reconnectDelay: NaN }, { reconnectDelay: { floor: 9, cap: 1 } }];
    for (const options of [...wrong, { heartbeatInterval: 0 }, { queueLimit: '1' }])
      assert.throws(() => new Bell(options), RangeError, JSON.stringify(options));
  });

  it('gives what parse makes of a message, and an error where it makes none', () => {
    const bell = new Bell({ parse: JSON.parse }).open();
    bell.line.sayText('{"a":1}');
    bell.line.sayText('<html>');
    assert.deepEqual(bell.heard, ['open', { a: 1 }, 'error']);
    assert.equal(bell.socket.readyState, 1);
  });
});

describe('A ReliableSocket that is closed', () => {
  it('waits for the server, tells no more messages, and never comes back', async () => {
    const bell = new Bell().open();
    bell.socket.close(3001, 'enough');
    assert.deepEqual([bell.socket.readyState, bell.line.closedWith], [2, 3001]);
    bell.line.sayText('late');
    bell.line.end(3001, 'enough', true);
    await bell.clock.pass(600000);
    assert.deepEqual(bell.heard, ['open', 'close 3001 enough']);
    assert.deepEqual([bell.socket.readyState, bell.platform.sockets.length, bell.clock.pending], [3, 1, 0]);
  });

  it('does not wait for a server that says nothing', async () => {
    const bell = new Bell({ closeTimeout: 500 }).open();
    bell.socket.close();
    await bell.clock.pass(499);
    assert.equal(bell.socket.readyState, 2);
    await bell.clock.pass(1);
    assert.deepEqual(bell.heard.slice(1), ['error', 'close 1006 late']);
    assert.equal(bell.socket.readyState, 3);
  });

  it('is so at once while it opens, waits or is hidden, but tells it later', async () => {
    const before = {
      connecting: () => {},
      waiting: ({ line }) => line.end(1006),
      hidden: ({ platform }) => platform.happen('pagehide'),
    };
    for (const [state, bring] of Object.entries(before)) {
      const bell = new Bell();
      bring(bell);
      bell.heard.length = 0;
      bell.socket.close();
      assert.deepEqual([bell.heard, bell.socket.readyState], [[], 2], state);
      await bell.clock.pass(0);
      assert.equal(bell.heard.at(-1), state === 'connecting' ? 'close 1006 late' : 'close 1000', state);
      assert.deepEqual([bell.socket.readyState, bell.platform.openSockets.length, bell.clock.pending], [3, 0, 0]);
    }
  });

  it('refuses codes, reasons and texts as it should', async () => {
    const { socket, clock } = new Bell().open();
    assert.throws(() => socket.close(1001), thrown('InvalidAccessError'));
    assert.throws(() => socket.close(5000), thrown('InvalidAccessError'));
    assert.throws(() => socket.close(1000, 'é'.repeat(62)), thrown('SyntaxError'));
    socket.close();
    socket.close();
    assert.throws(() => socket.send('x'), thrown('InvalidStateError'));
    await clock.pass(2000);
    assert.throws(() => socket.send('x'), thrown('InvalidStateError'));
  });

  it('hears nothing of the page any more', async () => {
    const { socket, platform, clock } = new Bell().open();
    socket.close();
    await clock.pass(2000);
    for (const type of ['online', 'focus', 'pagehide']) platform.happen(type);
    platform.happen('pageshow', { persisted: true });
    assert.deepEqual([platform.sockets.length, clock.pending], [1, 0]);
  });
});
