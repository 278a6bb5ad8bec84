import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { FollowedThreads } from '../../../webapp/app/models/followed-threads.js';
import { Refusal } from '../../../webapp/holdfast/refusal.js';
import { Clock, ScriptedClient, ada, grace, said } from './page-fixtures.js';

const OWN = 1;
let client;
let clock;
let threads;
let asked;
let answer;
let chance;

beforeEach(async () => {
  client = new ScriptedClient();
  clock = new Clock();
  asked = [];
  answer = [];
  client.http.ask = async (method, path, body) => {
    asked.push([method, path, body].filter((part) => part !== undefined));
    return { threads: answer };
  };
  chance = 0;
  threads = new FollowedThreads(client, ada, clock, () => chance);
  client.tellOf({ log: 7, name: 'general' });
  client.account = { ...ada, log: OWN, epoch: 'e', position: 3 };
  client.fire('welcome');
  await setImmediate();
});

const reply = (author, sequence) => ({ ...said(author, sequence), body: { text: 'a reply', reply: 4, thread: 4 } });
const waits = (replies) => ({ room: 7, thread: 4, replies, at: 1, author: 'ada', text: 'a question' });

async function pause() {
  asked = [];
  clock.ring();
  await setImmediate();
}

describe('the threads that a person follows', () => {
  it('are known from the welcome on', () => {
    assert.deepEqual(asked, [['GET', 'api/threads']]);
    assert.equal(threads.waiting, 0);
  });

  it('are asked for again after replies of others, once for many', async () => {
    answer = [waits(2), { ...waits(1), thread: 9 }];
    for (const sequence of [5, 6]) client.happen(reply(grace, sequence));
    assert.equal(clock.waiting.length, 1);
    client.tellOf({ log: 7, name: 'general' });
    await pause();
    assert.deepEqual(asked, [['GET', 'api/threads']]);
    assert.equal(threads.waiting, 3);
  });

  it('are asked for soon where one is known to be followed, by everybody else at different times', () => {
    chance = 0.5;
    client.happen(reply(grace, 5));
    assert.deepEqual(clock.waiting, [6_500]);
    client.happen({ ...said(ada, 6), body: { text: 'mine', thread: 3, reply: 3 } });
    client.happen({ ...reply(grace, 7), body: { text: 'to mine', thread: 3, reply: 6 } });
    client.happen(reply(grace, 8));
    assert.deepEqual(clock.waiting, [2_000]);
  });

  it('are known to be followed where one began them, or replies wait', async () => {
    answer = [waits(1)];
    client.happen(reply(grace, 5));
    await pause();
    client.happen(reply(grace, 6));
    assert.deepEqual(clock.waiting, [1_500]);
    await pause();
    client.happen(said(ada, 7));
    client.happen({ ...reply(grace, 8), body: { text: 'to mine', thread: 7, reply: 7 } });
    assert.deepEqual(clock.waiting, [1_500]);
  });

  it('do not wait in a room that was left', async () => {
    answer = [waits(2)];
    client.happen(reply(grace, 5));
    await pause();
    assert.equal(threads.waiting, 2, 'premise');
    let told = 0;
    threads.addEventListener('change', () => (told += 1));
    client.rooms.delete(7);
    client.fire('rooms');
    assert.deepEqual([threads.waiting, threads.list, told], [0, [], 1]);
  });

  it('are not for what answers nothing, nor for one’s own', async () => {
    client.happen(said(grace, 5));
    client.happen(reply(ada, 6));
    await pause();
    assert.deepEqual(asked, []);
  });

  it('are asked for again when another device has read one', async () => {
    client.fire('event', { log: OWN, sequence: 4, type: 'thread', body: { room: 7, thread: 4, following: true, read: 6 } });
    await pause();
    assert.deepEqual(asked, [['GET', 'api/threads']]);
  });

  it('are said to be read once for each reply, and again where that failed', async () => {
    asked = [];
    await threads.read({ log: 7, root: 4 }, 6);
    await threads.read({ log: 7, root: 4 }, 6);
    assert.deepEqual(asked, [['PATCH', 'api/rooms/7/threads/4', { read: 6 }]]);
    const { ask } = client.http;
    client.http.ask = async () => assert.fail('the line is down');
    await threads.read({ log: 7, root: 4 }, 8);
    client.http.ask = ask;
    asked = [];
    await threads.read({ log: 7, root: 4 }, 8);
    assert.equal(asked.length, 1);
  });

  it('are not said to be read again where that was refused for good', async () => {
    const refuse = (code) => async (...request) => {
      asked.push(request);
      throw new Refusal(code, code);
    };
    asked = [];
    client.http.ask = refuse('not_found');
    for (let times = 0; times < 2; times += 1) await threads.read({ log: 7, root: 4 }, 6);
    assert.equal(asked.length, 1);
    client.http.ask = refuse('busy');
    for (let times = 0; times < 2; times += 1) await threads.read({ log: 7, root: 4 }, 8);
    assert.equal(asked.length, 3);
  });

  it('may be otherwise whenever the account says something of one', () => {
    let told = 0;
    threads.addEventListener('change', () => (told += 1));
    const place = { log: 7, root: 4 };
    const before = threads.newsOf(place);
    client.fire('event', { log: OWN, sequence: 4, type: 'thread', body: { room: 7, thread: 5, following: false, read: 6 } });
    assert.equal(threads.newsOf(place), before);
    client.fire('event', { log: OWN, sequence: 5, type: 'thread', body: { room: 7, thread: 4, following: false, read: 6 } });
    assert.notEqual(threads.newsOf(place), before);
    assert.equal(told, 2);
  });

  it('are wanted in their room, and shown there once', () => {
    threads.want({ log: 7, root: 4 });
    assert.equal(threads.takeWanted(8), null);
    assert.equal(threads.takeWanted(7), 4);
    assert.equal(threads.takeWanted(7), null);
  });
});
