import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { texts as en } from '../../../webapp/app/words/en.js';
import { ROOM_ROLES, Rights, mayBegin, mayBrowse } from '../../../webapp/app/models/rights.js';
import { noticeText } from '../../../webapp/app/views/notice-text.js';
import { words } from '../../../webapp/app/words/words.js';
import { ada, grace, page } from './page-fixtures.js';

const other = (role) => ({ ...grace, role });

function rights(role, { kind = 'private', account = 'member' } = {}) {
  return new Rights({ ...ada, role: account }, { log: 7, kind, role });
}

describe('a person is offered', () => {
  it('to write, unless the room is read-only to them', () => {
    assert.deepEqual(ROOM_ROLES.map((role) => rights(role).writes), [false, true, true, true]);
  });

  it('to add people as a moderator, and to say who is what as an owner', () => {
    assert.deepEqual(ROOM_ROLES.map((role) => rights(role).addsPeople), [false, false, true, true]);
    assert.deepEqual(ROOM_ROLES.map((role) => rights(role).setsRoles), [false, false, false, true]);
  });

  it('to take out whoever is less, and as an owner everyone but themselves', () => {
    const taken = (mine) => ROOM_ROLES.filter((role) => rights(mine).removes(other(role)));
    assert.deepEqual(taken('member'), []);
    assert.deepEqual(taken('moderator'), ['read-only', 'member']);
    assert.deepEqual(taken('owner'), ROOM_ROLES);
    assert.equal(rights('owner').removes({ ...ada, role: 'member' }), false);
  });

  it('no more than a member is, to guests and programs', () => {
    for (const account of ['guest', 'bot']) {
      assert.equal(rights('owner', { account }).addsPeople, false);
      assert.equal(rights('owner', { account }).writesTo(grace), false);
      assert.equal(mayBegin({ role: account }), false);
    }
    assert.deepEqual(['admin', 'member', 'bot', 'guest'].map((role) => mayBrowse({ role })), [true, true, true, false]);
  });

  it('as an administrator what an owner is, in public rooms', () => {
    assert.equal(rights('member', { kind: 'public', account: 'admin' }).setsRoles, true);
    assert.equal(rights('member', { account: 'admin' }).setsRoles, false);
  });

  it('nothing about the people of a direct conversation', () => {
    const direct = rights('member', { kind: 'direct' });
    assert.deepEqual([direct.leaves, direct.addsPeople, direct.setsRoles], [false, false, false]);
    assert.equal(direct.writes, true);
  });
});

describe('the chat', () => {
  it('asks by the role that the server told last', () => {
    const { chat, client } = page();
    client.tellOf({ log: 7, name: 'Seven', kind: 'private', role: 'owner' });
    client.account = { ...ada, role: 'member' };
    assert.equal(chat.rights(chat.rooms[0]).setsRoles, true);
    client.account = { ...ada, role: 'guest' };
    assert.equal(chat.rights(chat.rooms[0]).setsRoles, false);
    assert.equal(chat.doors.mayBegin, false);
  });

  it('enters the conversation that it opens', async () => {
    const { chat, client } = page();
    client.http.ask = async (method, path, { people }) => path === 'api/direct' && { log: people[0] + 10 };
    client.tellOf({ log: 12, name: 'Grace Hopper', kind: 'direct', role: 'member' });
    await chat.doors.openDirect(2);
    assert.equal(chat.open, 12);
  });
});

describe('a notice', () => {
  const open = { kind: 'public' };
  const told = (type, author, body, room = open) => noticeText([{ type, author, body }], room).text;

  it('says who did it to whom', async () => {
    await words.use('en');
    const account = { id: grace.id, name: grace.name };
    assert.equal(told('joined', grace, { account }), 'Grace Hopper joined');
    assert.equal(told('joined', { id: 1, name: 'Ada' }, { account }), 'Ada added Grace Hopper');
    assert.equal(told('left', { id: 1, name: 'Ada' }, { account }), 'Ada removed Grace Hopper');
    const role = { account, role: 'read-only' };
    assert.equal(told('role', { id: 1, name: 'Ada' }, role), 'Grace Hopper is now read-only (by Ada)');
    assert.ok(Object.hasOwn(en, 'role.owner'));
  });

  it('is one alone at the beginning of a direct conversation', () => {
    const account = { id: 1, name: 'Ada' };
    assert.equal(told('created', grace, { kind: 'direct' }, { kind: 'direct' }), 'Grace Hopper began this conversation');
    assert.equal(told('joined', grace, { account }, { kind: 'direct' }), '');
  });
});
