/** @import { Platform } from './platform.js' */
/** @import { OutboxStorage } from './storage-memory.js' */
/** @import { TransportName } from './transports.js' */
/** @import { Limits } from './wire.js' */
import { numbersOf } from './numbers.js';

/**
 * What can be set; all optional. Durations are milliseconds. The heartbeat (`pingInterval`, `silenceLimit`) and the
 * limits come from the server's welcome, so that both sides agree.
 *
 * @typedef {object} Durations
 * @property {number} connectTimeout  longest wait for a socket to open; default 5000; 0: as long as the browser waits
 * @property {number} welcomeTimeout  longest wait for the welcome after that; default 10000; greater than 0
 * @property {number} noticeTimeout  longest wait for the reconnect stream's first event, then the socket is tried
 *   without, or for the chat stream's first bytes, then polls are tried; default 4000; 0: never ask, and wait for the
 *   chat stream as for a socket
 * @property {number} drainLimit  longest stay on the stream of a draining server, then it is asked anew; default 60000;
 *   greater than 0
 * @property {number} reconnectFloor  shortest backoff; default 250; 0: may be none
 * @property {number} reconnectStep  ceiling of the first backoff, doubled by each further; default 1000; 0: always the
 *   floor
 * @property {number} reconnectCap  longest backoff; default 30000; at least the floor
 * @property {number} healthyAfter  a connection that stood so long starts the backoff afresh; default 60000; 0: any
 *   does
 * @property {number} probeTimeout  longest wait for a sign of life after a wake-up; default 3000; greater than 0
 * @property {number} readInterval  shortest time between two read marks of a room; default 1000; 0: send each
 * @property {number} requestTimeout  longest HTTP request; default 10000; 0: as long as the browser waits
 * @property {number} storageTimeout  longest wait for the outbox storage, then memory has to do; default 3000; greater
 *   than 0
 * @property {number} commandTimeout  longest request that carries commands; the server answers within 20 s; default
 *   25000; 0: as long as the browser waits
 * @property {number} provenAfter  a transport that stood so long is remembered for a day, and the next page begins with
 *   it; default 10000; 0: at its welcome
 * @property {number} climbInterval  longest time between two looks for a better transport; the first is after 15 s,
 *   each further after twice as long; default 600000; 0: never look
 * @property {number} idlePoll  longest time between two short polls when nothing happens; default 30000; 0: always as
 *   the server says
 * @property {number} outboxLimit  most messages in the outbox; default 1000; 0: none, every post is refused
 * @property {number} unanswered  most messages on their way at a time; default 64; at least 1; the server allows 256
 * @property {number} unansweredPerRoom  the same for one room; default 1: only thus is order kept when the server
 *   refuses one as `busy` and takes the next; at least 1
 *
 * @typedef {Durations & {transports: readonly TransportName[]}} Timing
 */

/** @type {readonly TransportName[]} best first */
const everyTransport = Object.freeze(['websocket', 'sse', 'long-poll', 'short-poll']);

/** @type {Readonly<Durations & Record<string, number>>} */
const numbers = Object.freeze({
  connectTimeout: 5000,
  welcomeTimeout: 10000,
  noticeTimeout: 4000,
  drainLimit: 60000,
  reconnectFloor: 250,
  reconnectStep: 1000,
  reconnectCap: 30000,
  healthyAfter: 60000,
  probeTimeout: 3000,
  readInterval: 1000,
  requestTimeout: 10000,
  storageTimeout: 3000,
  commandTimeout: 25000,
  provenAfter: 10000,
  climbInterval: 600000,
  idlePoll: 30000,
  outboxLimit: 1000,
  unanswered: 64,
  unansweredPerRoom: 1,
});

/** @type {Readonly<Timing>} */
export const defaults = Object.freeze({ ...numbers, transports: everyTransport });

/**
 * What a server takes unless its welcome names other limits.
 * @type {Readonly<Limits>}
 */
export const assumedLimits = Object.freeze({ messageBytes: 65536, textLength: 8000, commandsPerMessage: 64 });

/**
 * @typedef {object} Surroundings
 * @property {string} base  where Holdfast is deployed, absolute or relative to the page; default './'
 * @property {string} name  name and version for the server's list of connections, at most 100 characters
 * @property {OutboxStorage} storage  where the outbox is kept; default `memoryStorage()`: until the page is closed
 * @property {readonly TransportName[]} transports  which may be used, best first; default all four
 * @property {boolean} shared  one connection for all tabs of the browser, where it can; default false
 * @property {Partial<Platform>} platform  the browser's parts, to be replaced one by one
 * @typedef {Partial<Durations & Surroundings>} Options
 */

const positive = ['welcomeTimeout', 'drainLimit', 'probeTimeout', 'storageTimeout', 'unanswered', 'unansweredPerRoom'];

/**
 * The defaults with what was set over them; throws a RangeError for values that cannot be meant.
 * @param {Options} options
 * @returns {Timing}
 */
export function timing(options) {
  const settled = numbersOf(numbers, options, positive);
  if (settled.reconnectCap < settled.reconnectFloor) throw new RangeError('reconnectCap is below reconnectFloor');
  return { ...settled, transports: transports(options.transports ?? everyTransport) };
}

/** @param {readonly TransportName[]} names */
function transports(names) {
  const areKnown = names.length > 0 && names.every((name) => everyTransport.includes(name));
  if (!areKnown || new Set(names).size < names.length)
    throw new RangeError(`transports must be some of ${everyTransport.join(', ')}, each once`);
  return Object.freeze([...names]);
}
