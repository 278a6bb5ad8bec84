/** @import { Http } from './http.js' */
/** @import { LineListener } from './line.js' */
/** @import { Timing } from './options.js' */
/** @import { Platform } from './platform.js' */
/** @import { ReconnectListener } from './reconnect.js' */
/** @import { TabChannel, TabMessage } from './tab-channel.js' */
/** @import { Addresses } from './transports.js' */
import { Hub } from './hub.js';
import { Line } from './line.js';
import { Reconnect } from './reconnect.js';
import { TabLine } from './tab-line.js';
import { TabReconnect } from './tab-reconnect.js';
import { canShare, TabShare } from './tab-share.js';

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

/**
 * To the one connection of all tabs, where the browser has what it takes; else one's own.
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
  /** @param {(onMessage: (message: TabMessage) => void) => TabChannel} open */
  const makeHub = (open) => new Hub(platform, name, http, own, open);
  const share = new TabShare(platform, `holdfast ${addresses.base}`, makeHub);
  return {
    line: (listener) => new TabLine(platform, timing, share, listener),
    reconnect: (listener) => new TabReconnect(platform, share, listener),
    close: () => share.withdraw(),
  };
}
