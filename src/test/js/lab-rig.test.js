import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { HoldfastClient } from '../../../webapp/holdfast/index.js';
import { Rig } from '../../../webapp/lab/models/rig.js';
import { FakePlatform } from './fakes/platform.js';

const TIMINGS = { pingInterval: 20_000, silenceLimit: 50_000, helloLimit: 10_000, evictAfter: 90_000 };
const LIMITS = { messageBytes: 65_536, textLength: 8_000, commandsPerMessage: 64 };

let platform;
let rig;

/** A real client on the bench, over sockets that the test plays the server of. */
beforeEach(() => {
  platform = new FakePlatform();
  const makeClient = ({ platform: gated, ...options }) =>
    new HoldfastClient({ base: 'http://chat.test/', platform: { ...platform, ...gated }, ...options });
  rig = new Rig('websocket', ['websocket'], makeClient, platform);
  rig.open();
});

function welcome() {
  platform.socket.accept();
  const account = { id: 1, name: 'ada', log: 1 };
  const own = { log: 1, epoch: 'e', head: 0, position: 0 };
  platform.socket.say({
    type: 'welcome',
    data: { protocol: 1, session: 's', account: { ...account, ...own }, rooms: [], timings: TIMINGS, limits: LIMITS },
  });
}

async function comeBack() {
  platform.source.say('notice', { after: 0 });
  await platform.clock.pass(1);
  welcome();
}

const said = () => rig.journal.entries.map(({ what }) => what.replace('lab.log.', ''));

describe('a rig', () => {
  it('tells that its line is live, was cut, and came back', async () => {
    welcome();
    rig.cut();
    assert.equal(rig.isLive, false);
    assert.equal(rig.outages.length, 1);
    await comeBack();
    assert.deepEqual(said(), ['live', 'lost', 'cut', 'live']);
    assert.deepEqual([rig.isLive, rig.reconnects], [true, 1]);
  });

  it('says it when there was nothing to cut', () => {
    rig.cut();
    platform.source.fail();
    rig.cut();
    assert.deepEqual(said(), ['nothingToCut', 'failed', 'cut']);
  });

  it('is silent until the client finds out, and may speak then', async () => {
    welcome();
    rig.stall();
    await platform.clock.pass(20_000);
    rig.stall();
    await platform.clock.pass(10_000);
    assert.deepEqual([rig.isLive, rig.silence.for, rig.silence.limit], [true, 30_000, 50_000]);
    await platform.clock.pass(25_000);
    assert.deepEqual([rig.isLive, rig.silence], [false, null]);
    await comeBack();
    assert.deepEqual(said(), ['live', 'lost', 'found', 'stalled', 'live']);
  });

  it('measures the round trip at each beat, but not while an answer is due', async () => {
    welcome();
    const pings = () => platform.socket.types.filter((type) => type === 'ping').length;
    rig.beat();
    rig.beat();
    assert.equal(pings(), 1);
    platform.clock.jump(3_000);
    assert.equal(rig.waiting, 3_000);
    platform.socket.say({ type: 'pong', data: { n: 1, now: 0 } });
    assert.deepEqual([rig.waiting, rig.pulse.last], [0, 3_000]);
    rig.beat();
    platform.clock.jump(11_000);
    rig.beat();
    assert.equal(pings(), 3);
  });

  it('is refused while its transport is blocked, and comes back soon after', async () => {
    welcome();
    rig.toggleBlock('websocket');
    platform.source.say('notice', { after: 0 });
    await platform.clock.pass(1);
    assert.deepEqual([rig.isLive, rig.isBlocked('websocket'), platform.sockets.length], [false, true, 1]);
    rig.toggleBlock('websocket');
    await comeBack();
    assert.deepEqual([rig.isLive, rig.isBlocked('websocket')], [true, false]);
    assert.deepEqual(said(), ['live', 'unblocked', 'failed', 'lost', 'blocked', 'live']);
  });

  it('blocks both kinds of polls of a client that only polls, as it begins with a short one', () => {
    rig.transports = ['long-poll'];
    rig.toggleBlock('long-poll');
    assert.ok(rig.gate.blocks('short-poll'));
    rig.toggleBlock('long-poll');
    assert.ok(!rig.gate.blocks('short-poll'));
  });
});
