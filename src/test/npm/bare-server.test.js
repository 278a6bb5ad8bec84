import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { ReliableEventSource } from '../../webapp/holdfast/reliable-event-source.js';
import { ReliableSocket } from '../../webapp/holdfast/reliable-socket.js';
import { Stage } from './stage.js';
import { until } from './until.js';

const QUICK = { floor: 1, step: 10, cap: 50 };
const BEAT = { heartbeat: true, heartbeatInterval: 100, heartbeatTimeout: 200 };
const ENGINE_IO = { heartbeat: true, ping: null, pong: '2', answer: '3', heartbeatInterval: 300, heartbeatTimeout: 300 };

let stage;
const open = [];

before(async () => (stage = await Stage.open()));
afterEach(() => open.splice(0).forEach((each) => each.close()));
after(() => stage.close());

function listen(path, options) {
  const socket = new ReliableSocket(`ws://${stage.host}${path}`, {
    platform: { WebSocket },
    reconnectDelay: QUICK,
    ...options,
  });
  const heard = [];
  socket.onopen = () => heard.push('open');
  socket.onmessage = ({ data }) => heard.push(data);
  socket.onclose = ({ code }) => heard.push(code);
  open.push(socket);
  return { socket, heard };
}

function read(path, options) {
  const source = new ReliableEventSource(`http://${stage.host}${path}`, { reconnectDelay: QUICK, ...options });
  const heard = [];
  source.onmessage = ({ data }) => heard.push(Number(data));
  source.onerror = ({ status }) => heard.push(`error ${status}`);
  open.push(source);
  return { source, heard };
}

describe('ReliableSocket over ws, against a bare ws server', () => {
  it('carries text and binary both ways, what was sent before it opened included', async () => {
    const { socket, heard } = listen('/echo');
    socket.binaryType = 'arraybuffer';
    socket.send('early');
    await until(() => heard.includes('early'));
    socket.send(new Uint8Array([1, 2, 255]));
    await until(() => heard.length === 3);
    assert.deepEqual([...new Uint8Array(heard[2])], [1, 2, 255]);
  });

  it('comes back after a cut and after a restart, and sends what waited', async () => {
    const { socket, heard } = listen('/echo');
    await until(() => heard.includes('open'));
    socket.addEventListener('close', () => socket.send('waited'), { once: true });
    socket.send('cut');
    await until(() => heard.includes('waited'));
    socket.send('restart');
    await until(() => heard.length === 6);
    assert.deepEqual(heard, ['open', 1006, 'open', 'waited', 1012, 'open']);
  });

  it('finds a half-open line, and gives it up without its close', async () => {
    const { socket, heard } = listen('/echo', BEAT);
    await until(() => heard.includes('open'));
    socket.send('mute');
    await until(() => heard.at(-1) === 'open' && heard.length > 1);
    socket.send('there');
    await until(() => heard.includes('there'));
    assert.deepEqual(heard, ['open', 1006, 'open', 'there']);
  });

  it('keeps asking a server that is not there', async () => {
    const there = await Stage.open();
    const gone = there.host;
    await there.close();
    const away = new ReliableSocket(`ws://${gone}/`, { platform: { WebSocket }, reconnectDelay: 1, reconnectLimit: 3 });
    const codes = [];
    away.onclose = ({ code }) => codes.push(code);
    await until(() => away.readyState === ReliableSocket.CLOSED);
    assert.deepEqual(codes, [1006, 1006, 1006, 1006]);
  });

  it('never comes back after close()', async () => {
    const { socket, heard } = listen('/once');
    await until(() => heard.includes('open'));
    socket.close(3001, 'enough');
    await until(() => socket.readyState === ReliableSocket.CLOSED);
    assert.deepEqual([heard, stage.visits.get('/once')], [['open', 3001], 1]);
  });

  it('lives with a server that pings by itself, as Engine.IO does', async () => {
    const { socket, heard } = listen('/engine', ENGINE_IO);
    await until(() => stage.beats >= 5);
    socket.send('4news');
    await until(() => heard.includes('4news'));
    assert.deepEqual([heard.length, stage.visits.get('/engine')], [3, 1]);
  });
});

describe('ReliableEventSource against a server with bad habits', () => {
  it('survives a 503, a page, a 401, a cut in the middle of an event, and misses none', async () => {
    const { heard } = read('/news/all?script=503,html,401,cut,500,cut,stream');
    await until(() => heard.includes(9));
    assert.deepEqual(
      heard.filter((each) => typeof each === 'number'),
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
    assert.deepEqual(
      heard.filter((each) => typeof each === 'string'),
      ['error 503', 'error 200', 'error 401', 'error 0', 'error 500', 'error 0'],
    );
  });

  it('carries the last id in the query, if it shall', async () => {
    const { heard } = read('/news/query?script=cut,stream', { lastEventIdParameter: 'after' });
    await until(() => heard.includes(6));
    assert.deepEqual(heard, [1, 2, 3, 'error 0', 4, 5, 6]);
  });

  it('gives up a stream that is silent', async () => {
    const { heard } = read('/news/silent?script=stream', { silenceLimit: 200 });
    await until(() => heard.includes(9));
    const events = heard.filter((each) => typeof each === 'number');
    assert.deepEqual(events, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.ok(heard.slice(heard.indexOf(3), heard.indexOf(4)).includes('error 0'), `${heard}`);
  });

  it('stops at a 204', async () => {
    const { source, heard } = read('/news/over?script=cut,204');
    await until(() => source.readyState === ReliableEventSource.CLOSED);
    assert.deepEqual(heard, [1, 2, 3, 'error 0', 'error 204']);
  });
});
