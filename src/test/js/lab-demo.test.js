import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Demo } from '../../../webapp/lab/models/demo.js';
import { Plot } from '../../../webapp/lab/models/plot.js';
import { FakePlatform } from './fakes/platform.js';

describe('the plot', () => {
  const happen = (seconds, random) => {
    const plot = new Plot(random);
    return Array.from({ length: seconds }, (_, n) => plot.next(n * 1_000)).flat();
  };
  const named = (all, event) => all.filter((each) => each.event === event);

  it('has a tick, three prices and two positions each second', () => {
    const all = happen(3, () => 0.9);
    assert.deepEqual([named(all, 'tick').length, named(all, 'price').length, named(all, 'position').length], [3, 9, 6]);
    for (const { data } of named(all, 'position')) assert.ok(data.x >= 0 && data.x <= 100 && data.y >= 0 && data.y <= 100);
    assert.match(named(all, 'tick')[0].data.time, /^\d\d:\d\d:\d\d$/);
  });

  it('plays one match after the other, and counts what falls in each', () => {
    const all = happen(92, () => 0.05);
    assert.equal(named(all, 'kick-off').length, 2);
    const goals = named(all, 'goal').map(({ data }) => data);
    assert.deepEqual([goals[0].home, goals[90].home, goals[91].home, goals[91].minute], [1, 91, 1, 0]);
  });
});

describe('the demonstration', () => {
  let platform;
  let asked;
  let answer;
  let demo;

  beforeEach(() => {
    platform = new FakePlatform();
    asked = [];
    answer = async () => ({ topics: [] });
    demo = new Demo((method, path, body) => {
      asked.push(`${method} ${path}`);
      return answer(path, body);
    }, platform);
  });

  it('makes the topics that are missing, also when somebody is quicker', async () => {
    answer = async (path, body) => {
      if (body) throw Object.assign(new Error(), { code: 'name_taken' });
      return { topics: [{ name: 'demo-clock' }, { name: 'other' }] };
    };
    await demo.prepare();
    assert.deepEqual(asked, ['GET api/streams', ...Array(4).fill('POST api/streams')]);
    assert.equal(demo.refusal, null);
  });

  it('says so when it may not make them', async () => {
    answer = async (path, body) => (body ? Promise.reject({ code: 'forbidden', status: 403 }) : { topics: [] });
    await demo.prepare();
    assert.equal(demo.refusal.code, 'forbidden');
  });

  it('publishes each second, until it is stopped', async () => {
    demo.start();
    await platform.clock.pass(2_500);
    assert.equal(asked.filter((each) => each === 'POST api/streams/demo-clock?event=tick').length, 2);
    demo.stop();
    assert.deepEqual([demo.isOn, platform.clock.pending], [false, 0]);
  });

  it('goes on over a server that is away', async () => {
    demo.start();
    answer = async () => Promise.reject({ code: 'unreachable', status: 0 });
    await platform.clock.pass(2_500);
    assert.deepEqual([demo.isOn, demo.refusal, asked.length], [true, null, 2]);
  });

  it('stops and says so when it may not publish', async () => {
    demo.start();
    answer = async () => Promise.reject({ code: 'forbidden', status: 403 });
    await platform.clock.pass(1_500);
    assert.deepEqual([demo.isOn, demo.refusal.code, platform.clock.pending], [false, 'forbidden', 0]);
  });

  it('asks one thing at a time', async () => {
    let release;
    answer = () => new Promise((resolve) => (release = resolve));
    demo.start();
    await platform.clock.pass(5_500);
    assert.equal(asked.length, 1);
    release();
  });
});
