import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Poller } from '../../../webapp/holdfast/poller.js';
import { settle } from './fakes/clock.js';
import { FakePlatform } from './fakes/platform.js';

/** A Poller whose requests the test answers. */
class Desk {
  platform = new FakePlatform();
  asked = [];
  heard = [];

  constructor(options = {}) {
    const request = (signal, last) =>
      new Promise((resolve, reject) => this.asked.push({ signal, last, resolve, reject }));
    this.poller = new Poller({ request, platform: this.platform, ...options });
    this.poller.onresponse = ({ response }) => this.heard.push(response);
    this.poller.onerror = ({ error }) => this.heard.push(error.name);
  }

  get clock() {
    return this.platform.clock;
  }

  async answer(response) {
    this.asked.at(-1).resolve(response);
    await settle();
  }

  async fail(error = new TypeError('failed to fetch')) {
    this.asked.at(-1).reject(error);
    await settle();
  }
}

describe('A Poller', () => {
  it('asks again after a delay, one request at a time', async () => {
    const desk = new Desk({ delay: 500 });
    assert.equal(desk.poller.isRunning, false);
    desk.poller.start();
    desk.poller.start();
    await desk.clock.pass(20000);
    assert.equal(desk.asked.length, 1);
    await desk.answer('one');
    await desk.clock.pass(499);
    assert.equal(desk.asked.length, 1);
    await desk.clock.pass(1);
    assert.deepEqual([desk.asked.length, desk.asked[1].last, desk.heard], [2, 'one', ['one']]);
  });

  it('ends when there is no need to poll, and may begin again', async () => {
    const desk = new Desk({ needToPoll: ({ done }) => !done });
    desk.poller.start();
    await desk.answer({ done: true });
    assert.deepEqual([desk.poller.isRunning, desk.clock.pending, desk.heard], [false, 0, [{ done: true }]]);
    desk.poller.start();
    assert.equal(desk.asked.length, 2);
  });

  it('lets the answer say when to ask again', async () => {
    const desk = new Desk({ delay: ({ after }) => after });
    desk.poller.start();
    await desk.answer({ after: 7000 });
    assert.equal(desk.clock.nextIn, 7000);
  });

  it('asks a long poll again at once, but not without end', async () => {
    const desk = new Desk({ delay: 0, spacing: 100 });
    desk.poller.start();
    await desk.clock.pass(25000);
    await desk.answer('held');
    assert.equal(desk.clock.nextIn, 0);
    await desk.clock.pass(0);
    await desk.answer('at once');
    assert.equal(desk.clock.nextIn, 100);
  });

  it('backs off after errors in a row, up to 30 s, and asks as always after an answer', async () => {
    const desk = new Desk({ delay: 500, errorDelay: { floor: 0 } });
    desk.poller.start();
    const waits = [];
    for (let n = 0; n < 7; n++) {
      await desk.fail();
      waits.push(desk.clock.nextIn);
      await desk.clock.pass(desk.clock.nextIn);
    }
    await desk.answer('well');
    assert.deepEqual([...waits, desk.clock.nextIn], [500, 1000, 2000, 4000, 8000, 15000, 15000, 500]);
    await desk.clock.pass(500);
    await desk.fail();
    assert.equal(desk.clock.nextIn, 500);
    assert.deepEqual(desk.heard.slice(-3), ['TypeError', 'well', 'TypeError']);
  });

  it('gives up a request that takes too long, and drops its answer', async () => {
    const desk = new Desk({ requestTimeout: 5000 });
    desk.poller.start();
    await desk.clock.pass(5000);
    assert.equal(desk.asked[0].signal.aborted, true);
    await desk.clock.pass(1000);
    desk.asked[0].resolve('stale');
    await desk.answer('fresh');
    assert.deepEqual(desk.heard, ['TimeoutError', 'fresh']);
  });

  it('that is stopped asks no more, and drops what comes', async () => {
    const desk = new Desk();
    desk.poller.start();
    desk.poller.stop();
    desk.poller.stop();
    await desk.answer('stale');
    assert.equal(desk.asked[0].signal.aborted, true);
    desk.platform.happen('focus');
    await desk.clock.pass(600000);
    assert.deepEqual([desk.asked.length, desk.heard, desk.poller.isRunning], [1, [], false]);
  });

  it('may be stopped by the page that hears an answer', async () => {
    const desk = new Desk();
    desk.poller.onresponse = () => desk.poller.stop();
    desk.poller.start();
    await desk.answer('one');
    assert.deepEqual([desk.poller.isRunning, desk.clock.pending], [false, 0]);
  });

  it('takes what request, needToPoll or delay throw for errors', async () => {
    const fail = () => {
      throw new SyntaxError('of the page');
    };
    for (const [options, name] of [[{ needToPoll: fail }, 'SyntaxError'], [{ delay: fail }, 'SyntaxError'], [{ delay: () => NaN }, 'RangeError']]) {
      const desk = new Desk(options);
      desk.poller.start();
      await desk.answer('one');
      assert.deepEqual([desk.heard, desk.clock.pending], [[name], 1]);
    }
    const desk = new Desk({ request: fail });
    desk.poller.start();
    await settle();
    assert.deepEqual([desk.heard, desk.clock.pending], [['SyntaxError'], 1]);
  });

  it('asks sooner when somebody is back, and not while the page is away', async () => {
    const desk = new Desk({ delay: 60000, errorDelay: { floor: 200 } });
    desk.poller.start();
    await desk.answer('one');
    desk.platform.show('visible');
    assert.equal(desk.clock.nextIn, 100);
    await desk.clock.pass(100);
    desk.platform.happen('pagehide');
    assert.equal(desk.asked[1].signal.aborted, true);
    await desk.clock.pass(600000);
    desk.platform.happen('pageshow', { persisted: true });
    assert.equal(desk.asked.length, 3);
    await desk.answer('three');
    assert.deepEqual(desk.heard, ['one', 'three']);
  });

  it('refuses options that cannot be meant', () => {
    for (const options of [{ delay: -1 }, { spacing: NaN }, { requestTimeout: '9' }, { errorDelay: -1 }])
      assert.throws(() => new Desk(options), RangeError, JSON.stringify(options));
  });
});
