/** @import { Frame } from './wire.js' */

import { HubCompany } from './hub-company.js';

/** What tabs have sent by the one connection, and is not answered yet. */
export class HubErrands {
  /** @type {Map<string, Frame>} by client message id */
  #posts = new Map();
  /** @type {Map<number, {tab: string, n: unknown}>} pings, by the number that they go out with */
  #pings = new Map();
  #numbered = 0;
  /** What they say of the person. */
  company = new HubCompany();

  /** @returns {Iterable<Frame>} posts in the order in which they were sent: another connection has to be told again */
  get unanswered() {
    return this.#posts.values();
  }

  /**
   * @param {string} tab
   * @param {Frame} frame
   * @returns {Frame[]} as it goes out
   */
  take(tab, frame) {
    if (frame.type === 'presence') return this.company.say(tab, frame.data.state);
    if (frame.type === 'post') this.#posts.set(frame.data.id, frame);
    return [frame.type === 'ping' ? this.ping(tab, frame.data.n) : frame];
  }

  /**
   * @param {string} tab
   * @param {unknown} [n]  the tab's own number
   * @returns {Frame}
   */
  ping(tab, n) {
    this.#pings.set(++this.#numbered, { tab, n });
    return { type: 'ping', data: { n: this.#numbered } };
  }

  /** @param {Frame} frame  an answer to a post, or of what others do */
  heard(frame) {
    if (frame.type === 'presence' || frame.type === 'typing') this.company.receive(frame);
    else this.#posts.delete(frame.data.id);
  }

  /**
   * @param {{n?: number}} data  a pong's
   * @returns {{tab: string, frame: Frame}|null} whose it is
   */
  pong(data) {
    const number = data.n ?? 0;
    const ping = this.#pings.get(number);
    this.#pings.delete(number);
    return ping ? { tab: ping.tab, frame: { type: 'pong', data: { ...data, n: ping.n } } } : null;
  }

  clear() {
    this.#posts.clear();
    this.#pings.clear();
  }
}
