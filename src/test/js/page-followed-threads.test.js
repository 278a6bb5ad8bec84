import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { FollowedThreads } from '../../../webapp/app/models/followed-threads.js';
import { Clock, ScriptedClient, ada, grace, said } from './page-fixtures.js';

const OWN = 1;
let client;
let clock;
let threads;
let asked;
let answer;

beforeEach(async () => {
  client = new ScriptedClient();
  clock = new Clock();
  asked = [];
  answer = [];
  client.http.ask = async (method, path, body) => {
    asked.push([method, path, body].filter((part) => part !== undefined));
    return { threads: answer };
  };
  threads = new FollowedThreads(client, ada, clock);
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
    await pause();
    assert.deepEqual(asked, [['GET', 'api/threads']]);
    assert.equal(threads.waiting, 3);
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

  it('are wanted in their room, and shown there once', () => {
    threads.want({ log: 7, root: 4 });
    assert.equal(threads.takeWanted(8), null);
    assert.equal(threads.takeWanted(7), 4);
    assert.equal(threads.takeWanted(7), null);
  });
});
