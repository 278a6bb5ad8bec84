import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ReliableEventSource } from '../../../webapp/holdfast/reliable-event-source.js';
import { settle } from './fakes/clock.js';
import { Reader } from './fakes/reader.js';

describe('A ReliableEventSource in the place of an EventSource', () => {
  it('has its constants and members', async () => {
    const { source } = await new Reader({ withCredentials: true }).stream();
    assert.deepEqual([ReliableEventSource.CLOSED, source.CLOSED, source.OPEN], [2, 2, 1]);
    const { readyState, url, withCredentials } = source;
    assert.deepEqual([readyState, url, withCredentials], [1, 'http://chat.test/app/news', true]);
  });

  it('asks for an event stream, and sends cookies as it is told', () => {
    const { request } = new Reader({ headers: { authorization: 'Bearer x' } });
    assert.deepEqual(request.headers, { authorization: 'Bearer x', accept: 'text/event-stream' });
    assert.equal(request.credentials, 'same-origin');
    assert.equal(new Reader({ withCredentials: true }).request.credentials, 'include');
  });

  it('tells events by their names, with data, id and origin', async () => {
    const reader = new Reader();
    const origins = [];
    reader.source.onmessage = ({ origin }) => origins.push(origin);
    await reader.stream('id: 1\ndata: a\n\nevent: headline\ndata: b\n\ndata: c\n\n: nothing\n\n');
    assert.deepEqual(reader.heard, ['open', 'message a 1', 'headline b 1', 'message c 1']);
    assert.deepEqual(origins, ['http://chat.test', 'http://chat.test']);
  });

  it('tells open and error to its handlers too', async () => {
    const reader = new Reader();
    const told = [];
    reader.source.onopen = () => told.push('open');
    reader.source.onerror = ({ status }) => told.push(status);
    await reader.stream();
    await reader.cut();
    assert.deepEqual(told, ['open', 0]);
  });

  it('that is closed says nothing more, and nothing is left', async () => {
    const reader = await new Reader().stream('data: a\n\n');
    reader.source.onmessage = () => reader.source.close();
    await reader.say('data: b\n\ndata: c\n\n');
    assert.deepEqual(reader.heard, ['open', 'message a', 'message b']);
    assert.deepEqual([reader.source.readyState, reader.request.state, reader.clock.pending], [2, 'given up', 0]);
    reader.platform.happen('pageshow', { persisted: true });
    assert.equal(reader.platform.held.length, 1);
  });

  it('refuses options that cannot be meant', () => {
    for (const options of [{ silenceLimit: -1 }, { reconnectDelay: { floor: 2, cap: 1 } }])
      assert.throws(() => new Reader(options), RangeError);
  });
});

describe('A ReliableEventSource that was turned away', () => {
  const trouble = {
    'by nobody': (reader) => reader.cut(),
    'by a 503': (reader) => reader.answer({}, 503),
    'by a login': (reader) => reader.answer({}, 401),
    'by a page of some proxy': (reader) => reader.stream('<html>', 'text/html'),
    'in the middle': (reader) => reader.stream('data: a').then(() => reader.cut()),
    'by the end of the stream': (reader) => reader.stream('').then(() => reader.request.end()),
  };
  for (const [how, make] of Object.entries(trouble))
    it(`${how} says so, and comes back`, async () => {
      const reader = new Reader();
      await make(reader);
      await settle();
      assert.match(reader.heard.at(-1), /^error \d+$/);
      assert.equal(reader.source.readyState, 0);
      await reader.clock.pass(1000);
      await reader.stream('data: b\n\n');
      assert.deepEqual(reader.heard.slice(-2), ['open', 'message b']);
    });

  it('tells the status', async () => {
    const reader = new Reader();
    await reader.answer({}, 503);
    assert.deepEqual(reader.heard, ['error 503']);
  });

  it('by a 204 stops, as the standard says', async () => {
    const reader = new Reader();
    await reader.answer(null, 204);
    await reader.clock.pass(600000);
    assert.deepEqual([reader.heard, reader.source.readyState], [['error 204'], 2]);
    assert.deepEqual([reader.platform.held.length, reader.clock.pending], [1, 0]);
  });

  it('waits longer each time, on top of what the server wants, and afresh after an event', async () => {
    const reader = new Reader({ reconnectDelay: { floor: 0, step: 1000, cap: 3000 } });
    const waits = [];
    const again = async () => {
      waits.push(reader.clock.nextIn);
      await reader.clock.pass(reader.clock.nextIn);
    };
    for (const headers of [{}, {}, { 'retry-after': '7' }]) {
      await reader.answer({}, 503, headers);
      await again();
    }
    for (const text of ['retry: 50\n\n', 'data: a\n\n']) {
      await reader.stream(text);
      await reader.cut();
      await again();
    }
    assert.deepEqual(waits, [500, 1000, 8500, 1550, 550]);
  });
});

