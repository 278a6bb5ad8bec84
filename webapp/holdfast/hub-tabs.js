/** @import { ResumePoints } from './hub-logs.js' */
/** @import { Frame } from './wire.js' */

/** The tabs that the hub knows: those that wait to be served, and those that are. */
export class HubTabs {
  /** @type {Map<string, {positions: ResumePoints, first?: number}>} their hellos */
  #waiting = new Map();
  /** @type {Set<string>} */
  #served = new Set();

  /** @returns {ResumePoints[]} where those are that wait */
  get positions() {
    return [...this.#waiting.values()].map(({ positions }) => positions);
  }

  /** The log that the tab which came last looks at. */
  get first() {
    return [...this.#waiting.values()].at(-1)?.first;
  }

  /**
   * @param {string} tab
   * @param {{positions: ResumePoints, first?: number}} hello
   */
  wait(tab, hello) {
    this.#waiting.set(tab, hello);
  }

  /**
   * Serves all that wait.
   * @param {(tab: string, positions: ResumePoints) => void} serve
   */
  serve(serve) {
    for (const [tab, { positions }] of this.#waiting) {
      serve(tab, positions);
      this.#served.add(tab);
    }
    this.#waiting.clear();
  }

  /** @param {string} tab */
  isServed(tab) {
    return this.#served.has(tab);
  }

  /** @param {string} tab */
  forget(tab) {
    this.#waiting.delete(tab);
    this.#served.delete(tab);
  }

  clear() {
    this.#waiting.clear();
    this.#served.clear();
  }
}
