/** @import { Http } from './http.js' */
/** @import { LineListener } from './line.js' */
/** @import { Timing } from './options.js' */
/** @import { Platform } from './platform.js' */
/** @import { ReconnectListener } from './reconnect.js' */
/** @import { Addresses } from './transports.js' */
import { LateRoad } from './late-road.js';
import { Line } from './line.js';
import { Reconnect } from './reconnect.js';

/**
 * Where connections come from: from the server, or from another tab.
 * @typedef {object} Road
 * @property {(listener: LineListener) => Pick<Line, keyof Line>} line
 * @property {(listener: ReconnectListener) => Pick<Reconnect, keyof Reconnect>} reconnect
 * @property {() => void} close
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
    close: () => {},
  };
}

/** @typedef {NonNullable<Platform['BroadcastChannel']>} Channels */
/** @typedef {Platform & {BroadcastChannel: Channels}} SharingPlatform */

/**
 * To the one connection of all tabs, where the browser has what it takes; else one's own. What it needs is loaded only
 * here: a fifth of the library, for those who want it. If that fails, the page shares nothing.
 * @param {Platform} platform
 * @param {Timing} timing
 * @param {Addresses} addresses
 * @param {string} name  of the client
 * @param {Http} http
 * @returns {Road}
 */
export function sharedRoad(platform, timing, addresses, name, http) {
  const own = ownRoad(platform, timing, addresses);
  if (!canShare(platform)) return own;
  const laid = import('./shared-road.js').then(
    ({ roadToHub }) => roadToHub(platform, timing, addresses, name, http, own),
    () => own,
  );
  return new LateRoad(laid);
}

/**
 * @param {Platform} platform
 * @returns {platform is SharingPlatform}
 */
function canShare(platform) {
  return platform.BroadcastChannel !== undefined;
}
