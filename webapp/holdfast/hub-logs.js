/** @import { ResumePoint } from './replays.js' */
/** @import { Frame, LogEvent, Room, Welcome } from './wire.js' */
import { follow } from './following.js';
import { Logs, resumes } from './logs.js';
import { BEGINNING, Replays } from './replays.js';

/** @typedef {Record<string, ResumePoint>} ResumePoints */

/** How far the one connection of all tabs is in each log, and where each tab goes on. */
export class HubLogs {
  #logs = new Logs();
  #replays = new Replays();
  /** @type {Welcome|null} the last */
  #welcome = null;

  get account() {
    return this.#welcome?.account ?? null;
  }

  get timings() {
    return this.#welcome?.timings ?? null;
  }

  get behind() {
    return this.#logs.behind;
  }

  /**
   * @param {Iterable<ResumePoints>} tabs  what they have
   * @returns {ResumePoints} for the hello
   */
  positions(tabs) {
    return this.#welcome ? this.#logs.positions() : smallest(tabs);
  }

  /**
   * @param {Welcome} data
   * @returns {Room[]} those that begin anew
   */
  welcome(data) {
    const { account, rooms } = data;
    const before = this.#logs.state(account.log);
    const anew = this.#logs.welcome(account, rooms);
    this.#welcome = data;
    if (!resumes(before, account)) this.#replays.forget(account.log);
    for (const { log } of anew) this.#replays.forget(log);
    return anew;
  }

  /**
   * @param {Frame & {data: LogEvent}} frame
   * @returns {'apply'|'drop'|'gap'}
   */
  accept(frame) {
    const verdict = this.#logs.accept(frame.data);
    if (verdict !== 'apply') return verdict;
    this.#replays.add(frame);
    follow(this.#logs, this.account, frame.data);
    return verdict;
  }

  /** @param {Room} room */
  begin(room) {
    this.#replays.forget(room.log);
    this.#logs.begin(room);
  }

  /**
   * @param {Record<string, number>} heads
   * @returns {boolean} whether events were lost
   */
  heads(heads) {
    return this.#logs.heads(heads);
  }

  /**
   * What a tab is told first.
   * @param {ResumePoints} points
   * @returns {Frame[]} its welcome, and what it has missed
   */
  openingFor(points) {
    const welcome = /** @type {Welcome} */ (this.#welcome);
    const { log } = welcome.account;
    const rooms = [...this.#logs.rooms.values()].map((room) => this.#startOf(room, points[room.log]));
    const own = { ...welcome.account, ...this.#logs.state(log) };
    const account = { ...own, position: this.#replays.startOf(own, points[log]) };
    const missed = [account, ...rooms].flatMap((state) => this.#replays.since(state.log, state.position));
    return [{ type: 'welcome', data: { ...welcome, account, rooms } }, ...missed];
  }

  /**
   * Goes back to where a tab is that has been away for long.
   * @param {ResumePoints} points
   * @returns {boolean} whether that was needed: then the server has to be asked again
   */
  rewind(points) {
    const lacking = [...this.#logs.rooms.values()].filter((room) => this.#lacks(room, points[room.log]));
    for (const { log } of lacking) {
      this.#logs.rewind(log, points[log].sequence);
      this.#replays.forget(log);
    }
    return lacking.length > 0;
  }

  /** Whoever comes next begins with nothing of the one before. */
  clear() {
    this.#welcome = null;
    this.#logs.clear();
    this.#replays.clear();
  }

  /**
   * Not what the server has said already that it cannot give.
   * @param {Room} room
   * @param {ResumePoint|undefined} point
   */
  #lacks(room, point) {
    return !room.reset && this.#replays.lacks(room, point);
  }

  /**
   * @param {Room} room
   * @param {ResumePoint|undefined} point
   * @returns {Room}
   */
  #startOf(room, point) {
    const { reset: told, ...state } = room;
    const position = this.#replays.startOf(room, point);
    const isOld = point !== undefined && (point.epoch !== room.epoch || this.#replays.lacks(room, point));
    return isOld ? { ...state, position, reset: told ?? 'epoch' } : { ...state, position };
  }
}

/**
 * Of what tabs have, as if there were a hub that had kept as much for others.
 * @param {Iterable<ResumePoints>} tabs
 */
function smallest(tabs) {
  /** @type {ResumePoints} */
  const all = {};
  for (const points of tabs)
    for (const [log, { epoch, sequence }] of Object.entries(points)) {
      const before = all[log]?.epoch === epoch ? all[log].sequence : Infinity;
      all[log] = { epoch, sequence: Math.min(before, Math.max(0, sequence - BEGINNING)) };
    }
  return all;
}
