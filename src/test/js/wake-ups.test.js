import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { WakeUps } from '../../../webapp/holdfast/wake-ups.js';
import { FakePlatform } from './fakes/platform.js';

describe('WakeUps', () => {
  let platform, heard, wakeUps;

  const make = (more = {}) => {
    platform = Object.assign(new FakePlatform(), more);
    heard = [];
    wakeUps = new WakeUps(platform, {
      onWake: () => heard.push('wake'),
      onOffline: () => heard.push('offline'),
      onHide: () => heard.push('hide'),
      onShow: () => heard.push('show'),
    });
  };

  beforeEach(() => make());

  it('hears the page and the network', () => {
    wakeUps.listen();
    for (const type of ['online', 'focus', 'offline', 'pagehide']) platform.happen(type);
    platform.happen('pageshow', { persisted: true });
    platform.happen('pageshow', { persisted: false });
    platform.show('hidden');
    platform.show('visible');
    assert.deepEqual(heard, ['wake', 'wake', 'offline', 'hide', 'show', 'wake', 'wake']);
  });

  it('hears each thing once, however often it is told to listen', () => {
    wakeUps.listen();
    wakeUps.listen();
    platform.happen('online');
    assert.deepEqual(heard, ['wake']);
  });

  it('hears nothing before and after', () => {
    platform.happen('online');
    wakeUps.listen();
    wakeUps.stop();
    platform.happen('online');
    assert.deepEqual(heard, []);
  });

  it('has nothing to hear where there is no page', () => {
    make({ window: undefined, document: undefined });
    assert.doesNotThrow(() => wakeUps.listen());
  });
});
