import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EventStreamReader } from '../../../webapp/holdfast/event-stream.js';

const TEXT =
  'retry: 2000\n: holdfast\n\nid: 1.2.x\ndata: [1]\n\nevent: close\r\ndata:{"code":\r\ndata: 1}\r\n\r\n:\n\ndata\n\n';
const EVENTS = [
  { type: 'message', data: '[1]' },
  { type: 'close', data: '{"code":\n1}' },
  { type: 'message', data: '' },
];

describe('EventStreamReader', () => {
  it('reads events, and neither comments nor fields without data', () => {
    assert.deepEqual(new EventStreamReader().read(TEXT), EVENTS);
  });

  it('reads the same in whatever pieces it comes', () => {
    for (let size = 1; size < TEXT.length; size++) {
      const reader = new EventStreamReader();
      const pieces = TEXT.match(new RegExp(`.{1,${size}}`, 'gs'));
      assert.deepEqual(
        pieces.flatMap((piece) => reader.read(piece)),
        EVENTS,
        `pieces of ${size}`,
      );
    }
  });

  it('says nothing of an event that is not complete', () => {
    assert.deepEqual(new EventStreamReader().read('data: [1]\n'), []);
  });
});
