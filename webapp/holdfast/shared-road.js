/** @import { Http } from './http.js' */
/** @import { Timing } from './options.js' */
/** @import { Road, SharingPlatform } from './road.js' */
/** @import { TabChannel, TabMessage } from './tab-channel.js' */
/** @import { Addresses } from './transports.js' */
import { Hub } from './hub.js';
import { TabLine } from './tab-line.js';
import { TabReconnect } from './tab-reconnect.js';
import { TabShare } from './tab-share.js';

/**
 * To the one connection of all tabs.
 * @param {SharingPlatform} platform
 * @param {Timing} timing
 * @param {Addresses} addresses
 * @param {string} name  of the client
 * @param {Http} http
 * @param {Road} own  that the tab with the hub takes
 * @returns {Road}
 */
export function roadToHub(platform, timing, addresses, name, http, own) {
  /**
   * @param {(onMessage: (message: TabMessage) => void) => TabChannel} open
   * @param {boolean} hasBeenUp
   */
  const makeHub = (open, hasBeenUp) => new Hub(platform, name, http, own, open, hasBeenUp);
  const share = new TabShare(platform, `holdfast ${addresses.base}`, makeHub);
  return {
    line: (listener) => new TabLine(platform, timing, share, listener),
    reconnect: (listener) => new TabReconnect(platform, share, listener),
    close: () => share.withdraw(),
  };
}
