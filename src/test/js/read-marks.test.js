import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACCOUNT, Chat, event, room, welcome } from './fakes/chat.js';

const reads = (chat) => chat.socket.sent.filter(({ type }) => type === 'read').map(({ data }) => data.sequence);
const live = (more) => new Chat().live(welcome({ rooms: [room({ position: 9, head: 9, read: 2, ...more })] }));

describe('A read mark', () => {
  it('is sent at once, and after that once a second at most', async () => {
    const chat = await live();
    for (const sequence of [3, 4, 5]) chat.client.read(1, sequence);
    assert.deepEqual(reads(chat), [3]);
    await chat.clock.pass(999);
    assert.deepEqual(reads(chat), [3]);
    await chat.clock.pass(1);
    assert.deepEqual(reads(chat), [3, 5]);
  });

  it('goes only forwards', async () => {
    const chat = await live();
    chat.client.read(1, 2);
    chat.client.read(1, 1);
    chat.client.read(99, 5);
    assert.deepEqual(reads(chat), []);
    assert.equal(chat.client.rooms.get(1).read, 2);
  });

  it('of one room does not hold up that of another', async () => {
    const chat = await new Chat().live(welcome({ rooms: [room(), room({ log: 2 })] }));
    chat.client.read(1, 1);
    chat.client.read(1, 2);
    chat.client.read(2, 1);
    await chat.clock.pass(1000);
    const marks = chat.socket.sent.filter(({ type }) => type === 'read').map(({ data }) => data);
    assert.deepEqual(marks.map(({ room: log, sequence }) => `${log}:${sequence}`), ['1:1', '2:1', '1:2']);
  });

  it('that was set while away is sent after the welcome, and is not set back by it', async () => {
    const chat = await live();
    chat.socket.end(1006);
    chat.client.read(1, 7);
    chat.source.say('notice', { after: 0 });
    await chat.clock.pass(0);
    await chat.welcomed(welcome({ rooms: [room({ position: 9, head: 9, read: 2 })] }));
    assert.deepEqual(reads(chat), [7]);
    assert.equal(chat.client.rooms.get(1).read, 7);
  });

  const comeBack = async (chat, read) => {
    chat.socket.end(1006);
    chat.source.say('notice', { after: 0 });
    await chat.clock.pass(0);
    await chat.welcomed(welcome({ rooms: [room({ position: 9, head: 9, read })] }));
    await chat.clock.pass(1000);
  };

  it('that was lost with the line is sent again after the next welcome', async () => {
    const chat = await live();
    chat.client.read(1, 7);
    await comeBack(chat, 2);
    assert.equal(chat.client.rooms.get(1).read, 7);
    assert.deepEqual(reads(chat), [7]);
    await comeBack(chat, 2);
    assert.deepEqual(reads(chat), [7], 'until the server has it');
  });

  it('that the server has is not sent again', async () => {
    for (const confirm of ['welcome', 'event']) {
      const chat = await live();
      chat.client.read(1, 7);
      const data = { log: ACCOUNT.log, type: 'read', body: { room: 1, sequence: 7 } };
      if (confirm === 'event') chat.socket.say(event(1, data));
      await comeBack(chat, confirm === 'event' ? 2 : 7);
      assert.deepEqual(reads(chat), [], confirm);
    }
  });

  it('that is newer than the lost one is what is sent', async () => {
    const chat = await live();
    chat.client.read(1, 7);
    chat.client.read(1, 8);
    await comeBack(chat, 3);
    assert.deepEqual(reads(chat), [8]);
  });

  it('follows the other devices of the account', async () => {
    const chat = await live();
    chat.socket.say(event(1, { log: ACCOUNT.log, type: 'read', body: { room: 1, sequence: 6 } }));
    assert.equal(chat.client.rooms.get(1).read, 6);
    chat.socket.say(event(2, { log: ACCOUNT.log, type: 'read', body: { room: 1, sequence: 4 } }));
    assert.equal(chat.client.rooms.get(1).read, 6);
  });

  it('of one account is never sent for another', async () => {
    const chat = await live();
    chat.client.read(1, 3);
    chat.client.read(1, 4);
    chat.socket.end(4401);
    await chat.clock.pass(0);
    await chat.live(welcome({ account: { ...ACCOUNT, id: 8 } }));
    await chat.clock.pass(60000);
    assert.deepEqual(reads(chat), []);
  });
});
