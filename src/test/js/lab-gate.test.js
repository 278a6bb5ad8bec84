import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Gate } from '../../../webapp/lab/models/gate.js';
import { FakePlatform } from './fakes/platform.js';

const heard = (stream) => stream.read().then(({ done, value }) => (done ? 'end' : new TextDecoder().decode(value)));
const nothing = (promise) => Promise.race([promise, new Promise((resolve) => setImmediate(resolve, 'nothing'))]);

let platform;
let gate;

beforeEach(() => {
  platform = new FakePlatform();
  gate = new Gate(platform);
});

describe('a socket behind the gate', () => {
  let socket;
  let ends;

  const open = () => {
    ends = [];
    socket = new gate.platform.WebSocket('ws://chat.test/ws/chat');
    socket.onclose = ({ code }) => ends.push(code);
    socket.onmessage = ({ data }) => ends.push(data);
  };

  beforeEach(open);

  it('is the browser’s own while nobody harms it', () => {
    platform.socket.accept();
    socket.send('{}');
    platform.socket.sayText('hello');
    platform.socket.end(1012);
    assert.deepEqual([platform.socket.sent.length, ends], [1, ['hello', 1012]]);
  });

  it('ends as by a reset when it is cut, once, and the real one is closed', () => {
    platform.socket.accept();
    assert.equal(gate.size, 1);
    gate.cut();
    platform.socket.end(1000);
    assert.deepEqual([gate.size, ends, socket.readyState, platform.openSockets], [0, [1006], 3, []]);
  });

  it('neither hears nor is heard when it is silenced, and does not know', () => {
    platform.socket.accept();
    gate.silence();
    socket.send('{}');
    platform.socket.sayText('hello');
    platform.socket.end(1012);
    assert.deepEqual([platform.socket.sent, ends], [[], []]);
  });

  it('stays silent after the gate was released, when a new one speaks', () => {
    gate.silence();
    const silenced = platform.socket;
    gate.release();
    silenced.sayText('too late');
    assert.deepEqual(ends, []);
    open();
    platform.socket.sayText('hello');
    assert.deepEqual(ends, ['hello']);
  });

  it('is refused while sockets are blocked, and was broken by that', async () => {
    gate.block('websocket');
    assert.deepEqual(ends, [1006]);
    open();
    gate.cut();
    await platform.clock.pass(1);
    assert.deepEqual([ends, platform.sockets.length], [[1006], 1]);
    gate.unblock('websocket');
    open();
    assert.equal(platform.sockets.length, 2);
  });

  it('is left alone by a block of something else', () => {
    gate.block('sse', 'long-poll');
    assert.deepEqual(ends, []);
  });
});

describe('a reconnect stream behind the gate', () => {
  it('is an event stream: blocked with them, cut and silenced like them', async () => {
    let errors = 0;
    const notices = [];
    const open = () => {
      const source = new gate.platform.EventSource('http://chat.test/api/reconnect');
      source.addEventListener('notice', ({ data }) => notices.push(data));
      source.onerror = () => errors++;
    };
    open();
    platform.source.say('notice', { after: 1 });
    gate.silence();
    platform.source.say('notice', { after: 2 });
    gate.release();
    assert.deepEqual([notices, errors], [['{"after":1}'], 0]);
    gate.block('sse');
    open();
    await platform.clock.pass(1);
    assert.deepEqual([errors, platform.openSources, platform.sources.length], [2, [], 1]);
  });
});

describe('a request behind the gate', () => {
  let server;
  let url;
  let answers;

  before(async () => {
    server = createServer((request, response) => {
      answers.push(response);
      if (request.url === '/sse/chat') response.writeHead(200, { 'content-type': 'text/event-stream' }).write('one');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${server.address().port}`;
  });

  after(() => server.close() && server.closeAllConnections());

  beforeEach(() => {
    answers = [];
    gate = new Gate(globalThis);
  });

  const ask = (path, init) => gate.platform.fetch(url + path, init);
  const poll = (wait, init) => ask('/api/poll', { method: 'POST', body: JSON.stringify({ wait }), ...init });
  const stream = async (init) => (await ask('/sse/chat', init)).body.getReader();
  const arrived = async () => {
    while (answers.length === 0) await new Promise((resolve) => setImmediate(resolve));
    return answers[0];
  };

  it('is answered, and leaves the gate', async () => {
    const asked = poll(0);
    (await arrived()).end('[1]');
    assert.deepEqual(await (await asked).json(), [1]);
    assert.deepEqual([gate.size, gate.polls], [0, 1]);
  });

  it('fails when it is cut, in the middle of a stream too', async () => {
    const asked = poll(5000);
    await arrived();
    const reader = await stream();
    assert.equal(await heard(reader), 'one');
    assert.equal(gate.size, 2);
    gate.cut();
    await assert.rejects(asked);
    await assert.rejects(heard(reader));
  });

  it('hears nothing more when it is silenced, not even the end', async () => {
    const reader = await stream();
    assert.equal(await heard(reader), 'one');
    gate.silence();
    answers[0].end('two');
    const next = heard(reader);
    await new Promise((resolve) => answers[0].once('close', resolve));
    // What came before this has come, too.
    await (await fetch(`${url}/sse/chat`)).body.getReader().read();
    assert.equal(await nothing(next), 'nothing');
  });

  it('is not even sent while the gate is silent, and can be given up', async () => {
    const giveUp = new AbortController();
    gate.silence();
    const asked = poll(0, { signal: giveUp.signal });
    assert.equal(await nothing(asked), 'nothing');
    giveUp.abort();
    await assert.rejects(asked, { name: 'AbortError' });
    assert.deepEqual([answers, gate.size], [[], 0]);
  });

  it('is told by its looks: a poll that waits, one that does not, a stream, or any', async () => {
    const statusOf = async (asked) => {
      const { status } = await Promise.race([asked, arrived().then(() => ({ status: 'sent' }))]);
      gate.cut();
      await asked.catch(() => {});
      answers = [];
      return status;
    };
    gate.block('long-poll', 'sse');
    assert.equal(await statusOf(poll(20_000)), 403);
    assert.equal(await statusOf(ask('/sse/chat')), 403);
    assert.equal(await statusOf(ask('/api/reconnect')), 403);
    assert.equal(await statusOf(poll(0)), 'sent');
    assert.equal(await statusOf(ask('/api/commands')), 'sent');
  });
});
