import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStorage } from '../../../webapp/holdfast/storage-memory.js';

const entry = (id, text = id) => ({ id, room: 1, text, at: 0, state: 'waiting', refusal: null });

describe('memoryStorage', () => {
  it('keeps the entries of each account apart', async () => {
    const storage = memoryStorage();
    await storage.put(7, entry('a'));
    await storage.put(8, entry('b'));
    await storage.remove(8, 'a');
    assert.deepEqual((await storage.load(7)).map(({ id }) => id), ['a']);
    assert.deepEqual((await storage.load(8)).map(({ id }) => id), ['b']);
    assert.deepEqual(await storage.load(9), []);
  });

  it('replaces an entry of the same id, and removes it', async () => {
    const storage = memoryStorage();
    await storage.put(7, entry('a', 'one'));
    await storage.put(7, entry('a', 'two'));
    assert.deepEqual((await storage.load(7)).map(({ text }) => text), ['two']);
    await storage.remove(7, 'a');
    assert.deepEqual(await storage.load(7), []);
  });
});
