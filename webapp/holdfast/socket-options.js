/** @import { Platform } from './platform.js' */
/** @import { DelayOption } from './reliable-options.js' */

/**
 * All optional. Durations are milliseconds.
 *
 * @typedef {object} ReliableSocketOptions
 * @property {string|string[]} [protocols]  subprotocols, in place of the second argument; default none
 * @property {number} [connectTimeout]  longest wait for a socket to open, its url included; default 5000; 0: as long as
 *   the browser waits
 * @property {DelayOption} [reconnectDelay]  before the next try; default floor 250, step 1000, cap 30000; 0: at once
 * @property {number} [healthyAfter]  a socket that stood so long starts delay and limit afresh; default 60000; 0: any
 *   that opened does
 * @property {number} [reconnectLimit]  tries in a row, then it is closed for good; default: no limit; 0: none
 * @property {boolean} [heartbeat]  whether silence means that the line is dead; default false
 * @property {number} [heartbeatInterval]  from one ping to the next; default 20000; greater than 0
 * @property {number} [heartbeatTimeout]  a line that was silent for this and an interval is given up; default 30000;
 *   greater than 0
 * @property {number} [probeTimeout]  longest wait for a sign of life when the page is shown, focused or online again;
 *   default 3000; greater than 0
 * @property {string|(() => string)|null} [ping]  what to send as a ping; default 'ping'; null: nothing, the server pings
 * @property {string|((data: unknown) => boolean)} [pong]  the server's heartbeats, which the page is not told; default
 *   'pong'
 * @property {string|((data: unknown) => string)|null} [answer]  what to send back for each of them; default null:
 *   nothing
 * @property {number} [queueLimit]  most messages that wait while there is no open socket, and are sent when there is;
 *   more are refused with a QuotaExceededError; default 100; 0: each is refused with an InvalidStateError
 * @property {number} [closeTimeout]  longest wait for the server's part of a `close()`; default 2000; 0: none
 * @property {(data: any) => unknown} [parse]  makes `event.data` of what came; default: as it came
 * @property {boolean|((line: string) => void)} [debug]  whether, or where to, each move is logged; default false; true:
 *   console.debug
 * @property {Partial<Platform>} [platform]  the browser's parts, to be replaced one by one
 */

export const socketNumbers = Object.freeze({
  connectTimeout: 5000,
  healthyAfter: 60000,
  reconnectLimit: Infinity,
  closeTimeout: 2000,
  queueLimit: 100,
});

/**
 * The options may stand in the place of the protocols.
 * @param {string|string[]|ReliableSocketOptions|undefined} protocols
 * @returns {ReliableSocketOptions}
 */
export function optionsIn(protocols) {
  return typeof protocols === 'object' && !Array.isArray(protocols) ? protocols : {};
}
