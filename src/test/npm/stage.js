import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { WebSocketServer } from 'ws';

const LIBRARY = new URL('../../webapp/holdfast/', import.meta.url);
/** Of the Engine.IO way: the server asks each interval, and leaves who does not answer before the next. */
const BEAT_MILLIS = 150;
const EVENTS = { cut: 3, stream: 3, long: 6 };
const HTML = '<!doctype html><title>stage</title><link rel=icon href=data:,>';

/** A bare server for the library: sockets that echo and misbehave as they are told, streams that follow a script. */
export class Stage {
  /** How many sockets came to each path. */
  visits = new Map();
  /** What each request for a stream carried: its last id. */
  asked = [];
  /** Pings that were answered. */
  beats = 0;
  #sockets = new WebSocketServer({ noServer: true });
  #server = createServer((request, response) => this.#answer(request, response));

  static async open() {
    const stage = new Stage();
    stage.#server.on('upgrade', (...upgrade) => stage.#upgrade(...upgrade));
    await new Promise((resolve) => stage.#server.listen(0, '127.0.0.1', resolve));
    return stage;
  }

  get host() {
    return `127.0.0.1:${this.#server.address().port}`;
  }

  close() {
    for (const client of this.#sockets.clients) client.terminate();
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  /** @returns how many came before */
  #visit(path) {
    const before = this.visits.get(path) ?? 0;
    this.visits.set(path, before + 1);
    return before;
  }

  #upgrade(request, socket, head) {
    this.#visit(request.url);
    this.#sockets.handleUpgrade(request, socket, head, (client) =>
      request.url.startsWith('/engine') ? this.#engine(client) : echo(client, socket),
    );
  }

  /** As Engine.IO 4 does: an open packet, pings `2` that want a `3`, messages that begin with `4`. */
  #engine(client) {
    let hasAnswered = true;
    const beat = setInterval(() => {
      if (!hasAnswered) return client.terminate();
      hasAnswered = false;
      client.send('2');
    }, BEAT_MILLIS);
    client.send(`0{"sid":"x","upgrades":[],"pingInterval":${BEAT_MILLIS},"pingTimeout":${BEAT_MILLIS}}`);
    client.on('message', (data) => {
      if (String(data) !== '3') return client.send(data, { binary: false });
      hasAnswered = true;
      this.beats++;
    });
    client.on('close', () => clearInterval(beat));
  }

  async #answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, 'http://stage');
    if (pathname.startsWith('/holdfast/')) return serve(pathname.slice('/holdfast/'.length), response);
    if (!pathname.startsWith('/news')) return say(response, 200, 'text/html', HTML);
    const after = request.headers['last-event-id'] ?? searchParams.get('after') ?? '';
    this.asked.push(after);
    const script = searchParams.get('script').split(',');
    const act = script[Math.min(this.#visit(pathname), script.length - 1)];
    this.#play(act, Number(after), response);
  }

  /** So many events a stream; `cut` breaks off in the middle of the next. */
  #play(act, after, response) {
    if (act === 'html') return say(response, 200, 'text/html', HTML);
    const last = after + EVENTS[act];
    if (!last) return say(response, Number(act), 'text/plain', '');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let id = after + 1; id <= last; id++) response.write(`id: ${id}\ndata: ${id}\n\n`);
    if (act === 'cut') response.write(`id: ${last + 1}\nda`, () => response.destroy());
  }
}

function echo(client, socket) {
  client.on('message', (data, isBinary) => {
    const text = String(data);
    if (text === 'ping') client.send('pong');
    else if (text === 'cut') client.terminate();
    else if (text === 'restart') client.close(1012, 'restart');
    // The line stands, and nobody is at its other end.
    else if (text === 'mute') socket.pause();
    else client.send(data, { binary: isBinary });
  });
}

async function serve(file, response) {
  say(response, 200, 'text/javascript', await readFile(new URL(file, LIBRARY)));
}

function say(response, status, type, body) {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

// As a program: says where it is, and stays until it is ended.
if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log((await Stage.open()).host);
