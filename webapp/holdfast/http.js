/** @import { Platform } from './platform.js' */
/** @import { LogEvent, Person } from './wire.js' */
import { refusalCodes } from './codes.js';
import { Refusal } from './refusal.js';

/** @typedef {{log: number, name: string, topic: string, kind: string, members: number, joined: boolean, role?: string}} ListedRoom */

/** The HTTP API (section 6). Every method rejects with a `Refusal`; its code is `unreachable` when no answer came. */
export class Http {
  #platform;
  #base;
  #timeout;
  #onAccount;

  /**
   * @param {Platform} platform
   * @param {string} base  absolute, ends with a slash
   * @param {number} timeout
   * @param {(account: Person) => void} onAccount  the server said who is signed in
   */
  constructor(platform, base, timeout, onAccount) {
    this.#platform = platform;
    this.#base = base;
    this.#timeout = timeout;
    this.#onAccount = onAccount;
  }

  /** Who is signed in; refused with `login_required` when nobody is. */
  session() {
    return this.#account('GET', 'api/session');
  }

  /** Whether the server says that nobody is signed in; not whether it cannot be asked. */
  async isSignedOut() {
    const answer = await this.session().catch((/** @type {Refusal} */ refusal) => refusal);
    return answer instanceof Refusal && answer.status === 401;
  }

  /** @param {{name: string, displayName?: string, password: string, invitation?: string}} account */
  signUp(account) {
    return this.#account('POST', 'api/accounts', account);
  }

  /** @param {{name: string, password: string}} login */
  login(login) {
    return this.#account('POST', 'api/login', login);
  }

  /** @returns {Promise<string|undefined>} the address of an identity provider where a browser ends that session, too; mostly none */
  async logout() {
    return (await this.ask('POST', 'api/logout'))?.next;
  }

  /** @returns {Promise<ListedRoom[]>} every room that may be seen, by name */
  async rooms() {
    return (await this.ask('GET', 'api/rooms')).rooms;
  }

  /**
   * @param {{name: string, topic?: string, kind?: 'public'|'private'}} room
   * @returns {Promise<ListedRoom>}
   */
  createRoom(room) {
    return this.ask('POST', 'api/rooms', room);
  }

  /**
   * @param {number} log
   * @returns {Promise<ListedRoom>}
   */
  join(log) {
    return this.ask('POST', `api/rooms/${log}/join`);
  }

  /**
   * @param {number} log
   * @returns {Promise<void>}
   */
  async leave(log) {
    await this.ask('POST', `api/rooms/${log}/leave`);
  }

  /**
   * @param {number} log
   * @returns {Promise<{id: number, name: string, displayName: string, role: string}[]>}
   */
  async members(log) {
    return (await this.ask('GET', `api/rooms/${log}/members`)).members;
  }

  /**
   * Events before a sequence (default: the newest), oldest first.
   * @param {number} log
   * @param {{before?: number, limit?: number}} [page]
   * @returns {Promise<{events: LogEvent[], head: number}>}
   */
  history(log, { before, limit } = {}) {
    const query = new URLSearchParams();
    if (before !== undefined) query.set('before', String(before));
    if (limit !== undefined) query.set('limit', String(limit));
    return this.ask('GET', `api/rooms/${log}/events?${query}`);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<Person>}
   */
  async #account(method, path, body) {
    const account = await this.ask(method, path, body);
    this.#onAccount(account);
    return account;
  }

  /**
   * Any request of the API, for those that have no method here.
   * @param {string} method
   * @param {string} path  as the protocol writes it: `api/…`
   * @param {unknown} [body]
   * @returns {Promise<any>} the answer's JSON; null: it has none
   */
  async ask(method, path, body) {
    const giveUp = new AbortController();
    const alarm = this.#timeout > 0 ? this.#platform.setTimeout(() => giveUp.abort(), this.#timeout) : null;
    try {
      const response = await this.#platform.fetch(this.#base + path, request(method, body, giveUp.signal));
      return response.ok ? await content(response) : await refuse(response);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('unreachable', String(error));
    } finally {
      this.#platform.clearTimeout(alarm);
    }
  }
}

/**
 * @param {string} method
 * @param {unknown} body
 * @param {AbortSignal} signal
 */
function request(method, body, signal) {
  const headers = { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const text = body === undefined ? undefined : JSON.stringify(body);
  return { method, headers, body: text, signal, credentials: 'same-origin', cache: 'no-store' };
}

/**
 * The answer's JSON. A login page of some proxy is no JSON: parsing throws, and the answer counts as none.
 * @param {Response} response
 */
async function content(response) {
  return response.status === 204 ? null : response.json();
}

/**
 * @param {Response} response
 * @returns {Promise<never>}
 */
async function refuse(response) {
  const body = await response.json().catch(() => ({}));
  const code = Object.hasOwn(refusalCodes, body?.code) ? body.code : byStatus(response.status);
  const message = String(body?.message ?? `HTTP status ${response.status}`);
  throw new Refusal(code, message, { status: response.status, retryAfter: body?.retryAfter ?? null });
}

/**
 * Something before the server answered, with a page of its own.
 * @param {number} status
 */
function byStatus(status) {
  const codes = /** @type {Record<number, string>} */ ({ 401: 'login_required', 403: 'forbidden', 404: 'not_found' });
  return codes[status] ?? 'internal';
}
