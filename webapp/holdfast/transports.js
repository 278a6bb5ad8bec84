/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Frame, Timings } from './wire.js' */
import { PollConnection } from './poll-connection.js';
import { SocketConnection } from './socket-connection.js';
import { StreamConnection } from './stream-connection.js';

/**
 * @typedef {object} End
 * @property {number|null} [after]  the server's wish: come back in so many ms
 * @property {boolean} [unfit]  what is in between does not let this transport through: do not try it twice
 *
 * @typedef {object} TransportListener
 * @property {() => Frame} hello  the first words, with this connection's turn; says anew each time how far each log has come
 * @property {() => void} onOpen  hello was said, the welcome is to follow
 * @property {(frames: Frame[]) => void} onFrames
 * @property {(frames: Frame[]) => void} onAnswers  to commands that took a road of their own
 * @property {(code: number, end?: End) => void} onEnd
 *
 * A connection, whatever it is made of; one at a time, and what was given up is not heard of again.
 * @typedef {object} Transport
 * @property {'late'|'own'|'none'} pings  when the client pings: when the server is late with its own, which the browser answers;
 *   whenever it has said nothing else; or never, since it polls
 * @property {() => void} open
 * @property {(frame: Frame) => boolean} send  whether it is on its way; it may still be lost there
 * @property {(code: number, end?: End) => void} drop  gives the connection up and says so to the listener, now
 * @property {() => void} leave  ends the connection, if any, without a word to the listener
 * @property {(timings: Timings) => void} [welcomed]
 * @property {() => void} [wake]  the person or the machine came back
 *
 * @typedef {Record<'base'|'socket'|'heartbeat'|'stream'|'poll'|'commands'|'reconnect', string>} Addresses
 * @typedef {'websocket'|'sse'|'long-poll'|'short-poll'} TransportName
 */

/**
 * Between the turns of two connections, for the requests of one. A request that was given up may arrive after the one
 * that followed it: by their turns the server knows which of them stays.
 */
export const TURNS_APART = 2 ** 32;
/** The longest that a server lets a poll wait. */
const LONG_POLL_MILLIS = 25_000;

/** @typedef {[Platform, Timing, Addresses, TransportListener]} Parts */
/** @type {Record<TransportName, (...parts: Parts) => Transport>} */
const makers = {
  websocket: (platform, timing, { socket }, listener) =>
    new SocketConnection(platform, socket, timing.connectTimeout, listener),
  sse: (...parts) => new StreamConnection(...parts),
  'long-poll': (...parts) => new PollConnection(LONG_POLL_MILLIS, ...parts),
  'short-poll': (...parts) => new PollConnection(0, ...parts),
};

/**
 * @param {TransportName} name
 * @param {Platform} platform
 * @param {Timing} timing
 * @param {Addresses} addresses
 * @param {TransportListener} listener
 */
export function makeTransport(name, platform, timing, addresses, listener) {
  return makers[name](platform, timing, addresses, listener);
}

/**
 * @param {URL} base
 * @returns {Addresses}
 */
export function addressesAt(base) {
  const http = (/** @type {string} */ path) => new URL(path, base).href;
  const socket = (/** @type {string} */ path) => http(path).replace(/^http/, 'ws');
  return {
    base: base.href,
    socket: socket('ws/chat'),
    heartbeat: socket('ws/heartbeat'),
    stream: http('sse/chat'),
    poll: http('api/poll'),
    commands: http('api/commands'),
    reconnect: http('api/reconnect'),
  };
}
