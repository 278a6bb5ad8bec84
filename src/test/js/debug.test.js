import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Poller } from '../../../webapp/holdfast/poller.js';
import { Bell } from './fakes/bell.js';
import { FakePlatform } from './fakes/platform.js';
import { Reader } from './fakes/reader.js';

/** Each of them opens, breaks and is closed. */
const lives = {
  async ReliableSocket(options) {
    const bell = new Bell(options).open();
    bell.line.end(1012, 'restart', true);
    bell.socket.close();
    await bell.clock.pass(0);
    return ['connecting', 'open', 'waiting (restart)', 'closing', 'closed (1000)'];
  },
  async ReliableEventSource(options) {
    const reader = await new Reader(options).stream();
    await reader.cut();
    reader.source.close();
    return ['connecting', 'open', 'waiting (cut)', 'closed'];
  },
  async Poller(options) {
    const platform = new FakePlatform();
    const poller = new Poller({ platform, request: () => Promise.reject(new Error('down')), ...options });
    poller.start();
    await platform.clock.pass(0);
    poller.stop();
    return ['connecting', 'waiting (Error: down)', 'closed'];
  },
};

/** What the option is to say of these states: each move, from one to the next. */
function linesOf(name, states) {
  const bare = ['closed', ...states].map((state) => state.replace(/ .*/, ''));
  return states.map((state, at) => `${name}: ${bare[at]} → ${state}`);
}

for (const [name, live] of Object.entries(lives))
  describe(`The option debug of a ${name}`, () => {
    it('has each move logged on the console, with the reason', async (test) => {
      const console = test.mock.method(globalThis.console, 'debug', () => {});
      const states = await live({ debug: true });
      assert.deepEqual(
        console.mock.calls.map((call) => call.arguments),
        linesOf(name, states).map((line) => [line]),
      );
    });

    it('is told each move if it is a function, and the console is not', async (test) => {
      const console = test.mock.method(globalThis.console, 'debug', () => {});
      const lines = [];
      const states = await live({ debug: (line) => lines.push(line) });
      assert.deepEqual([lines, console.mock.callCount()], [linesOf(name, states), 0]);
    });

    it('is off by default', async (test) => {
      const console = test.mock.method(globalThis.console, 'debug', () => {});
      await live({ debug: undefined });
      assert.equal(console.mock.callCount(), 0);
    });
  });
