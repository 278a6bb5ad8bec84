import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { memoryStorage } from '../../../webapp/holdfast/storage-memory.js';
import { settle } from './fakes/clock.js';
import { ADA, Desk } from './fakes/desk.js';

describe('Outbox with a storage that fails', () => {
  let storage, broken, desk;

  beforeEach(async () => {
    storage = memoryStorage();
    broken = null;
    const failing = (verb) => async (...given) => {
      if (broken) throw broken;
      return storage[verb](...given);
    };
    desk = new Desk({ storage: { load: failing('load'), put: failing('put'), remove: failing('remove') } });
    await desk.online();
    desk.outbox.disconnected();
  });

  it('is kept while the storage works', async () => {
    await desk.post('one');
    assert.equal(desk.outbox.isKept, true);
  });

  it('is not kept while a message of it is not stored', async () => {
    broken = new Error('full');
    await desk.post('one');
    assert.deepEqual([desk.outbox.isKept, desk.failures], [false, ['full']]);
  });

  it('is not kept when it can not be read, even while it is empty', async () => {
    broken = new Error('no database');
    await desk.online();
    assert.equal(desk.outbox.isKept, false);
  });

  it('stores what it could not as soon as the storage works again', async () => {
    broken = new Error('full');
    await desk.post('one', 'two');
    broken = null;
    await desk.online();
    await settle();
    assert.deepEqual((await storage.load(ADA)).map(({ text }) => text), ['one', 'two']);
    assert.equal(desk.outbox.isKept, true);
  });

  it('says each change', async () => {
    const said = [];
    desk.changed = () => said.push(desk.outbox.isKept);
    broken = new Error('full');
    await desk.online();
    assert.equal(said.at(-1), false);
    broken = null;
    await desk.online();
    assert.equal(said.at(-1), true);
  });
});
