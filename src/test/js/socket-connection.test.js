import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { SocketConnection } from '../../../webapp/holdfast/socket-connection.js';
import { FakePlatform } from './fakes/platform.js';

describe('SocketConnection', () => {
  let platform, heard, connection;

  beforeEach(() => {
    platform = new FakePlatform();
    heard = [];
    connection = new SocketConnection(platform, 'ws://chat.test/ws/chat', 5000, {
      hello: () => ({ type: 'hello' }),
      onOpen: () => heard.push('open'),
      onFrames: (frames) => heard.push(...frames.map(({ type }) => type)),
      onEnd: (code) => heard.push(code),
    });
    connection.open();
  });

  it('hands on the frames of a message (section 2)', () => {
    platform.socket.accept();
    platform.socket.say({ type: 'welcome' }, { type: 'heads' });
    platform.socket.say({ type: 'pong' });
    assert.deepEqual(heard, ['open', 'welcome', 'heads', 'pong']);
  });

  it('takes a socket that can not even be made for one that ended', () => {
    platform.WebSocket = class {
      constructor() {
        throw new DOMException('insecure', 'SecurityError');
      }
    };
    connection.open();
    assert.deepEqual(heard, [1006]);
    assert.equal(platform.clock.pending, 0);
  });

  it('gives up a socket that does not open in time', async () => {
    await platform.clock.pass(4999);
    assert.deepEqual(heard, []);
    await platform.clock.pass(1);
    assert.deepEqual(heard, [4001]);
    assert.equal(platform.socket.closedWith, 4001);
  });

  it('lets a socket that opened in time stand', async () => {
    platform.socket.accept();
    await platform.clock.pass(60000);
    assert.deepEqual(heard, ['open']);
  });

  it('does not wait for the close of a socket it gives up, nor listens to it again', () => {
    const old = platform.socket;
    old.accept();
    connection.drop(4001);
    connection.open();
    old.say({ type: 'event' });
    old.end(1006);
    assert.deepEqual(heard, ['open', 4001]);
    assert.equal(platform.openSockets.length, 1);
  });

  it('says nothing of a socket that it leaves', () => {
    platform.socket.accept();
    connection.leave();
    assert.deepEqual(heard, ['open']);
    assert.equal(platform.socket.closedWith, 1000);
  });

  it('has one socket at most', () => {
    connection.open();
    connection.open();
    assert.equal(platform.openSockets.length, 1);
  });

  it('sends on an open socket only, and says whether it did', () => {
    assert.equal(connection.send({ type: 'ping' }), false);
    platform.socket.accept();
    assert.equal(connection.send({ type: 'ping' }), true);
    platform.socket.readyState = 2;
    assert.equal(connection.send({ type: 'ping' }), false);
    assert.deepEqual(platform.socket.sent, [{ type: 'hello' }, { type: 'ping' }]);
  });

  // Holds 3.1: take any other frame there for a gap
  it('takes it for a gap when anything but a refusal or a bye comes before the welcome (section 3.1)', () => {
    platform.socket.accept();
    platform.socket.say({ type: 'bye' });
    platform.socket.say({ type: 'refused' }, { type: 'event' });
    assert.deepEqual(heard, ['open', 'bye', 4000]);
    assert.equal(platform.socket.closedWith, 4000);
  });

  it('takes what it cannot read for a gap', () => {
    for (const text of ['<html>', '{"type":"event"}']) {
      connection.open();
      platform.socket.accept();
      platform.socket.onmessage({ data: text });
      assert.equal(heard.at(-1), 4000);
    }
  });
});
