import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HoldfastClient } from '../../../webapp/holdfast/index.js';
import { defaults, timing } from '../../../webapp/holdfast/options.js';
import { FakePlatform } from './fakes/platform.js';

describe('Options', () => {
  it('have defaults, which may be set one by one', () => {
    assert.deepEqual(timing({}), defaults);
    assert.deepEqual(timing({ connectTimeout: 7 }), { ...defaults, connectTimeout: 7 });
  });

  it('that cannot be meant are an error at once', () => {
    const wrong = [{ probeTimeout: 0 }, { connectTimeout: -1 }, { noticeTimeout: NaN }, { outboxLimit: '9' }];
    const transports = [[], ['carrier-pigeon'], ['sse', 'sse']].map((names) => ({ transports: names }));
    for (const options of [...wrong, { reconnectFloor: 5000, reconnectCap: 100 }, ...transports])
      assert.throws(() => new HoldfastClient({ platform: new FakePlatform(), ...options }), RangeError);
  });

  it('may say where Holdfast is, else it is beside the page', () => {
    const platform = new FakePlatform();
    new HoldfastClient({ platform }).connect();
    new HoldfastClient({ platform, base: '../other/' }).connect();
    const urls = platform.sockets.map(({ url }) => url);
    assert.deepEqual(urls, ['ws://chat.test/app/ws/chat', 'ws://chat.test/other/ws/chat']);
  });
});
