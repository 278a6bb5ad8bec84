import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStorage } from '../../../webapp/holdfast/storage-memory.js';
import { settle } from './fakes/clock.js';
import { ADA, BEN, Desk } from './fakes/desk.js';

describe('Outbox of a shared browser', () => {
  it('sends what was stored before, and before what is new', async () => {
    const storage = memoryStorage();
    await (await new Desk({ storage }).online(ADA)).post('one', 'two');
    const later = new Desk({ storage });
    later.platform.clock.jump(60_000);
    later.outbox.post(1, 'three');
    await later.online(ADA);
    assert.deepEqual(later.states, ['one sending', 'two waiting', 'three waiting']);
  });

  it('sends nothing new while the old is still being read', async () => {
    let read;
    const storage = { ...memoryStorage(), load: () => new Promise((resolve) => (read = resolve)) };
    const desk = await new Desk({ storage }).online();
    await desk.post('new');
    assert.deepEqual(desk.texts, []);
    read([{ id: 'old-entry', room: 1, text: 'old', at: 1, state: 'waiting', refusal: null }]);
    await settle();
    assert.deepEqual(desk.texts, ['old']);
  });

  it('never sends as somebody else', async () => {
    const desk = await new Desk().online(ADA);
    desk.outbox.disconnected();
    await desk.post('of Ada');
    await desk.online(BEN);
    assert.deepEqual(desk.texts, []);
    assert.deepEqual(desk.states, []);
    desk.outbox.disconnected();
    await desk.online(ADA);
    assert.deepEqual(desk.texts, ['of Ada']);
  });

  it('never sends on the connection of the one before', async () => {
    const storage = memoryStorage();
    await (await new Desk({ storage }).online(BEN)).post('of Ben');
    const desk = await new Desk({ storage }).online(ADA);
    await desk.outbox.open(BEN);
    await settle();
    assert.deepEqual(desk.texts, []);
  });

  it('sends all the same when the storage fails, or never answers', async () => {
    const broken = { ...memoryStorage(), put: async () => Promise.reject(new Error('full')) };
    const desk = await new Desk({ storage: broken }).online();
    await desk.post('one');
    assert.deepEqual([desk.texts, desk.failures], [['one'], ['full']]);
    const hanging = { ...memoryStorage(), load: () => new Promise(() => {}) };
    const patient = await new Desk({ storage: hanging }).online();
    await patient.post('two');
    assert.deepEqual(patient.texts, []);
    await patient.platform.clock.pass(3000);
    assert.deepEqual(patient.texts, ['two']);
  });

  it('is settled when everything is stored', async () => {
    let stored;
    const storage = { ...memoryStorage(), put: () => new Promise((resolve) => (stored = resolve)) };
    const desk = await new Desk({ storage }).online();
    desk.outbox.post(1, 'one');
    let settled = false;
    const waiting = desk.outbox.settled().then(() => (settled = true));
    await settle();
    assert.equal(settled, false);
    stored();
    await waiting;
  });
});
