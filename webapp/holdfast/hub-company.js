/** @import { Frame } from './wire.js' */
import { Company } from './company.js';

/** The first that any tab says counts. */
const STATES = ['busy', 'online', 'away', 'offline'];

/** What the tabs say of the person, put into one word, and what the server says of others, for tabs that come. */
export class HubCompany extends Company {
  /** @type {Map<string, string>} by tab */
  #states = new Map();
  /** @type {string|undefined} what the hello said */
  #greeted;

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
    const before = this.state;
    if (state === undefined) this.#states.delete(tab);
    else this.#states.set(tab, state);
    return this.#change(before);
  }

  /** What the hello says. */
  greet() {
    return (this.#greeted = this.state);
  }

  /** @returns {Frame[]} what the server has to be told at its welcome: the tabs may have said something else meanwhile */
  takeUp() {
    return this.#change(this.#greeted);
  }

  /** What they said is out of date. */
  forgetTabs() {
    this.#states.clear();
  }

  /** @returns {Frame[]} with which the tabs forget what they were told: it is told anew */
  begin() {
    return this.clear().flatMap((room) => [
      { type: 'presence', data: { room, all: true } },
      { type: 'typing', data: { room, people: [] } },
    ]);
  }

  /**
   * @param {string|undefined} before
   * @returns {Frame[]}
   */
  #change(before = 'offline') {
    const state = this.state ?? 'offline';
    return state === before ? [] : [{ type: 'presence', data: { state } }];
  }
}