describe('The last id of a ReliableEventSource', () => {
  it('goes with the next request, as header', async () => {
    const reader = new Reader({ lastEventId: '5' });
    assert.equal(reader.request.headers['last-event-id'], '5');
    await reader.stream('id: 6é\ndata: a\n\nid: 7\ndata: torn');
    await reader.cut();
    await reader.clock.pass(1000);
    assert.equal(Buffer.from(reader.request.headers['last-event-id'], 'latin1').toString(), '6é');
    assert.equal(reader.source.lastEventId, '6é');
    await reader.stream('data: b\n\n');
    assert.equal(reader.heard.at(-1), 'message b 6é');
  });

  it('goes as a parameter of the query where it is told to', async () => {
    const reader = new Reader({ lastEventIdParameter: 'cursor' }, { url: 'news?a=1' });
    assert.equal(reader.request.url, 'http://chat.test/app/news?a=1');
    await reader.stream('id: 1 2\ndata: a\n\n');
    await reader.cut();
    await reader.clock.pass(1000);
    assert.equal(reader.request.url, 'http://chat.test/app/news?a=1&cursor=1+2');
    assert.equal(reader.request.headers['last-event-id'], undefined);
  });

  it('is taken back by an empty id, and moved by an event without data', async () => {
    const reader = await new Reader().stream('id: 1\ndata: a\n\nid: 9\n\n');
    await reader.cut();
    assert.equal(reader.source.lastEventId, '9');
    await reader.clock.pass(1000);
    await reader.stream('id\ndata: b\n\n');
    await reader.cut();
    await reader.clock.pass(1000);
    assert.equal(reader.request.headers['last-event-id'], undefined);
  });
});

describe('A ReliableEventSource on a dead line', () => {
  it('is not fooled: it gives up what is silent, before the answer or after', async () => {
    const reader = new Reader({ silenceLimit: 5000 });
    await reader.clock.pass(5000);
    assert.deepEqual(reader.heard, ['error 0']);
    assert.equal(reader.platform.openRequests.length, 0);
    await reader.clock.pass(1000);
    await reader.stream(': hello\n\n');
    for (let n = 0; n < 5; n++) {
      await reader.clock.pass(4000);
      await reader.say(':\n\n');
    }
    assert.deepEqual(reader.heard, ['error 0', 'open']);
    await reader.clock.pass(5000);
    assert.deepEqual(reader.heard.slice(2), ['error 0']);
  });

  it('waits for ever where it is told to', async () => {
    const reader = await new Reader({ silenceLimit: 0 }).stream();
    await reader.clock.pass(3600000);
    assert.deepEqual([reader.heard, reader.clock.pending], [['open'], 0]);
  });

  it('leaves with the page, and comes back with it', async () => {
    const reader = await new Reader().stream('id: 1\ndata: a\n\n');
    reader.platform.happen('pagehide');
    assert.deepEqual([reader.platform.openRequests.length, reader.clock.pending], [0, 0]);
    reader.platform.happen('pageshow', { persisted: true });
    assert.equal(reader.request.headers['last-event-id'], '1');
    assert.deepEqual(reader.heard, ['open', 'message a 1', 'error 0']);
  });
});
