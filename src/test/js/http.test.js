import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Http } from '../../../webapp/holdfast/http.js';
import { FakePlatform } from './fakes/platform.js';

describe('Http', () => {
  let platform, http, accounts;

  beforeEach(() => {
    platform = new FakePlatform();
    accounts = [];
    http = new Http(platform, 'http://chat.test/app/', 10000, ({ id }) => accounts.push(id));
  });

  const answers = (status, body) => (platform.answer = () => ({ status, body }));
  const asked = () => {
    const { method, url, body } = platform.requests.at(-1);
    return [method, url.replace('http://chat.test/app/', ''), body === undefined ? undefined : JSON.parse(body)];
  };

  it('asks what the contract has (section 6)', async () => {
    const login = { name: 'ada', password: 'correct horse' };
    const calls = [
      [() => http.session(), ['GET', 'api/session', undefined]],
      [() => http.signUp(login), ['POST', 'api/accounts', login]],
      [() => http.login(login), ['POST', 'api/login', login]],
      [() => http.logout(), ['POST', 'api/logout', undefined]],
      [() => http.rooms(), ['GET', 'api/rooms', undefined]],
      [() => http.createRoom({ name: 'x' }), ['POST', 'api/rooms', { name: 'x' }]],
      [() => http.join(3), ['POST', 'api/rooms/3/join', undefined]],
      [() => http.leave(3), ['POST', 'api/rooms/3/leave', undefined]],
      [() => http.members(3), ['GET', 'api/rooms/3/members', undefined]],
      [() => http.history(3, { before: 9, limit: 5 }), ['GET', 'api/rooms/3/events?before=9&limit=5', undefined]],
    ];
    answers(200, { id: 7, rooms: [], members: [] });
    for (const [call, expected] of calls) {
      await call();
      assert.deepEqual(asked(), expected);
    }
  });

  it('gives what was asked for', async () => {
    answers(200, { rooms: [{ log: 1 }] });
    assert.deepEqual(await http.rooms(), [{ log: 1 }]);
    answers(204);
    assert.equal(await http.leave(1), undefined);
  });

  it('says who is signed in to whoever has to know', async () => {
    answers(200, { id: 7 });
    await http.session();
    assert.deepEqual(accounts, [7]);
  });

  it('rejects with what the server refused', async () => {
    answers(429, { code: 'rate_limited', message: 'Too fast', retryable: true, retryAfter: 900 });
    const refusal = { name: 'Refusal', code: 'rate_limited', message: 'Too fast', status: 429, retryAfter: 900 };
    await assert.rejects(http.rooms(), refusal);
  });

  it('makes sense of answers that are not the server\'s own', async () => {
    platform.fetch = async () => new Response('<html>', { status: 401 });
    await assert.rejects(http.session(), { code: 'login_required', status: 401 });
    platform.fetch = async () => new Response('<html>', { status: 502 });
    await assert.rejects(http.session(), { code: 'internal', status: 502 });
    platform.fetch = async () => new Response('<html>a login page</html>', { status: 200 });
    await assert.rejects(http.session(), { code: 'unreachable' });
    assert.deepEqual(accounts, []);
  });

  it('rejects when nobody answers, or not in time', async () => {
    platform.fetch = async () => Promise.reject(new TypeError('failed'));
    await assert.rejects(http.rooms(), { name: 'Refusal', code: 'unreachable', status: 0 });
    platform.fetch = (_, { signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const slow = assert.rejects(http.rooms(), { code: 'unreachable' });
    await platform.clock.pass(10000);
    await slow;
    assert.equal(platform.clock.pending, 0);
  });
});
