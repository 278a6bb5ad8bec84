import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chat, TIMINGS, welcome } from './fakes/chat.js';
import { FakeClock, settle } from './fakes/clock.js';
import { FakePlatform } from './fakes/platform.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HEADS = { type: 'heads', data: { heads: {} } };

/** That of a tab which has been hidden for 5 minutes: Chromium rings its alarms once a minute. */
class ThrottledClock extends FakeClock {
  constructor() {
    super();
    const { setTimeout, now } = this;
    this.setTimeout = (task, ms) => setTimeout(task, Math.ceil((now() + ms) / MINUTE) * MINUTE - now());
  }
}

/** A chat in a hidden tab, and a server that answers. */
class HiddenTab {
  /** When the client said something, from one time to the next. */
  pauses = [];
  #saidAt;

  constructor(transport) {
    this.platform = new FakePlatform(new ThrottledClock()).hold();
    this.chat = new Chat({ transports: [transport] }, this.platform);
    this.chat.client.connect();
  }

  static async on(transport) {
    const tab = new HiddenTab(transport);
    if (transport === 'websocket') tab.chat.socket.accept();
    else tab.stream = tab.platform.request('sse/chat').stream();
    tab.say(welcome());
    tab.say(HEADS);
    await settle();
    assert.equal(tab.chat.client.state, 'live');
    tab.#saidAt = tab.platform.now();
    return tab;
  }

  say(...frames) {
    (this.stream ?? this.chat.socket).say(...frames);
  }

  /** The server answers each ping, and perhaps says its own heartbeats. */
  async pass(ms, { beats }) {
    for (let second = 1; second <= ms / 1000; second++) {
      await this.platform.clock.pass(1000);
      if (beats && (second * 1000) % TIMINGS.pingInterval === 0) this.say(HEADS);
      for (const pings of this.#pings()) this.#answer(pings);
      await settle();
    }
  }

  #pings() {
    if (!this.stream) return [this.chat.socket.sent.splice(0).filter(({ type }) => type === 'ping')];
    return this.platform.openRequests.filter(({ path }) => path.endsWith('commands'));
  }

  #answer(asked) {
    const pings = [asked.body ?? asked].flat();
    if (pings.length === 0) return;
    this.pauses.push(this.platform.now() - this.#saidAt);
    this.#saidAt = this.platform.now();
    const pongs = pings.map(({ data }) => ({ type: 'pong', data }));
    if (asked.body) asked.answer(pongs);
    else this.say(...pongs);
  }
}

for (const transport of ['websocket', 'sse'])
  describe(`A hidden tab with its alarms a minute late, over ${transport}`, () => {
    for (const beats of [true, false])
      it(`stays live${beats ? '' : ', though nothing but answers comes'}`, async () => {
        const tab = await HiddenTab.on(transport);
        await tab.pass(HOUR, { beats });
        assert.deepEqual(
          tab.chat.all('statechange').map(({ state }) => state),
          ['connecting', 'catching-up', 'live'],
        );
      });

    it('finds out all the same that its line is dead', async () => {
      const tab = await HiddenTab.on(transport);
      await tab.pass(HOUR, { beats: true });
      await tab.platform.clock.pass(TIMINGS.silenceLimit + 2 * MINUTE);
      assert.deepEqual([tab.chat.client.state, tab.chat.client.status.reason], ['waiting', 'silent']);
    });
  });

describe('A hidden tab that has to speak for itself, over an event stream', () => {
  it('is heard in time, though it wakes up more seldom than it was told', async () => {
    const tab = await HiddenTab.on('sse');
    await tab.pass(HOUR, { beats: true });
    const { pauses } = tab;
    assert.ok(pauses.length > 50, 'premise');
    assert.ok(Math.max(...pauses) > TIMINGS.silenceLimit, 'premise');
    assert.ok(Math.max(...pauses) < TIMINGS.evictAfter, `the server heard nothing for ${Math.max(...pauses)} ms`);
  });
});
