import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closeCodes } from '../../../webapp/holdfast/codes.js';
import { Chat, event, room, TIMINGS, welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { FakePlatform } from './fakes/platform.js';

const SIGNED_IN = () => ({ status: 200, body: { id: 7, name: 'ada', displayName: 'Ada', role: 'member' } });
const codesThat = (word) => Object.keys(closeCodes).filter((code) => closeCodes[code].reconnect === word).map(Number);

describe('After a close code (section 5.1)', () => {
  it('that says yes, the client comes back', async () => {
    assert.ok(codesThat('yes').length > 5);
    for (const code of [...codesThat('yes'), 4999]) {
      const chat = await new Chat().live();
      chat.socket.end(code);
      assert.equal(chat.client.state, 'waiting');
      assert.equal(chat.platform.openSources.length, 1, `code ${code}`);
    }
  });

  it('that says no, the client stops until it is told to connect', async () => {
    assert.ok(codesThat('no').length > 3);
    for (const code of codesThat('no')) {
      const chat = await new Chat().live();
      chat.socket.end(code);
      chat.platform.happen('online');
      await chat.clock.pass(600000);
      assert.deepEqual([chat.client.state, chat.platform.sockets.length], ['stopped', 1], `code ${code}`);
      assert.equal(chat.client.status.reason, closeCodes[code].name);
      await chat.live();
      assert.equal(chat.client.state, 'live');
    }
  });

  it('that says log in, the client asks, and comes back when it is signed in', async () => {
    for (const code of codesThat('login')) {
      const chat = await new Chat().live();
      chat.platform.answer = SIGNED_IN;
      chat.socket.end(code);
      await settle();
      assert.equal(chat.platform.requests[0].url, 'http://chat.test/app/api/session');
      assert.deepEqual([chat.client.state, chat.platform.openSources.length], ['waiting', 1]);
    }
  });

  it('that says log in, the client stops and says so when it is signed out', async () => {
    const chat = await new Chat().live();
    chat.socket.end(4401);
    await settle();
    assert.equal(chat.client.state, 'stopped');
    assert.equal(chat.all('signedout').length, 1);
    assert.deepEqual([chat.client.account, chat.client.rooms.size], [null, 0]);
  });

  it('that says log in, the client keeps trying when nobody answers', async () => {
    const chat = await new Chat().live();
    chat.platform.answer = () => {
      throw new TypeError('failed to fetch');
    };
    chat.socket.end(1008);
    await settle();
    assert.deepEqual([chat.client.state, chat.platform.openSources.length], ['waiting', 1]);
  });

  it('does not act on an answer about a login that nobody waits for any more', async () => {
    const chat = await new Chat().live();
    chat.socket.end(1008);
    await chat.client.close();
    await settle();
    assert.deepEqual([chat.client.state, chat.all('signedout').length], ['closed', 0]);
  });
});

describe('A line with heads in each interval', () => {
  it('says nothing of its own: the browser answers the pings (section 5)', async () => {
    const chat = await new Chat().live();
    for (let times = 0; times < 6; times++) {
      await chat.clock.pass(TIMINGS.pingInterval + 1_000);
      chat.socket.say({ type: 'heads', data: { now: 0, heads: {} } });
    }
    assert.deepEqual([chat.socket.types, chat.client.state], [['hello'], 'live']);
  });
});

describe('A silent line', () => {
  it('is given up, and not waited for (section 5)', async () => {
    const chat = await new Chat().live();
    await chat.clock.pass(TIMINGS.silenceLimit);
    assert.deepEqual(chat.socket.types, ['hello', 'ping'], 'asked once its heads are late');
    assert.equal(chat.socket.closedWith, 4001);
    assert.equal(chat.client.state, 'waiting');
    assert.equal(chat.platform.openSources.length, 1);
  });

  it('is given up when no welcome comes', async () => {
    const chat = new Chat();
    chat.client.connect();
    chat.socket.accept();
    await chat.clock.pass(10000);
    assert.deepEqual([chat.client.state, chat.socket.closedWith], ['waiting', 4001]);
  });

  it('is probed when somebody comes back, and left after 3 s without an answer', async () => {
    const wakes = [(p) => p.show('visible'), ...['online', 'focus', 'pageshow'].map((type) => (p) => p.happen(type))];
    for (const wake of wakes) {
      const chat = await new Chat().live();
      chat.clock.jump(TIMINGS.pingInterval + 1);
      wake(chat.platform);
      assert.equal(chat.socket.types.at(-1), 'ping');
      await chat.clock.pass(3000);
      assert.deepEqual([chat.socket.closedWith, chat.client.state], [4001, 'waiting']);
    }
  });

  it('is not probed by a page that goes out of sight', async () => {
    const chat = await new Chat().live();
    chat.clock.jump(TIMINGS.pingInterval + 1);
    chat.platform.show('hidden');
    assert.deepEqual(chat.socket.types, ['hello']);
  });

  it('is probed when the device says it is offline, and kept when it answers', async () => {
    const chat = await new Chat().live();
    chat.platform.happen('offline');
    assert.equal(chat.socket.types.at(-1), 'ping');
    chat.socket.say({ type: 'pong', data: {} });
    await chat.clock.pass(3000);
    assert.equal(chat.client.state, 'live');
  });
});

describe('A page', () => {
  it('that goes closes its connection, and connects when it comes back from the cache', async () => {
    const chat = await new Chat().live();
    chat.platform.happen('pagehide', { persisted: true });
    assert.deepEqual([chat.socket.closedWith, chat.client.state, chat.clock.pending], [1000, 'waiting', 0]);
    assert.equal(chat.platform.openSources.length, 0);
    chat.platform.happen('pageshow', { persisted: true });
    assert.equal(chat.platform.openSources.length, 1);
  });

  it('that goes while waiting leaves no stream open', async () => {
    const chat = await new Chat().live();
    chat.socket.end(1006);
    chat.platform.happen('pagehide', { persisted: true });
    assert.deepEqual([chat.platform.openSources.length, chat.clock.pending], [0, 0]);
  });

  it('hears nothing more after close', async () => {
    const chat = await new Chat().live();
    await chat.client.close();
    for (const type of ['online', 'focus', 'pageshow', 'pagehide', 'offline']) chat.platform.happen(type);
    await chat.clock.pass(600000);
    assert.deepEqual([chat.client.state, chat.platform.sockets.length], ['closed', 1]);
  });

  it('opens and closes many times, and leaves nothing behind', async () => {
    const chat = new Chat({ transports: ['websocket'] });
    for (let times = 0; times < 50; times++) {
      await chat.live();
      await chat.cut();
      await chat.client.close();
    }
    const { openSockets, openSources } = chat.platform;
    assert.deepEqual([openSockets.length, openSources.length, chat.clock.pending], [0, 0, 0]);
    await chat.live();
    chat.clock.jump(TIMINGS.pingInterval + 1);
    chat.platform.happen('focus');
    assert.deepEqual(chat.socket.types, ['hello', 'ping'], 'one listener is left, not fifty');
  });
});

describe('A connection', () => {
  it('whose socket can not be made is tried again, with a backoff, and stands when it can', async () => {
    const platform = new FakePlatform();
    let tries = 0;
    let isForbidden = true;
    platform.WebSocket = class extends platform.WebSocket {
      constructor(url) {
        tries++;
        if (isForbidden) throw new DOMException('insecure', 'SecurityError');
        super(url);
      }
    };
    const chat = new Chat({ transports: ['websocket'] }, platform);
    chat.client.connect();
    assert.equal(chat.client.state, 'waiting');
    await chat.clock.pass(60_000);
    assert.ok(tries > 1 && tries < 60, `${tries} tries in a minute`);
    isForbidden = false;
    while (chat.platform.sockets.length === 0) await chat.clock.pass(1000);
    await chat.welcomed();
    assert.equal(chat.client.state, 'live');
  });

  it('that broke at once is not followed by a storm of others', async () => {
    const chat = await new Chat().live();
    for (let times = 0; times < 5; times++) await chat.cut();
    const begun = chat.platform.sockets.length;
    assert.ok(begun < 4, `${begun} sockets within moments`);
  });

  it('that stood for a minute is followed by another at once', async () => {
    const chat = await new Chat().live();
    await chat.cut();
    await chat.welcomed();
    for (let seconds = 0; seconds < 60; seconds++) {
      await chat.clock.pass(1000);
      chat.socket.say({ type: 'pong', data: {} });
    }
    chat.socket.end(1006);
    assert.equal(chat.platform.openSources.length, 1);
  });

  it('hands on nothing after a gap, not even what is in the same message', async () => {
    const chat = await new Chat().live();
    chat.socket.say(event(1), event(3), event(2));
    assert.deepEqual(chat.all('event').map(({ sequence }) => sequence), [1]);
  });

  it('resumes when a head is out of reach (section 3.3)', async () => {
    const chat = await new Chat().live(welcome({ rooms: [room()] }));
    chat.socket.say({ type: 'heads', data: { heads: { 1: 1 } } });
    assert.equal(chat.socket.closedWith, 4000);
  });
});
