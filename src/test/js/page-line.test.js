import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Announcements } from '../../../webapp/app/models/announcements.js';
import { Line } from '../../../webapp/app/models/line.js';
import { Login } from '../../../webapp/app/models/login.js';
import { RecentSearches } from '../../../webapp/app/models/recent-searches.js';
import { Shelf } from '../../../webapp/app/models/shelf.js';
import { Clock, ScriptedClient, ada, grace, storage } from './page-fixtures.js';

let client;
let clock;

beforeEach(() => {
  client = new ScriptedClient();
  clock = new Clock();
});

describe('the line', () => {
  it('tells the word at once, and speaks of trouble only when it lasts 3 s', () => {
    client.become({ word: 'live' });
    const line = new Line(client, clock);
    client.become({ word: 'offline', since: 1 });
    assert.equal(line.word, 'offline');
    assert.equal(line.isTroubled, false);
    assert.deepEqual(clock.waiting, [3_000]);
    clock.ring();
    assert.equal(line.isTroubled, true);
  });

  it('says nothing of trouble that was over sooner', () => {
    const line = new Line(client, clock);
    client.become({ word: 'live' });
    assert.deepEqual(clock.waiting, []);
    assert.equal(line.isTroubled, false);
  });

  it('counts going from offline to catching up as the same trouble', () => {
    const line = new Line(client, clock);
    client.become({ word: 'catching-up', behind: 214 });
    assert.equal(clock.waiting.length, 1);
    clock.ring();
    client.become({ word: 'catching-up', behind: 12 });
    assert.deepEqual(clock.waiting, []);
    assert.ok(line.isTroubled);
    assert.equal(line.behind, 12);
    client.become({ word: 'live', behind: 0 });
    assert.ok(!line.isTroubled);
  });

  it('tells as soon as messages are not kept over a reload, and when they are again', () => {
    const line = new Line(client, clock);
    let changes = 0;
    line.addEventListener('change', () => changes++);
    assert.equal(line.isKept, true);
    client.isOutboxKept = false;
    client.fire('outbox');
    client.fire('outbox');
    assert.deepEqual([line.isKept, changes], [false, 1]);
    client.isOutboxKept = true;
    client.fire('outbox');
    assert.deepEqual([line.isKept, changes], [true, 2]);
  });

  it('leaves no timer and no listener behind when it is closed', () => {
    const line = new Line(client, clock);
    line.close();
    client.become({ word: 'offline' });
    assert.deepEqual(clock.waiting, []);
  });
});

describe('announcements', () => {
  it('are batched by the second', () => {
    const announcements = new Announcements(clock);
    announcements.add(['a']);
    announcements.add(['b', 'c']);
    assert.deepEqual(announcements.batch, []);
    assert.deepEqual(clock.waiting, [1_000]);
    clock.ring();
    assert.deepEqual(announcements.batch, ['a', 'b', 'c']);
  });

  it('of a room that was left are not said', () => {
    const announcements = new Announcements(clock);
    announcements.add(['a']);
    announcements.clear();
    clock.ring();
    assert.deepEqual(announcements.batch, []);
  });
});

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('signing in', () => {
  let clients;
  let login;
  let shelf;

  beforeEach(() => {
    clients = [];
    const kept = storage();
    shelf = new Shelf('/', () => kept);
    login = new Login(() => clients[clients.push(new ScriptedClient()) - 1], shelf, clock);
  });

  const answer = (method, run) => (clients.at(-1).http[method] = run);
  const refused = (code, status) => async () => Promise.reject(Object.assign(new Error(code), { code, status }));

  it('is asked for when the server knows nobody, and after that offered as a known browser', async () => {
    answer('session', refused('login_required', 401));
    await login.resume();
    assert.equal(login.state, 'out');
    assert.equal(login.isKnown, false);
    answer('login', async () => ada);
    await login.signIn({ name: 'ada', password: 'secret' });
    assert.deepEqual([login.state, login.isKnown, clients[0].isConnected], ['in', true, true]);
  });

  it('is not asked for when something before the server has signed somebody in', async () => {
    answer('session', refused('login_required', 401));
    answer('ask', async (method) => (method === 'GET' ? { principal: 'ada' } : ada));
    await login.resume();
    assert.deepEqual([login.state, login.chat.account], ['in', ada]);
    answer('logout', async () => {});
    await login.signOut();
    assert.equal(login.state, 'out', 'who signed out has said so');
  });

  it('is asked for when they may not come in', async () => {
    answer('session', refused('login_required', 401));
    answer('ask', async (method) => (method === 'GET' ? { principal: 'ada' } : refused('forbidden', 403)()));
    await login.resume();
    assert.equal(login.state, 'out');
  });

  it('is not asked for when the server merely does not answer', async () => {
    answer('session', refused('unreachable', 0));
    await login.resume();
    assert.equal(login.state, 'failed');
  });

  it('leaves the next person a client that knows nobody', async () => {
    answer('session', async () => ada);
    await login.resume();
    answer('logout', async () => {});
    await login.signOut();
    assert.deepEqual([login.state, login.chat, clients.length, clients[0].isClosed], ['out', null, 2, true]);
  });

  it('leaves the next person nothing of what was looked for, whoever ended it', async () => {
    answer('session', async () => ada);
    answer('logout', async () => {});
    for (const end of [() => login.signOut(), () => clients.at(-1).fire('signedout')]) {
      await login.resume();
      new RecentSearches(login.chat).note('hay');
      const { chat } = login;
      await end();
      assert.deepEqual([login.state, new RecentSearches(chat).all], ['out', []]);
      clients.at(-1).http.session = async () => ada;
    }
    new RecentSearches({ shelf, account: ada }).note('hay');
    answer('session', refused('login_required', 401));
    await login.resume();
    assert.deepEqual(new RecentSearches({ shelf, account: ada }).all, [], 'their session ended while no page was open');
  });

  it('goes on to where the identity provider ends its session, when it left ours', async () => {
    const gone = [];
    const platform = { ...clock, location: { assign: (address) => gone.push([login.state, address]) } };
    login = new Login(() => clients[clients.push(new ScriptedClient()) - 1], new Shelf('/', storage), platform);
    answer('session', async () => ada);
    await login.resume();
    answer('logout', async () => 'https://login.example/end');
    await login.signOut();
    assert.deepEqual(gone, [['out', 'https://login.example/end']]);
  });

  it('stays when signing out failed: a page that only looks signed out leaves the desk open', async () => {
    answer('session', async () => ada);
    await login.resume();
    answer('logout', refused('unreachable', 0));
    await assert.rejects(login.signOut());
    assert.equal(login.state, 'in');
  });

  it('is asked for again when the login ended elsewhere', async () => {
    answer('session', async () => ada);
    await login.resume();
    clients[0].fire('signedout');
    assert.equal(login.state, 'out');
  });

  it('by another one in another tab leaves nothing of the person before', async () => {
    answer('session', async () => ada);
    await login.resume();
    const before = login.chat;
    clients[0].fire('welcome', { account: ada });
    assert.equal(login.chat, before);
    login.addEventListener('change', () => answer('session', async () => grace), { once: true });
    clients[0].fire('welcome', { account: grace });
    await settled();
    assert.deepEqual([login.state, login.chat.account, clients[0].isClosed], ['in', grace, true]);
    assert.deepEqual([clients.length, clients[1].isConnected], [2, true]);
  });
});
