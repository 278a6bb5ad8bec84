/** @import { Frame } from './wire.js' */

/** @typedef {'busy'|'online'|'away'} PresenceState */
/** @typedef {{id: number, name: string}} Typist */

/** What the server has told of who is here and who types, by room. The newest wins. */
export class Company {
  /** @type {Map<number, Map<number, PresenceState>|null>} null: more than the server tells of */
  #here = new Map();
  /** @type {Map<number, Typist[]>} */
  #typing = new Map();

  /**
   * @param {number} room
   * @returns {ReadonlyMap<number, PresenceState>|null}
   */
  here(room) {
    const here = this.#here.get(room);
    return here === undefined ? new Map() : here;
  }

  /**
   * @param {number} room
   * @returns {readonly Typist[]}
   */
  typing(room) {
    return this.#typing.get(room) ?? [];
  }

  /** @param {Frame} frame  `presence` or `typing` */
  receive({ type, data }) {
    if (type === 'typing') this.#typing.set(data.room, data.people);
    // How somebody shows themself says nothing of who is here, of a crowd neither.
    else if (data.people) return;
    else if (data.crowded) this.#here.set(data.room, null);
    else this.#changed(data);
  }

  /** @returns {Frame[]} that tell all of it */
  frames() {
    const here = [...this.#here].map(([room, people]) => ({ type: 'presence', data: { room, all: true, ...lists(people) } }));
    return [...here, ...[...this.#typing].map(([room, people]) => ({ type: 'typing', data: { room, people } }))];
  }

  /** @returns {number[]} the rooms in which somebody typed */
  stopTyping() {
    const rooms = [...this.#typing.keys()];
    this.#typing.clear();
    return rooms;
  }

  /** @returns {number[]} the rooms of which something was known */
  clear() {
    const rooms = new Set([...this.#here.keys(), ...this.stopTyping()]);
    this.#here.clear();
    return [...rooms];
  }

  /** @param {{room: number, all?: boolean, busy?: number[], online?: number[], away?: number[], offline?: number[]}} change */
  #changed({ room, all, busy = [], online = [], away = [], offline = [] }) {
    const here = new Map(all ? [] : this.here(room));
    for (const account of online) here.set(account, 'online');
    for (const account of busy) here.set(account, 'busy');
    for (const account of away) here.set(account, 'away');
    for (const account of offline) here.delete(account);
    this.#here.set(room, here);
  }
}

/** @param {ReadonlyMap<number, PresenceState>|null} people */
function lists(people) {
  if (!people) return { crowded: true };
  const of = (/** @type {PresenceState} */ wanted) => [...people].filter(([, state]) => state === wanted).map(([id]) => id);
  return { busy: of('busy'), online: of('online'), away: of('away') };
}
