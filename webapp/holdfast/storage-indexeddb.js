/** @import { Entry, OutboxStorage } from './storage-memory.js' */

const VERSION = 1;
const STORE = 'outbox';

/**
 * Keeps entries in the browser, over reloads and restarts.
 * @param {string} name  of the database; one for each place Holdfast is deployed at on an origin
 * @param {IDBFactory} [factory]
 * @returns {OutboxStorage}
 */
export function indexedDbStorage(name, factory = globalThis.indexedDB) {
  const database = new Database(name, factory);
  return {
    async load(account) {
      const records = await database.run('readonly', (store) => store.index('account').getAll(account));
      return records.map(({ entry }) => entry);
    },
    async put(account, entry) {
      await database.run('readwrite', (store) => store.put({ account, id: entry.id, entry }));
    },
    async remove(account, id) {
      await database.run('readwrite', (store) => store.delete([account, id]));
    },
  };
}

/** Opened when it is needed, and again when the browser has closed it. */
class Database {
  #name;
  #factory;
  /** @type {Promise<IDBDatabase>|null} */
  #opening = null;

  /**
   * @param {string} name
   * @param {IDBFactory} factory
   */
  constructor(name, factory) {
    this.#name = name;
    this.#factory = factory;
  }

  /**
   * Safari closes connections without `onclose`, when its storage process dies or the page was long in the background.
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T>} work
   * @returns {Promise<T>}
   */
  run(mode, work) {
    return this.#attempt(mode, work).catch((error) => {
      if (!isGone(error)) throw error;
      return this.#attempt(mode, work);
    });
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T>} work
   * @returns {Promise<T>}
   */
  async #attempt(mode, work) {
    const opened = (this.#opening ??= open(this.#factory, this.#name, () => (this.#opening = null)));
    try {
      return await transact(await opened, mode, work);
    } catch (error) {
      if (isGone(error) && this.#opening === opened) this.#opening = null;
      throw error;
    }
  }
}

/**
 * @param {IDBFactory} factory
 * @param {string} name
 * @param {() => void} onGone  the database must be opened anew
 * @returns {Promise<IDBDatabase>}
 */
function open(factory, name, onGone) {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, VERSION);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: ['account', 'id'] });
      store.createIndex('account', 'account');
    };
    request.onsuccess = () => resolve(yielding(request.result, onGone));
    request.onerror = () => reject(request.error);
  }).catch((error) => {
    onGone();
    throw error;
  });
}

/**
 * A newer page in another tab may want to upgrade, or the person to clear the site's data: let go, open again later.
 * @param {IDBDatabase} database
 * @param {() => void} onGone
 */
function yielding(database, onGone) {
  database.onclose = onGone;
  database.onversionchange = () => {
    database.close();
    onGone();
  };
  return database;
}

/**
 * The connection is closed: nothing was begun on it, so that it can be tried again on another.
 * @param {unknown} error
 */
function isGone(error) {
  return /** @type {{name?: string}|null} */ (error)?.name === 'InvalidStateError';
}

/**
 * Resolves when the transaction is complete, not when the request succeeded: only then is it kept.
 * @template T
 * @param {IDBDatabase} database
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 * @returns {Promise<T>}
 */
function transact(database, mode, work) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}
