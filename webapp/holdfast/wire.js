// The shapes of protocol version 1 (src/docs/protocol-v1.md), for the type checker. No code.

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

/** @typedef {{messageBytes: number, textLength: number, commandsPerMessage: number}} Limits */
/** @typedef {{pingInterval: number, silenceLimit: number, evictAfter: number, helloLimit: number}} Timings */

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

export {};
