/** @import { Frame } from './wire.js' */
import { Company } from './company.js';

/** Best first. */
const STATES = ['online', 'away', 'offline'];

/** What the tabs say of the person, put into one word, and what the server says of others, for tabs that come. */
export class HubCompany extends Company {
  /** @type {Map<string, string>} by tab */
  #states = new Map();

  /** @returns {string|undefined} the best that any tab says; undefined: none wants any of it */
  get state() {
    const states = [...this.#states.values()];
    return STATES.find((state) => states.includes(state));
  }

  /**
   * @param {string} tab
   * @param {string|undefined} state
   * @returns {Frame[]} what the server has to be told
   */
  say(tab, state) {
    const before = this.state ?? 'offline';
    if (state === undefined) this.#states.delete(tab);
    else this.#states.set(tab, state);
    const after = this.state ?? 'offline';
    return after === before ? [] : [{ type: 'presence', data: { state: after } }];
  }

  /** @returns {Frame[]} with which the tabs forget what they were told: it is told anew */
  begin() {
    return this.clear().flatMap((room) => [
      { type: 'presence', data: { room, all: true } },
      { type: 'typing', data: { room, people: [] } },
    ]);
  }
}
