import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Uploads } from '../../../webapp/app/models/uploads.js';
import { Refusal } from '../../../webapp/holdfast/refusal.js';
import { Clock, ScriptedClient } from './page-fixtures.js';
import { filesOf, fitted, imagesOf } from '../../../webapp/app/models/images.js';

const turns = () => new Promise((resolve) => setImmediate(resolve));
const content = (name, size = 100) => ({ name, size });

/** Uploads whose ends the test decides. */
class Line {
  sent = [];

  transfer = (path, { name }, { signal, onProgress }) =>
    new Promise((resolve, reject) => {
      this.sent.push({ path, name, onProgress, arrive: () => resolve({ id: name }), refuse: reject });
      signal.addEventListener('abort', () => reject(new Refusal('unreachable', 'aborted')));
    });

  get names() {
    return this.sent.map(({ name }) => name);
  }
}

let client;
let clock;
let line;
let uploads;

beforeEach(() => {
  client = new ScriptedClient();
  client.limits = { textLength: 10, fileBytes: 1_000 };
  clock = new Clock();
  line = new Line();
  uploads = new Uploads(client, clock, line.transfer);
});

const states = () => uploads.of(7).map(({ name, state }) => `${name} ${state}`);

describe('uploads', () => {
  it('go two at once, and are ready when all are there', async () => {
    assert.equal(uploads.add(7, [content('a'), content('b'), content('c')]), 0);
    assert.deepEqual(line.names, ['a', 'b']);
    assert.equal(uploads.isReady(7), false);
    line.sent[1].arrive();
    await turns();
    assert.deepEqual(line.names, ['a', 'b', 'c']);
    line.sent[0].arrive();
    line.sent[2].arrive();
    await turns();
    assert.equal(uploads.isReady(7), true);
    assert.deepEqual(uploads.files(7), [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
  });

  it('go with a thread as with a room: each has its own', async () => {
    uploads.add('7/5', [content('a')]);
    assert.equal(line.sent[0].path, 'api/rooms/7/files?name=a');
    line.sent[0].arrive();
    await turns();
    assert.deepEqual([uploads.of(7), uploads.files('7/5')], [[], [{ id: 'a' }]]);
    uploads.clear('7/5');
    assert.deepEqual(uploads.of('7/5'), []);
  });

  it('tell how far they are', () => {
    uploads.add(7, [content('a')]);
    line.sent[0].onProgress(40);
    assert.equal(uploads.of(7)[0].loaded, 40);
  });

  it('begin again after the line broke, until they are there', async () => {
    uploads.add(7, [content('a')]);
    line.sent[0].onProgress(40);
    line.sent[0].refuse(new Refusal('unreachable', 'broke'));
    await turns();
    assert.deepEqual(states(), ['a retrying']);
    clock.ring();
    assert.deepEqual(states(), ['a uploading']);
    assert.equal(uploads.of(7)[0].loaded, 0);
    line.sent[1].arrive();
    await turns();
    assert.deepEqual(states(), ['a done']);
  });

  it('begin once when somebody has them begin before they would', async () => {
    uploads.add(7, [content('a')]);
    line.sent[0].refuse(new Refusal('unreachable', 'broke'));
    await turns();
    uploads.of(7)[0].start();
    line.sent[1].arrive();
    await turns();
    clock.ring();
    assert.deepEqual(states(), ['a done']);
    assert.deepEqual(line.names, ['a', 'a']);
  });

  it('give a line up that takes nothing any more, and begin again', async () => {
    uploads.add(7, [content('a')]);
    clock.ring();
    await turns();
    assert.deepEqual(states(), ['a retrying']);
  });

  it('fail when the server does not want them, and may be tried again', async () => {
    uploads.add(7, [content('a')]);
    line.sent[0].refuse(new Refusal('quota_exceeded', 'full'));
    await turns();
    assert.deepEqual(states(), ['a failed']);
    assert.equal(uploads.isReady(7), false);
    uploads.of(7)[0].start();
    line.sent[1].arrive();
    await turns();
    assert.deepEqual(states(), ['a done']);
  });

  it('do not go at all when they are too big', () => {
    uploads.add(7, [content('a', 1_001), content('b', 1_000)]);
    assert.deepEqual(states(), ['a failed', 'b uploading']);
    assert.equal(uploads.of(7)[0].refusal.code, 'too_big');
    assert.deepEqual(line.names, ['b']);
  });

  it('are at most ten of a message, each room by itself', () => {
    const many = Array.from({ length: 12 }, (_, n) => content(`${n}`));
    assert.equal(uploads.add(7, many), 2);
    assert.equal(uploads.add(7, many), 12);
    assert.equal(uploads.add(8, many), 2);
    assert.equal(uploads.of(7).length, 10);
  });

  it('make room for the next when one is removed, and what comes of it is not heard', async () => {
    uploads.add(7, [content('a'), content('b'), content('c')]);
    uploads.remove(7, uploads.of(7)[0]);
    assert.deepEqual(line.names, ['a', 'b', 'c']);
    await turns();
    assert.deepEqual(states(), ['b uploading', 'c uploading']);
  });

  it('name themselves in the address', () => {
    uploads.add(7, [content('a&b #1/预算.txt')]);
    assert.equal(new URL(line.sent[0].path, 'http://x/').searchParams.get('name'), 'a&b #1/预算.txt');
  });
});

describe('images', () => {
  const image = { id: 'i', name: 'i.png', width: 4000, height: 1000 };
  const said = { event: { log: 7, body: { text: '', files: [{ id: 'f', name: 'f.pdf' }, image] } } };

  it('are shown as large as fits, and never larger than they are', () => {
    assert.deepEqual(fitted(image, { width: 360, height: 270 }), { width: 360, height: 90 });
    assert.deepEqual(fitted({ width: 20, height: 10 }, { width: 360, height: 270 }), { width: 20, height: 10 });
    assert.deepEqual(fitted({ width: 9000, height: 1 }, { width: 360, height: 270 }), { width: 360, height: 1 });
  });

  it('of a conversation are those of its messages, also of one that waits', () => {
    const waiting = { log: 7, files: [image] };
    assert.deepEqual(imagesOf([said, { log: 7 }, waiting]), [{ ...image, log: 7 }, { ...image, log: 7 }]);
    assert.equal(filesOf(said).length, 2);
    assert.equal(filesOf({ event: { log: 7, body: { deleted: true } } }).length, 0);
  });
});
