import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Tabs } from './page-alert-tabs.js';
import { Clock, ada, grace, page, said } from './page-fixtures.js';

const GENERAL = 7;
let client;
let browser;
let clock; // of the chat, and so of its threads
let level;
let waiting; // in the server's answer
let isDown;
let open; // another tab, which leads

beforeEach(() => {
  const parts = page();
  parts.chat.close();
  ({ client } = parts);
  Object.assign(client.http, { ask: async (method, path) => (path === 'api/threads' ? threads() : { head: 0, rooms: [] }) });
  waiting = [];
  isDown = false;
  clock = new Clock();
  const chat = new Chat(client, ada, parts.shelf, clock);
  level = { muted: false, level: 'mentions' };
  chat.own = () => level;
  browser = new Tabs(client);
  open = () => Object.assign(browser.open(chat, parts.shelf), { leads: true });
  open();
  client.tellOf({ log: GENERAL, name: 'general', kind: 'public' });
  client.become({ word: 'live' });
});

function threads() {
  if (isDown) assert.fail('the line is down');
  return { threads: waiting.map((thread) => ({ room: GENERAL, thread, replies: 1, at: 1, author: 'ada', text: 'a question' })) };
}

const reply = (sequence, thread, body = {}) => ({ ...said(grace, sequence), body: { text: 'a reply', reply: thread, thread, ...body } });
const raised = () => browser.tabs[0].raised;

/** The server is asked for the threads, and what it says is told of. */
async function pause() {
  clock.ring();
  await setImmediate();
  browser.ring();
}

describe('of the replies that call nobody', () => {
  it('a person is told of those in threads that they follow, once', async () => {
    client.happen(reply(5, 4));
    client.happen(reply(6, 3));
    browser.ring();
    assert.deepEqual(raised(), [], 'premise: it is not known yet');
    waiting = [4];
    await pause();
    assert.deepEqual(raised(), [[5]]);
    client.fire('rooms');
    await pause();
    assert.deepEqual(raised(), [[5]]);
  });

  it('they are told at once where others wait in the thread already', async () => {
    waiting = [4];
    client.happen(reply(5, 4));
    await pause();
    client.happen(reply(6, 4));
    browser.ring();
    assert.deepEqual(raised(), [[5], [6]]);
  });

  it('they are not told of those before they followed', async () => {
    client.happen(reply(5, 4));
    await pause();
    waiting = [4];
    client.happen(reply(6, 4));
    await pause();
    assert.deepEqual(raised(), [[6]]);
  });

  it('they are not told of those that waited when the page was opened', async () => {
    client.become({ word: 'catching-up', behind: 1 });
    const tab = open();
    client.happen(reply(5, 4));
    client.become({ word: 'live' });
    waiting = [4];
    await pause();
    assert.deepEqual([tab.raised, raised()], [[], [[5]]]);
  });

  it('they are told when the server answers again', async () => {
    isDown = true;
    client.happen(reply(5, 4));
    await pause();
    client.fire('rooms');
    isDown = false;
    waiting = [4];
    client.happen(reply(6, 3));
    await pause();
    assert.deepEqual(raised(), [[5]]);
  });

  it('they are not told of what they have read, nor in a room of which they want nothing, nor in one that began anew', async () => {
    waiting = [4];
    client.happen(reply(5, 4));
    client.rooms.get(GENERAL).read = 5;
    await pause();
    level = { muted: true, level: 'mentions' };
    client.happen(reply(6, 4));
    await pause();
    level = { muted: false, level: 'mentions' };
    waiting = [];
    await pause();
    client.happen(reply(7, 3));
    client.tellOf({ log: GENERAL, name: 'general', epoch: 'f', head: 9, read: 0 });
    waiting = [3];
    await pause();
    assert.deepEqual(raised(), []);
    client.happen(reply(10, 3));
    await pause();
    assert.deepEqual(raised(), [[10]], 'premise: nothing else keeps them back');
  });
});

describe('a reply that calls a person', () => {
  it('is told once, without the server’s answer', async () => {
    waiting = [4];
    client.happen(reply(5, 4, { text: '@ada', mentions: [[ada.id, 0, 4]] }));
    browser.ring();
    await pause();
    assert.deepEqual(raised(), [[5]]);
  });
});
