/** @import { Logs } from './logs.js' */
/** @import { Account, LogEvent } from './wire.js' */

/**
 * The rooms follow what the events tell of them.
 * @param {Logs} logs
 * @param {Account|null} account
 * @param {LogEvent} event
 */
export function follow(logs, account, event) {
  const { log, type, body } = event;
  const room = logs.rooms.get(log);
  if (log === account?.log) followAccount(logs, event, account.head);
  else if (room && type === 'created') Object.assign(room, { name: body.name, topic: body.topic });
}

/**
 * @param {Logs} logs
 * @param {LogEvent} event
 * @param {number} told  what came up to here is in the welcome's rooms: one may have been left, and joined again
 */
function followAccount(logs, { sequence, type, body }, told) {
  const room = logs.rooms.get(body.room);
  if (type === 'room-left' && sequence > told) logs.leave(body.room);
  else if (type === 'read' && room) room.read = Math.max(room.read, body.sequence);
}
