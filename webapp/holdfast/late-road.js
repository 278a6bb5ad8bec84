/** @import { LineListener } from './line.js' */
/** @import { ReconnectListener } from './reconnect.js' */
/** @import { Road } from './road.js' */

/** A road that is still being laid: what is asked of it meanwhile is done then, in order. */
export class LateRoad {
  /** @type {Road|null} */
  #road = null;
  /** @type {(() => void)[]} */
  #waiting = [];

  /** @param {Promise<Road>} laid */
  constructor(laid) {
    laid.then((road) => this.#open(road));
  }

  /**
   * @param {LineListener} listener
   * @returns {any}
   */
  line(listener) {
    return this.#late((road) => road.line(listener), { transport: 'websocket', send: () => false });
  }

  /**
   * @param {ReconnectListener} listener
   * @returns {any}
   */
  reconnect(listener) {
    return this.#late((road) => road.reconnect(listener), { retryAt: null });
  }

  close() {
    this.#when((road) => road.close());
  }

  /** @param {Road} road */
  #open(road) {
    this.#road = road;
    for (const task of this.#waiting.splice(0)) task();
  }

  /** @param {(road: Road) => void} task */
  #when(task) {
    if (this.#road) task(this.#road);
    else this.#waiting.push(() => task(/** @type {Road} */ (this.#road)));
  }

  /**
   * @param {(road: Road) => any} make
   * @param {Record<string|symbol, unknown>} meanwhile  what it says until it is there
   */
  #late(make, meanwhile) {
    /** @type {any} */
    let real = null;
    this.#when((road) => (real = make(road)));
    const later = (/** @type {string|symbol} */ name) => (/** @type {unknown[]} */ ...words) =>
      this.#when(() => real[name](...words));
    return new Proxy(meanwhile, {
      get: (_, name) => (real ? bound(real, name) : name in meanwhile ? meanwhile[name] : later(name)),
    });
  }
}

/**
 * @param {any} owner
 * @param {string|symbol} name
 */
function bound(owner, name) {
  const member = owner[name];
  return typeof member === 'function' ? member.bind(owner) : member;
}
