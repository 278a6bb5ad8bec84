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

function read(reader, ...pieces) {
  const events = [];
  for (const piece of pieces) reader.read(piece, (event) => events.push({ ...event }));
  return events;
}

describe('EventStreamReader', () => {
  it('reads events, and neither comments nor fields without data', () => {
    assert.deepEqual(read(new EventStreamReader(), TEXT), EVENTS);
  });

  it('reads the same in whatever pieces it comes', () => {
    for (let size = 1; size < TEXT.length; size++) {
      const pieces = TEXT.match(new RegExp(`.{1,${size}}`, 'gs'));
      assert.deepEqual(read(new EventStreamReader(), ...pieces), EVENTS, `pieces of ${size}`);
    }
  });

  it('says nothing of an event that is not complete', () => {
    assert.deepEqual(read(new EventStreamReader(), 'data: [1]\n'), []);
  });

  it('knows the id of the last event that was complete, and the wait that the server wants', () => {
    const reader = new EventStreamReader('before');
    const ids = [];
    const text = 'data: a\n\nid: 1\ndata: b\n\ndata: c\n\nid: x\0y\n\nid\n\nretry: 70\nretry: soon\nid: 9\n\nid: 10\n';
    for (const line of text.split(/(?<=\n\n)/)) {
      reader.read(line, () => {});
      ids.push(reader.lastEventId);
    }
    assert.deepEqual(ids, ['before', '1', '1', '1', '', '9', '9']);
    assert.equal(reader.retry, 70);
  });

  it('tells of an event without end', () => {
    const [lines, line] = [new EventStreamReader(), new EventStreamReader()];
    const piece = 'x'.repeat(2 ** 20);
    for (let pieces = 0; pieces < 16; pieces++) {
      lines.read(`data: ${piece}\n`, () => {});
      line.read(piece, () => {});
    }
    assert.deepEqual([lines.isFlooded, line.isFlooded], [false, false]);
    for (const reader of [lines, line]) reader.read('data: x\n', () => {});
    assert.deepEqual([lines.isFlooded, line.isFlooded], [true, false]);
    line.read(piece.repeat(17), () => {});
    assert.equal(line.isFlooded, true);
  });
});
