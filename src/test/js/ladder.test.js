import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chat, event, welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { chatOn, streamWelcomes, resting, next } from './fakes/ladder.js';
import { FakePlatform } from './fakes/platform.js';

const DAY = 86_400_000;

/** Two long polls are cut. */
async function breaks({ clock, platform }) {
  for (const pause of [1000, 0]) {
    await clock.pass(0);
    platform.request('api/poll').cut();
    await clock.pass(pause);
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
    assert.deepEqual(
      chat.all('event').map(({ sequence }) => sequence),
      [1],
    );
  });

  it('past streams whose welcome came through, but nothing after it', async () => {
    const chat = chatOn('sse');
    chat.platform.request('sse/chat').stream().say(welcome(), event(1));
    await settle();
    const { id } = chat.client.post(1, 'hello');
    await chat.clock.pass(8000);
    chat.platform.request('api/poll').answer([event(2), next()]);
    await settle();
    assert.deepEqual(
      chat.all('statechange').map(({ state }) => state),
      ['connecting', 'catching-up', 'live'],
    );
    assert.equal(chat.client.status.transport, 'long-poll');
    assert.equal(chat.platform.request('api/commands').body[0].data.id, id, 'said again');
  });

  it('at once from what is welcomed and breaks soon, twice in a row, down to short polls', async () => {
    const chat = chatOn('sse');
    for (let time = 0; time < 2; time++) {
      await resting(chat);
      (await streamWelcomes(chat)).cut();
      await settle();
    }
    assert.deepEqual([chat.client.state, chat.client.status.transport], ['live', 'long-poll']);
    for (let time = 0; time < 2; time++) {
      await resting(chat);
      chat.platform.request('api/poll').answer([welcome(), next()]);
      await settle();
      await breaks(chat);
    }
    assert.deepEqual([chat.client.state, chat.platform.request('api/poll').body.wait], ['live', 0]);
    chat.platform.request('api/poll').answer([next(2000)]);
    await settle();
    assert.deepEqual([chat.client.state, chat.client.status.transport], ['live', 'short-poll']);
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
    for (const [age, begins] of [
      [DAY - 1, 'sse/chat'],
      [DAY, undefined],
    ]) {
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
