/**
 * A message that was posted here and is not acknowledged yet.
 * @typedef {object} Entry
 * @property {string} id  the client message id
 * @property {number} room
 * @property {string} text
 * @property {import('./wire.js').File[]} [files]
 * @property {number} [reply]
 * @property {number} at  when it was posted; grows from entry to entry
 * @property {'waiting'|'sending'|'refused'} state
 * @property {{code: string, message: string, retryAfter: number|null}|null} refusal
 */

/**
 * Where an outbox is kept. Entries are kept per account: who shares a browser never sends another's.
 * @typedef {object} OutboxStorage
 * @property {(account: number) => Promise<Entry[]>} load
 * @property {(account: number, entry: Entry) => Promise<void>} put  adds or replaces
 * @property {(account: number, id: string) => Promise<void>} remove
 */

/**
 * Keeps entries until the page is closed.
 * @returns {OutboxStorage}
 */
export function memoryStorage() {
  /** @type {Map<number, Map<string, Entry>>} */
  const accounts = new Map();
  const entries = (/** @type {number} */ account) => accounts.get(account) ?? new Map();
  return {
    load: async (account) => [...entries(account).values()],
    put: async (account, entry) => void accounts.set(account, entries(account).set(entry.id, entry)),
    remove: async (account, id) => void entries(account).delete(id),
  };
}
