/** @import { Account, LogEvent, LogState, Room } from './wire.js' */

// A hello must fit in one message of 64 KiB; what is beyond begins anew, as if it had not been named.
const POSITIONS_BYTES = 60000;

/** How far each log has been applied. Finds what came twice, and what is missing. */
export class Logs {
  /** @type {Map<number, Room>} the rooms of the account; `position`, `head` and the names follow the events */
  rooms = new Map();
  /** @type {Map<number, LogState>} the rooms', and the account's own */
  #logs = new Map();

  /** @returns {Record<string, {epoch: string, sequence: number}>} for the hello */
  positions() {
    let bytes = 0;
    const points = [...this.#logs.values()].map(resumePoint);
    return Object.fromEntries(points.filter((point) => (bytes += bytesOf(point)) < POSITIONS_BYTES));
  }

  /**
   * Takes over what the welcome says. It goes on from what the hello named; meanwhile another connection may have
   * brought us further.
   * @param {Account} account
   * @param {Room[]} rooms
   * @returns {Room[]} those that begin anew: what is known of them must be forgotten
   */
  welcome(account, rooms) {
    const before = this.#logs;
    this.clear();
    const { log, epoch, position, head } = account;
    this.#logs.set(log, furthest(before.get(log), { log, epoch, position, head }));
    for (const room of rooms) this.begin(furthest(before.get(room.log), room));
    const anew = [...this.rooms.values()].filter((room) => !resumes(before.get(room.log), room));
    // When two connections overlap, the hello may be older than a reset that the other has brought.
    for (const room of anew) if (before.has(room.log)) room.reset ??= 'expired';
    return anew;
  }

  /**
   * A log begins at its position. Of one that is followed only that may be told; the account's own is no room.
   * @param {Room} state
   * @returns {Room}
   */
  begin(state) {
    const { log } = state;
    const known = this.#logs.get(log);
    const room = { ...known, ...state };
    if (!known || this.rooms.has(log)) this.rooms.set(log, room);
    this.#logs.set(log, room);
    return room;
  }

  /** @param {number} log */
  state(log) {
    return this.#logs.get(log);
  }

  /**
   * Asks for what came after a sequence once more.
   * @param {number} log
   * @param {number} sequence
   */
  rewind(log, sequence) {
    const state = this.#logs.get(log);
    if (state) state.position = sequence;
  }

  /**
   * @param {LogEvent} event
   * @returns {'apply'|'drop'|'gap'}
   */
  accept(event) {
    const log = this.#logs.get(event.log);
    if (!log || event.sequence <= log.position) return 'drop';
    if (event.sequence > log.position + 1) return 'gap';
    log.position = event.sequence;
    log.head = Math.max(log.head, event.sequence);
    return 'apply';
  }

  /**
   * Compares with how far the server says that it sent each log.
   * @param {Record<string, number>} heads
   * @returns {boolean} whether events were lost on the way
   */
  heads(heads) {
    const behind = Object.entries(heads).filter(([id, head]) => this.#isBehind(Number(id), head));
    return behind.length > 0;
  }

  /** How many events are known to exist and have not come. */
  get behind() {
    let behind = 0;
    for (const { head, position } of this.#logs.values()) behind += Math.max(0, head - position);
    return behind;
  }

  /** @param {number} room */
  leave(room) {
    this.rooms.delete(room);
    this.#logs.delete(room);
  }

  clear() {
    this.rooms.clear();
    this.#logs = new Map();
  }

  /**
   * @param {number} id
   * @param {number} head
   */
  #isBehind(id, head) {
    const log = this.#logs.get(id);
    if (!log) return false;
    log.head = Math.max(log.head, head);
    return head > log.position;
  }
}

/**
 * @param {LogState} log
 * @returns {[string, {epoch: string, sequence: number}]}
 */
function resumePoint({ log, epoch, position }) {
  return [String(log), { epoch, sequence: position }];
}

/** @param {[string, {epoch: string, sequence: number}]} point */
function bytesOf([log, point]) {
  return log.length + JSON.stringify(point).length + 4;
}

/**
 * Whether what comes after the server's position continues what is known.
 * @param {LogState|undefined} before
 * @param {LogState & {reset?: string}} state
 * @returns {before is LogState}
 */
export function resumes(before, { epoch, position, reset }) {
  return before?.epoch === epoch && position <= before.position && !reset;
}

/**
 * @template {LogState} T
 * @param {LogState|undefined} before
 * @param {T} state
 * @returns {T}
 */
function furthest(before, state) {
  return resumes(before, state) ? { ...state, position: before.position } : state;
}
