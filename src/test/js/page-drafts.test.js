import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { draftOf } from '../../../webapp/app/models/draft-place.js';
import { DraftServer, ROOM, pause, read, write } from './page-draft-server.js';

let server;
let desk;
let phone;

beforeEach(async () => {
  server = new DraftServer();
  [desk, phone] = [server.device(), server.device()];
  for (const device of [desk, phone]) await server.connect(device);
  server.asked = [];
});

describe('what is written at one device', () => {
  it('is at the other after a pause, and the view is told', async () => {
    let told = 0;
    phone.chat.drafts.addEventListener('change', () => (told += 1));
    write(desk, 'half');
    write(desk, 'half a thought');
    await setImmediate();
    assert.equal(read(phone), '');
    await pause(desk);
    assert.equal(read(phone), 'half a thought');
    assert.equal(told, 1);
    assert.deepEqual(server.asked, ['PUT api/rooms/7/draft', 'GET api/drafts']);
  });

  it('is told of there when it begins and when it is sent, not with each letter', () => {
    let told = 0;
    desk.chat.drafts.addEventListener('change', () => (told += 1));
    write(desk, 'half');
    write(desk, 'half a thought');
    assert.equal(told, 1);
    desk.chat.posting.post(ROOM, 'half a thought');
    assert.equal(told, 2);
  });

  it('is not asked for by itself, whichever of its answer and its event comes first', async () => {
    for (server.isLate of [false, true]) {
      server.asked = [];
      write(desk, `half, late: ${server.isLate}`);
      await pause(desk);
      await setImmediate();
      assert.deepEqual(server.asked, ['PUT api/rooms/7/draft', 'GET api/drafts']);
    }
  });

  it('is there at once when its writer leaves the room, or looks away', async () => {
    desk.chat.enter(ROOM);
    write(desk, 'half');
    desk.chat.lookAway();
    await setImmediate();
    assert.equal(read(phone), 'half');
    write(desk, 'half a thought');
    desk.chat.enter(null);
    await setImmediate();
    assert.equal(read(phone), 'half a thought');
  });

  it('goes on there, to and fro', async () => {
    write(desk, 'one');
    await pause(desk);
    write(phone, 'one two');
    await pause(phone);
    assert.equal(read(desk), 'one two');
    write(desk, '');
    await setImmediate();
    assert.equal(read(phone), '');
  });

  it('is gone everywhere as soon as it was posted', async () => {
    write(desk, 'hello');
    await pause(desk);
    assert.equal(read(phone), 'hello', 'premise');
    desk.chat.posting.post(ROOM, 'hello');
    await setImmediate();
    assert.equal(read(phone), '');
  });

  it('has a place of its own for each thread', async () => {
    const thread = draftOf({ log: ROOM, root: 5 });
    write(desk, 'to all');
    write(desk, 'to the thread', thread);
    await pause(desk);
    assert.deepEqual([read(phone), read(phone, thread)], ['to all', 'to the thread']);
    desk.chat.posting.post(ROOM, 'to the thread', 9, thread);
    await setImmediate();
    assert.deepEqual([read(phone), read(phone, thread)], ['to all', '']);
  });
});

describe('what is written at two devices', () => {
  it('stays where it is, until one of the writers goes on: then that is the newest', async () => {
    write(phone, 'mine');
    write(desk, 'other');
    await pause(desk);
    assert.equal(read(phone), 'mine');
    write(phone, 'mine, longer');
    await pause(phone);
    assert.equal(read(desk), 'mine, longer');
  });

  it('is agreed on where it is the same', async () => {
    for (const device of [phone, desk]) write(device, 'the same');
    await pause(desk);
    write(desk, 'the same, and more');
    await pause(desk);
    assert.equal(read(phone), 'the same, and more');
  });

  it('does not go over a newer one when the line comes back', async () => {
    phone.isDown = true;
    write(phone, 'yesterday');
    await pause(phone);
    write(desk, 'today');
    await pause(desk);
    await server.connect(phone);
    assert.deepEqual([read(phone), read(desk)], ['yesterday', 'today']);
    phone.chat.enter(null);
    await setImmediate();
    assert.equal(read(desk), 'today');
    write(phone, 'yesterday, and now');
    await pause(phone);
    assert.equal(read(desk), 'yesterday, and now');
  });
});

describe('without a connection', () => {
  it('it stays here, and goes out when there is one again, also after a reload', async () => {
    desk.isDown = true;
    write(desk, 'on the train');
    await pause(desk);
    desk = await server.reload(desk);
    assert.equal(read(desk), 'on the train');
    assert.equal(read(phone), 'on the train');
  });

  it('it goes out with the next welcome, though nothing else has happened', async () => {
    desk.isDown = true;
    write(desk, 'on the train');
    await pause(desk);
    await server.connect(desk);
    assert.equal(read(phone), 'on the train');
    desk.isDown = true;
    desk.chat.posting.post(ROOM, 'on the train');
    await setImmediate();
    await server.connect(desk);
    assert.equal(read(phone), '');
  });

  it('what came meanwhile is there after a reload, where nobody touched it', async () => {
    write(desk, 'one');
    await pause(desk);
    phone.isDown = true;
    write(desk, 'one two');
    await pause(desk);
    phone = await server.reload(phone);
    assert.equal(read(phone), 'one two');
    phone.isDown = true;
    desk.chat.posting.post(ROOM, 'one two');
    await setImmediate();
    phone = await server.reload(phone);
    assert.equal(read(phone), '');
  });
});
