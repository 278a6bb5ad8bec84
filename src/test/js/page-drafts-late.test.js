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

/** A device has asked for all drafts since the other one wrote something. @returns answers it */
async function askLate(device, other) {
  let answer;
  device.late = new Promise((resolve) => (answer = resolve));
  write(other, 'to the thread', draftOf({ log: ROOM, root: 5 }));
  await pause(other);
  device.late = null;
  return () => setImmediate(answer());
}

async function postWhileTheAnswerIsLost(text, lose = () => (desk.isDown = true)) {
  let drop;
  desk.holding = new Promise((resolve) => (drop = resolve)).then(lose);
  write(desk, text);
  await pause(desk);
  desk.chat.posting.post(ROOM, text);
  drop();
  desk.holding = null;
  await setImmediate();
}

describe('answers that come late, or never', () => {
  it('do not go over what was sent after they were read', async () => {
    const answer = await askLate(desk, phone);
    write(desk, 'newer');
    await pause(desk);
    server.asked = [];
    await answer();
    assert.deepEqual([read(desk), read(phone)], ['newer', 'newer']);
    assert.deepEqual(server.asked, ['GET api/drafts'], 'asked again, once');
  });

  it('do not bring back what was taken over since from another device', async () => {
    write(desk, 'one');
    await pause(desk);
    const answer = await askLate(phone, desk);
    write(desk, '');
    await setImmediate();
    assert.equal(read(phone), '', 'premise');
    await answer();
    assert.equal(read(phone), '');
  });

  it('leave no draft of what was posted meanwhile', async () => {
    await postWhileTheAnswerIsLost('hello');
    assert.equal(read(phone), 'hello', 'premise: the server has it');
    await server.connect(desk);
    assert.deepEqual([read(desk), read(phone)], ['', '']);
  });

  it('are made up for where the line itself stayed', async () => {
    desk.client.become({ word: 'live' });
    await postWhileTheAnswerIsLost('hello', () => assert.fail('too late'));
    assert.deepEqual([read(desk), read(phone)], ['', '']);
  });

  it('are no reason to take away the same words that another device wrote later', async () => {
    desk.isDown = true;
    write(desk, 'hello');
    await pause(desk);
    desk.chat.posting.post(ROOM, 'hello');
    await setImmediate();
    await server.connect(desk);
    write(phone, 'hello');
    await pause(phone);
    assert.deepEqual([read(desk), read(phone)], ['hello', 'hello']);
  });

  it('leave what another device wrote since', async () => {
    await postWhileTheAnswerIsLost('hello');
    write(phone, 'what the phone says');
    await pause(phone);
    await server.connect(desk);
    assert.deepEqual([read(desk), read(phone)], ['what the phone says', 'what the phone says']);
  });
});
