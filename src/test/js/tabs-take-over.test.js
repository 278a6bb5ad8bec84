import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeBrowser, PlainBrowser } from './fakes/browser.js';
import { event, room, TIMINGS, welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { GATHERING, LOCK, Tabs } from './fakes/tabs.js';

for (const [where, Browser] of [['', FakeBrowser], [' on plain http', PlainBrowser]]) {
  const live = (count) => Tabs.live(count, undefined, Browser);

  describe(`When the tab that holds the connection${where}`, () => {
    it('is closed, another takes over within a second, unnoticed, and nothing is lost', async () => {
      const tabs = await live(3);
      await tabs.say(event(1));
      const { id } = tabs.all[1].client.post(1, 'in between');
      await settle();
      await tabs.crash(tabs.all[0]);
      const { data } = (tabs.socket.accept(), tabs.socket.sent[0]);
      assert.equal(data.positions[1].sequence, 0, 'it asks for what a new tab would need, too');
      await tabs.say(welcome({ rooms: [room({ position: 0, head: 2 })] }), event(1), event(2));
      assert.deepEqual(tabs.sequences().slice(1), [
        [1, 2],
        [1, 2],
      ]);
      assert.equal(tabs.socket.sent.find(({ type }) => type === 'post').data.id, id);
      for (const { client, all } of tabs.all.slice(1)) assert.equal(client.state, 'live');
      assert.deepEqual(
        tabs.all[2].all('statechange').map(({ state }) => state),
        ['connecting', 'catching-up', 'live'],
      );
      assert.deepEqual(tabs.all[2].all('reset').length, 1);
    });

    it('is closed while hidden ones wait before the one that is shown, that one takes over', async () => {
      const tabs = await live(4);
      for (const { platform } of tabs.all.slice(1, 3)) platform.show('hidden');
      await tabs.crash(tabs.all[0]);
      await tabs.serverWelcomes();
      assert.deepEqual(
        tabs.all.map(({ platform }) => platform.openSockets.length),
        [0, 0, 0, 1],
      );
      await tabs.say(event(1));
      assert.deepEqual(tabs.sequences().slice(1), [[1], [1], [1]]);
    });

    it('leaves the chat, the others go on', async () => {
      const tabs = await live(2);
      await tabs.all[0].client.close();
      await tabs.handOver();
      await tabs.serverWelcomes();
      assert.deepEqual(tabs.states, ['closed', 'live']);
    });

    it('goes into the cache, the others go on, and it comes back as one of them', async () => {
      const tabs = await live(2);
      tabs.all[0].platform.happen('pagehide', { persisted: true });
      await tabs.handOver();
      await tabs.serverWelcomes();
      await tabs.say(event(1));
      tabs.all[0].platform.happen('pageshow', { persisted: true });
      await tabs.handOver();
      assert.deepEqual(tabs.states, ['live', 'live']);
      assert.deepEqual(tabs.sequences(), [[1], [1]]);
      assert.equal(tabs.browser.wishes(LOCK), 2);
    });

    it('sleeps, a tab that somebody looks at takes its place', async () => {
      const tabs = await live(2);
      tabs.browser.freeze(tabs.all[0].platform);
      tabs.clock.jump(TIMINGS.pingInterval + 1);
      tabs.all[1].platform.happen('focus');
      await tabs.clock.pass(3000 + GATHERING);
      await tabs.serverWelcomes();
      assert.equal(tabs.all[1].client.state, 'live');
    });

    it('is hidden while it comes back, a tab that somebody looks at takes its place', async () => {
      const tabs = await live(2);
      tabs.all[0].platform.show('hidden');
      tabs.socket.end(1006);
      await tabs.handOver();
      assert.equal(tabs.all[1].platform.openSockets.length, 1);
      await tabs.serverWelcomes();
      assert.deepEqual(tabs.states, ['live', 'live']);
    });
  });

  describe(`A tab${where}`, () => {
    it('that was away for long goes on where it was: the server is asked once more', async () => {
      const tabs = await live(2);
      const [, sleeper] = tabs.all;
      sleeper.platform.happen('pagehide', { persisted: true });
      const missed = Array.from({ length: 300 }, (_, index) => event(index + 1));
      await tabs.say(...missed);
      sleeper.platform.happen('pageshow', { persisted: true });
      await settle();
      assert.equal((tabs.socket.accept(), tabs.socket.sent[0].data.positions[1].sequence), 0);
      await tabs.say(welcome({ rooms: [room({ position: 0, head: 300 })] }), ...missed);
      await tabs.clock.pass(1000);
      for (const sequences of tabs.sequences())
        assert.deepEqual(
          sequences,
          missed.map(({ data }) => data.sequence),
        );
      assert.deepEqual(tabs.states, ['live', 'live']);
    });

    it('is told when the server can not go on where it was', async () => {
      const tabs = await live(2);
      const [, sleeper] = tabs.all;
      sleeper.platform.happen('pagehide', { persisted: true });
      await tabs.say(...Array.from({ length: 300 }, (_, index) => event(index + 1)));
      sleeper.platform.happen('pageshow', { persisted: true });
      await settle();
      await tabs.serverWelcomes(welcome({ rooms: [room({ position: 250, head: 300, reset: 'expired' })] }));
      await tabs.say(...Array.from({ length: 50 }, (_, index) => event(index + 251)));
      await tabs.clock.pass(1000);
      assert.equal(sleeper.all('reset').at(-1).reset, 'expired');
      assert.deepEqual(tabs.states, ['live', 'live']);
      assert.equal(sleeper.all('event').at(-1).sequence, 300);
    });

    it('in which another account signs in renews the connection', async () => {
      const tabs = await live(2);
      const ben = { id: 8, name: 'ben', displayName: 'Ben', role: 'member', log: 101, epoch: 'a', position: 0, head: 0 };
      tabs.all[1].platform.answer = () => ({ status: 200, body: ben });
      await tabs.all[1].client.http.login({ name: 'ben', password: 'correct horse' });
      await settle();
      tabs.socket.accept();
      assert.equal(tabs.socket.sent[0].data.session, undefined);
      for (let times = 0; times < 3; times++) {
        if (tabs.socket.readyState === 0) tabs.socket.accept();
        await tabs.say(welcome({ account: ben }));
      }
      assert.deepEqual(
        tabs.all.map(({ client }) => client.account?.name),
        ['ben', 'ben'],
      );
    });

    it('leaves nothing behind when it is closed', async () => {
      const tabs = await live(3);
      for (const { client } of tabs.all) {
        await client.close();
        await tabs.handOver();
      }
      const open = tabs.all.flatMap(({ platform }) => [...platform.openSockets, ...platform.openSources]);
      assert.deepEqual(
        [open.length, tabs.clock.pending, tabs.browser.openChannels, tabs.browser.wishes(LOCK)],
        [0, 0, 0, 0],
      );
    });
  });
}
