import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterEach, before, describe, it } from 'node:test';
import { EventSource } from 'eventsource';
import ReconnectingWebSocket from 'reconnecting-websocket';
import { WebSocket } from 'ws';
import { ReliableEventSource } from '../../webapp/holdfast/reliable-event-source.js';
import { ReliableSocket } from '../../webapp/holdfast/reliable-socket.js';
import { until } from './until.js';

/** Where Holdfast is, as other programs know it. */
const BASE = process.env.HOLDFAST;
const SOCKETS = BASE.replace(/^http/, 'ws');

let cookie;
let room;
const endings = [];

async function call(method, path, body) {
  const headers = { 'content-type': 'application/json', origin: new URL(BASE).origin, ...(cookie && { cookie }) };
  const response = await fetch(BASE + path, { method, headers, body: body && JSON.stringify(body) });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response;
}

async function post(text) {
  await call('POST', 'api/commands', [{ type: 'post', data: { id: randomUUID(), room, text } }]);
}

/** The texts of the room, of one message from the server. */
function textsIn(message) {
  const events = JSON.parse(message).filter(({ type, data }) => type === 'event' && data.type === 'message');
  return events.filter(({ data }) => data.log === room).map(({ data }) => data.body.text);
}

before(async () => {
  const account = { name: `guest ${randomUUID()}`, password: 'correct horse' };
  const signedUp = await call('POST', 'api/accounts', account);
  cookie = signedUp.headers.getSetCookie()[0].split(';')[0];
  room = (await (await call('POST', 'api/rooms', { name: randomUUID() })).json()).log;
});

afterEach(() => endings.splice(0).forEach((end) => end()));

describe('ws, at ws/chat', () => {
  it('says hello with the login cookie, posts, and hears its message once', async () => {
    const socket = new WebSocket(`${SOCKETS}ws/chat`, { headers: { cookie, origin: new URL(BASE).origin } });
    endings.push(() => socket.close());
    const types = [];
    const texts = [];
    socket.on('message', (message) => types.push(...JSON.parse(message).map(({ type }) => type)));
    socket.on('message', (message) => texts.push(...textsIn(message)));
    socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', data: { protocol: 1 } })));
    await until(() => types.includes('welcome'));
    socket.send(JSON.stringify({ type: 'post', data: { id: randomUUID(), room, text: 'by ws' } }));
    await until(() => types.includes('ack') && texts.length > 0);
    assert.deepEqual(texts, ['by ws']);
  });

  it('is told why it may not come in without a login', async () => {
    const socket = new WebSocket(`${SOCKETS}ws/chat`);
    const code = await new Promise((resolve) => socket.on('close', resolve));
    assert.equal(code, 4401);
  });
});

describe('At ws/heartbeat, without a login', () => {
  it('reconnecting-websocket is answered, and comes back', async () => {
    const socket = new ReconnectingWebSocket(`${SOCKETS}ws/heartbeat`, [], { WebSocket, minReconnectionDelay: 1 });
    endings.push(() => socket.close());
    const heard = [];
    socket.addEventListener('open', () => socket.send('ping'));
    socket.addEventListener('message', ({ data }) => heard.push(data));
    await until(() => heard.length === 1);
    socket.reconnect();
    await until(() => heard.length === 2);
    assert.deepEqual(heard, ['pong', 'pong']);
  });

  it('ReliableSocket over ws is answered, and comes back when it is closed for nonsense', async () => {
    const options = { platform: { WebSocket }, reconnectDelay: 10, heartbeat: true, heartbeatInterval: 50, pong: 'none' };
    const socket = new ReliableSocket(`${SOCKETS}ws/heartbeat`, options);
    endings.push(() => socket.close());
    const heard = [];
    socket.onmessage = ({ data }) => heard.push(data);
    socket.onclose = ({ code }) => heard.push(code);
    await until(() => heard.includes('pong'));
    socket.send('nonsense');
    await until(() => heard.includes(1008) && heard.at(-1) === 'pong');
  });
});

describe('At sse/chat', () => {
  it('eventsource hears what is posted, and goes on after a break where it was', async () => {
    let requests = 0;
    const withCookie = (url, init) => {
      requests++;
      return fetch(url, { ...init, headers: { ...init.headers, cookie } });
    };
    const first = new EventSource(`${BASE}sse/chat`, { fetch: withCookie });
    endings.push(() => first.close());
    const heard = [];
    let id = '';
    first.onmessage = ({ data, lastEventId }) => {
      heard.push(...textsIn(data));
      id = lastEventId;
    };
    await until(() => first.readyState === EventSource.OPEN);
    await post('one');
    await until(() => heard.includes('one') && id);
    first.close();
    await post('two');
    const again = new EventSource(`${BASE}sse/chat?cursor=${id}`, { fetch: withCookie });
    endings.push(() => again.close());
    again.onmessage = ({ data }) => heard.push(...textsIn(data));
    await until(() => heard.includes('two'));
    assert.deepEqual(heard.slice(heard.indexOf('one')), ['one', 'two']);
    assert.equal(requests, 2);
  });

  it('ReliableEventSource goes on after each cut, by header or by query, and misses none', async () => {
    for (const lastEventIdParameter of [null, 'cursor']) {
      const streams = [];
      const platform = {
        fetch: (url, init) => {
          const cut = new AbortController();
          streams.push(cut);
          return fetch(url, { ...init, signal: AbortSignal.any([cut.signal, init.signal]) });
        },
      };
      const options = { platform, headers: { cookie }, reconnectDelay: 10, lastEventIdParameter };
      const source = new ReliableEventSource(`${BASE}sse/chat`, options);
      endings.push(() => source.close());
      const heard = [];
      source.onmessage = ({ data }) => heard.push(...textsIn(data));
      const said = ['a', 'b', 'c'].map((letter) => `${letter} ${lastEventIdParameter}`);
      for (const text of said) {
        await until(() => source.readyState === ReliableEventSource.OPEN && source.lastEventId);
        await post(text);
        if (text.startsWith('b')) streams.at(-1).abort();
      }
      await until(() => heard.includes(said[2]));
      assert.deepEqual(heard.slice(-3), said);
      assert.equal(new Set(heard).size, heard.length, 'each once');
    }
  });

  it('curl reads the stream', async () => {
    const curl = spawn('curl', ['--silent', '--no-buffer', '--header', `cookie: ${cookie}`, `${BASE}sse/chat`]);
    endings.push(() => curl.kill());
    let text = '';
    curl.stdout.on('data', (data) => (text += data));
    await until(() => text.includes('"welcome"'));
    assert.ok(text.startsWith('retry: 2000\n: holdfast\n\n'), text);
    await post('for curl');
    await until(() => text.includes('for curl'));
    assert.match(text, /\nid: .+\ndata: \[.*for curl.*\]\n\n/s);
  });
});
