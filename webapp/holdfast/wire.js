// The shapes of protocol version 1 (src/docs/protocol-v1.md), and how they are read.

/**
 * @typedef {object} LogState  one log: a room's, or the account's own
 * @property {number} log
 * @property {string} epoch
 * @property {number} position  the last event that was applied
 * @property {number} head      the newest event there is, as far as known
 */

/**
 * @typedef {object} RoomMore
 * @property {string} name
 * @property {string} topic
 * @property {'public'|'private'|'direct'} kind
 * @property {{id: number, name: string}[]} [people]  of a direct room, whose name is those of the others
 * @property {boolean} [archived]  read only, and out of the lists
 * @property {'owner'|'moderator'|'member'|'read-only'} role  what the account is there
 * @property {number} read      the read mark
 * @property {string} [reset]   why the log begins anew
 * @typedef {LogState & RoomMore} Room
 */

/** @typedef {{id: number, name: string, displayName: string, role: string}} Person */
/** @typedef {Person & LogState} Account */

/**
 * @typedef {object} LogEvent
 * @property {number} log
 * @property {number} sequence
 * @property {string} type
 * @property {number} at
 * @property {{id: number, name: string}} author
 * @property {string} [id]  the client message id
 * @property {any} body
 */

/** @typedef {{id: string, name: string, type: string, size: number, width?: number, height?: number}} File */
/**
 * What a message may have beside its text.
 * @typedef {object} More
 * @property {File[]} [files]  as the server answered when they were brought into the room
 * @property {number} [reply]  the sequence of the message that it answers
 */
/** @typedef {{messageBytes: number, textLength: number, commandsPerMessage: number, fileBytes?: number}} Limits */
/** @typedef {{pingInterval: number, silenceLimit: number, evictAfter: number, helloLimit: number, typingLease?: number}} Timings */

/**
 * @typedef {object} Welcome
 * @property {string} session
 * @property {Account} account
 * @property {Room[]} rooms
 * @property {Limits} limits
 * @property {Timings} timings
 * @property {{version: string, now: number}} server
 */

/** @typedef {{id: string, room: number, sequence: number, at: number}} Ack */
/** @typedef {{id?: string, code: string, message: string, retryable?: boolean, retryAfter?: number}} Refused */
/** @typedef {{type: string, data: any}} Frame */

export const PROTOCOL = 1;

/** What a transport says in place of a welcome, when the server goes on as if nothing had been; never on the wire. */
export const resumed = Object.freeze({ type: 'holdfast:resumed', data: Object.freeze({}) });

/**
 * Whether the client is, with them, where the server's welcome brings it.
 * @param {Frame[]} frames
 */
export function isOpening(frames) {
  return frames.some(({ type }) => type === 'welcome' || type === resumed.type);
}

/**
 * @param {unknown} text
 * @returns {any} null: it is no JSON
 */
export function parse(text) {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/**
 * @param {unknown} text
 * @returns {Frame[]|null} null: they cannot be read, and may have been events
 */
export function parseFrames(text) {
  const frames = parse(text);
  return Array.isArray(frames) ? frames : null;
}
