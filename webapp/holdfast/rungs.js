/** @import { TransportName } from './transports.js' */
/** @import { TransportMemory } from './transport-memory.js' */

/** So often in a row, and a transport is left: it was not even welcomed, or broke soon. */
const MOST_STRIKES = 2;

/**
 * Which transport to try: an attempt begins with the one that stood last and goes down from there. Only what was
 * welcomed moves the beginning: a server that is away for a while makes nobody a poller.
 */
export class Rungs {
  #names;
  #memory;
  /** Where an attempt begins. */
  #first;
  #at;
  #strikes = 0;
  /** Where the one stands that this one took over from; null: this one has proved itself since, or did not take over. */
  #before = /** @type {number|null} */ (null);
  /** @type {'opening'|'welcomed'|'proven'} */
  #phase = 'opening';

  /**
   * @param {readonly TransportName[]} names  best first
   * @param {TransportMemory} memory
   */
  constructor(names, memory) {
    this.#names = names;
    this.#memory = memory;
    this.#first = this.#at = Math.max(0, names.indexOf(/** @type {TransportName} */ (memory.read())));
  }

  get name() {
    return this.#names[this.#at];
  }

  /** Those that would be better, best first. */
  get above() {
    return this.#names.slice(0, this.#at);
  }

  /** A new attempt. */
  begin() {
    this.#before = null;
    this.#at = this.#first;
    this.#phase = 'opening';
  }

  /** @param {TransportName} name  that took over */
  moveTo(name) {
    this.#before = this.#at;
    this.#at = this.#names.indexOf(name);
    this.#strikes = 0;
    this.#phase = 'opening';
  }

  welcomed() {
    this.#first = this.#at;
    if (this.#phase === 'opening') this.#phase = 'welcomed';
  }

  /**
   * The connection has stood for a while.
   * @returns {boolean} whether it is one that took over
   */
  proven() {
    const tookOver = this.#before !== null;
    this.#before = null;
    this.#phase = 'proven';
    this.#strikes = 0;
    if (this.#at === 0) this.#memory.forget();
    else this.#memory.write(this.name);
    return tookOver;
  }

  /**
   * The connection broke.
   * @param {boolean} isUnfit  and would break again, even if it was welcomed
   * @returns {boolean} whether to try the next at once; else the attempt is over
   */
  failed(isUnfit) {
    if (this.#phase === 'proven') return false;
    if (this.#before !== null) return this.#goBack(this.#before);
    if (this.#phase === 'welcomed' && !isUnfit) return this.#brokeSoon();
    const isLeft = ++this.#strikes >= MOST_STRIKES || isUnfit || this.#at > this.#first;
    return isLeft && this.#goDown();
  }

  /** It may have been the server: the next attempt tells. Below the last there is none to try. */
  #brokeSoon() {
    const isLeft = ++this.#strikes >= MOST_STRIKES && this.#at < this.#names.length - 1;
    return isLeft && this.#goDown();
  }

  /**
   * The better one was none. The other stood, so nobody has to wait.
   * @param {number} before
   */
  #goBack(before) {
    this.#at = this.#first = before;
    this.#before = null;
    this.#strikes = 0;
    this.#phase = 'opening';
    return true;
  }

  /** @returns {boolean} whether there is a next; else all begins at the top */
  #goDown() {
    this.#strikes = 0;
    this.#phase = 'opening';
    this.#at++;
    const isThere = this.#at < this.#names.length;
    if (!isThere) this.#at = this.#first = 0;
    return isThere;
  }
}
