import assert from 'node:assert/strict';
import { it } from 'node:test';
import { deviceName } from '../../../webapp/app/models/device.js';

const ENGINE = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it('calls a device what its owner calls it', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
  const names = {
    [`${windows} ${ENGINE} Chrome/140.0 Safari/537.36 Edg/140.0`]: 'Edge · Windows',
    [`${windows} ${ENGINE} Chrome/140.0 Safari/537.36`]: 'Chrome · Windows',
    [`Mozilla/5.0 (Linux; Android 14; Pixel 8) ${ENGINE} Chrome/140.0 Mobile Safari/537.36`]: 'Chrome · Android',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1': 'Safari · iPhone',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': 'Firefox · Linux',
    'curl/8.5.0': 'curl',
    '': '',
  };
  for (const [said, name] of Object.entries(names)) assert.equal(deviceName(said), name);
});
