import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { timing } from '../../../webapp/holdfast/options.js';
import { Reconnect } from '../../../webapp/holdfast/reconnect.js';
import { FakePlatform } from './fakes/platform.js';

const FIRST_REST = 625;

describe('Reconnect', () => {
  let platform, reconnect, due, hints;

  const make = (options = {}, without = {}) => {
    platform = Object.assign(new FakePlatform(), without);
    due = 0;
    hints = [];
    reconnect = new Reconnect(platform, timing(options), 'http://chat.test/api/reconnect', {
      onDue: () => due++,
      onChange: (hint) => hints.push(hint),
    });
  };

  beforeEach(() => make());

  it('asks the server at once, and comes when it says (section 5.2)', async () => {
    reconnect.begin();
    assert.equal(platform.source.url, 'http://chat.test/api/reconnect');
    platform.source.say('notice', { after: 40 });
    assert.equal(reconnect.retryAt, platform.now() + 40);
    assert.equal(platform.source.closed, true);
    await platform.clock.pass(39);
    assert.equal(due, 0);
    await platform.clock.pass(1);
    assert.equal(due, 1);
  });

  it('rests before it asks again after a connection that did not last', async () => {
    reconnect.begin();
    reconnect.begin();
    assert.equal(platform.openSources.length, 0);
    await platform.clock.pass(FIRST_REST);
    assert.equal(platform.openSources.length, 1);
  });

  it('asks at once again after a healthy one', () => {
    reconnect.begin();
    reconnect.healthy();
    reconnect.begin();
    assert.equal(platform.openSources.length, 1);
  });

  it('stays on the stream of a draining server until its notice (section 5.2)', async () => {
    reconnect.begin();
    platform.source.say('wait', { reason: 'draining' });
    assert.equal(hints.at(-1), 'draining');
    await platform.clock.pass(30000);
    assert.deepEqual([due, platform.sources.length, platform.source.closed], [0, 1, false]);
    platform.source.say('notice', { after: 0 });
    await platform.clock.pass(0);
    assert.equal(due, 1);
  });

  it('asks anew when a draining server says nothing for too long', async () => {
    reconnect.begin();
    platform.source.say('wait', {});
    await platform.clock.pass(60000);
    assert.deepEqual([platform.sources.length, platform.openSources.length], [2, 1]);
  });

  it('comes without a notice, after a backoff, when it is turned away (section 5.2)', async () => {
    reconnect.begin();
    platform.source.say('close');
    assert.equal(platform.openSources.length, 0);
    assert.equal(due, 0);
    await platform.clock.pass(FIRST_REST);
    assert.deepEqual([due, platform.sources.length], [1, 1]);
  });

  it('survives answers that end an EventSource for good', async () => {
    reconnect.begin();
    platform.source.fail();
    await platform.clock.pass(FIRST_REST);
    assert.deepEqual([platform.sources.length, platform.openSources.length], [2, 1]);
  });

  it('tries without a stream that broke three times', async () => {
    reconnect.begin();
    for (let breaks = 0; breaks < 3; breaks++) {
      assert.equal(due, 0);
      platform.source.fail();
      await platform.clock.pass(due > 0 ? 0 : 4000);
    }
    assert.equal(due, 1);
  });

  it('tries without a stream that says nothing: a proxy may hold it back', async () => {
    reconnect.begin();
    await platform.clock.pass(4000);
    assert.equal(due, 1);
    assert.equal(platform.openSources.length, 0);
  });

  it('takes a notice it cannot read for a broken stream', async () => {
    for (const text of ['<html>', '{}', '{"after":-1}', 'null']) {
      make();
      reconnect.begin();
      platform.source.sayText('notice', text);
      assert.deepEqual([due, platform.openSources.length, platform.clock.pending], [0, 0, 1]);
    }
  });

  it('does not listen to a stream that it closed', async () => {
    reconnect.begin();
    const old = platform.source;
    reconnect.cancel();
    old.say('notice', { after: 0 });
    old.fail();
    await platform.clock.pass(60000);
    assert.equal(due, 0);
  });

  it('ends a rest when there is hope, but not a slot', async () => {
    reconnect.begin();
    reconnect.begin();
    reconnect.hasten();
    assert.equal(platform.openSources.length, 1);
    platform.source.say('notice', { after: 500 });
    reconnect.hasten();
    await platform.clock.pass(499);
    assert.equal(due, 0);
  });

  it('does nothing while paused, until there is hope', async () => {
    reconnect.begin();
    reconnect.pause();
    await platform.clock.pass(600000);
    assert.deepEqual([due, platform.openSources.length, platform.clock.pending], [0, 0, 0]);
    reconnect.hasten();
    assert.equal(platform.openSources.length, 1);
  });

  it('tries seldom while the device says it is offline', async () => {
    reconnect.begin();
    reconnect.slowDown();
    assert.equal(hints.at(-1), 'offline');
    await platform.clock.pass(29999);
    assert.equal(platform.openSources.length, 0);
    await platform.clock.pass(1);
    assert.equal(platform.openSources.length, 1);
  });

  it('has the backoff alone where there is no EventSource, or it is switched off', async () => {
    for (const [options, without] of [[{}, { EventSource: undefined }], [{ noticeTimeout: 0 }, {}]]) {
      make(options, without);
      reconnect.begin();
      await platform.clock.pass(FIRST_REST);
      assert.deepEqual([due, platform.sources.length], [1, 0]);
    }
  });

  it('leaves nothing that could fire when it is cancelled', () => {
    reconnect.begin();
    reconnect.cancel();
    assert.deepEqual([platform.clock.pending, platform.openSources.length, reconnect.retryAt], [0, 0, null]);
  });
});
