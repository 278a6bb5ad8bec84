/** @import { LineListener } from './line.js' */
/** @import { Timing } from './options.js' */
/** @import { Platform } from './platform.js' */
/** @import { ReconnectListener } from './reconnect.js' */
/** @import { Addresses } from './transports.js' */
import { Line } from './line.js';
import { Reconnect } from './reconnect.js';

/**
 * Where connections come from: from the server, or from another tab.
 * @typedef {object} Road
 * @property {(listener: LineListener) => Pick<Line, keyof Line>} line
 * @property {(listener: ReconnectListener) => Pick<Reconnect, keyof Reconnect>} reconnect
 */

/**
 * To the server, by one's own connection.
 * @param {Platform} platform
 * @param {Timing} timing
 * @param {Addresses} addresses
 * @returns {Road}
 */
export function ownRoad(platform, timing, addresses) {
  return {
    line: (listener) => new Line(platform, timing, addresses, listener),
    reconnect: (listener) => new Reconnect(platform, timing, addresses.reconnect, listener),
  };
}
