/** @import { Frame } from './wire.js' */

/** What may come before the welcome. */
const EARLY = ['refused', 'bye'];

/**
 * Whether a connection begins as it should. Containers have been seen to lose the first text of a connection: whoever
 * takes events without their welcome would not know what they belong to.
 */
export class Greeting {
  #isOver = false;

  begin() {
    this.#isOver = false;
  }

  /**
   * @param {Frame[]} frames
   * @returns {boolean} false: something came that must have been lost the welcome before it
   */
  accepts(frames) {
    if (this.#isOver) return true;
    const first = frames.find(({ type }) => !EARLY.includes(type));
    this.#isOver = first?.type === 'welcome';
    return this.#isOver || first === undefined;
  }
}
