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
  if (log === account?.log) followAccount(logs, account, event);
  else if (room && (type === 'created' ? body.name : type === 'changed')) Object.assign(room, body);
  else if (room && type === 'role' && body.account.id === account?.id) room.role = body.role;
}

/**
 * What came up to the account's head is in the welcome's rooms: one may have been left, and joined again.
 * @param {Logs} logs
 * @param {Account} account
 * @param {LogEvent} event
 */
function followAccount(logs, account, { sequence, type, body }) {
  const room = logs.rooms.get(body.room);
  if (type === 'room-left' && sequence > account.head) logs.leave(body.room);
  else if (type === 'read' && room) room.read = body.back ? body.sequence : Math.max(room.read, body.sequence);
  else if (type === 'role' && sequence > account.head) account.role = body.role;
}
