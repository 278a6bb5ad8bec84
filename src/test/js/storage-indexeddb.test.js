import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { indexedDbStorage } from '../../../webapp/holdfast/storage-indexeddb.js';
import { settle } from './fakes/clock.js';

const gone = () => Object.assign(new Error('The database connection is closing.'), { name: 'InvalidStateError' });

/** An empty database whose connections end without a word, as Safari's do when its storage process was restarted. */
class FakeFactory {
  opened = 0;
  /** What `transaction()` of the nth connection throws; null: nothing. */
  failure = () => null;

  open() {
    const nth = ++this.opened;
    const request = { result: { transaction: () => this.#transaction(nth) } };
    queueMicrotask(() => request.onsuccess());
    return request;
  }

  #transaction(nth) {
    const failure = this.failure(nth);
    if (failure) throw failure;
    const transaction = { objectStore: () => ({ index: () => ({ getAll: () => ({ result: [] }) }) }) };
    queueMicrotask(() => transaction.oncomplete());
    return transaction;
  }
}

describe('indexedDbStorage', () => {
  let factory, storage;

  beforeEach(async () => {
    factory = new FakeFactory();
    storage = indexedDbStorage('test', factory);
    await storage.load(7);
  });

  it('opens the database anew when its connection has gone without a word', async () => {
    factory.failure = (nth) => (nth === 1 ? gone() : null);
    assert.deepEqual(await storage.load(7), []);
    assert.deepEqual(await storage.load(7), []);
    assert.equal(factory.opened, 2);
  });

  it('opens it once for all that wait', async () => {
    factory.failure = (nth) => (nth === 1 ? gone() : null);
    await Promise.all([storage.load(7), storage.load(7)]);
    assert.equal(factory.opened, 2);
  });

  it('tries only once more, and again with the next work', async () => {
    factory.failure = gone;
    await assert.rejects(storage.load(7), { name: 'InvalidStateError' });
    assert.equal(factory.opened, 2);
    factory.failure = () => null;
    await storage.load(7);
    assert.equal(factory.opened, 3);
  });

  it('does not try again what failed for another reason', async () => {
    factory.failure = () => Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    await assert.rejects(storage.load(7), { name: 'QuotaExceededError' });
    await settle();
    assert.equal(factory.opened, 1);
  });
});
