/** @import { Platform } from './platform.js' */
/** @import { Move } from './states.js' */
import { browserPlatform } from './platform.js';
import { numbersOf } from './numbers.js';

/**
 * How long to wait before the next try: random between `floor` and a ceiling that begins at `step`, doubles with each
 * try and ends at `cap` (full jitter). Milliseconds. A single number is short for `{floor: 0, step: n, cap: n}`.
 *
 * @typedef {object} Delay
 * @property {number} floor  shortest wait; default 250; 0: there may be none
 * @property {number} step  ceiling of the first wait; default 1000; 0: always the floor
 * @property {number} cap  ceiling of all; default 30000; at least the floor
 *
 * @typedef {number|Partial<Delay>} DelayOption
 */

/** @type {Readonly<Delay & Record<string, number>>} */
const usual = Object.freeze({ floor: 250, step: 1000, cap: 30000 });

/**
 * @param {DelayOption|undefined} option
 * @param {string} name
 * @returns {Delay}
 */
export function delayOf(option = {}, name = 'reconnectDelay') {
  const given = typeof option === 'object' ? option : { floor: 0, step: option, cap: option };
  const delay = numbersOf(usual, given);
  if (delay.cap < delay.floor) throw new RangeError(`the cap of ${name} is below its floor`);
  return delay;
}

/** @param {Partial<Platform>} [parts]  to be used in place of the browser's */
export function platformWith(parts) {
  return { ...browserPlatform(), ...parts };
}

/**
 * @param {boolean|((line: string) => void)|undefined} debug
 * @param {string} name  of what moves
 * @returns {(move: Move) => void}
 */
export function movesTo(debug, name) {
  if (!debug) return () => {};
  const log = typeof debug === 'function' ? debug : (/** @type {string} */ line) => console.debug(line);
  return ({ previous, state, reason }) => log(`${name}: ${previous} → ${state}${reason ? ` (${reason})` : ''}`);
}
