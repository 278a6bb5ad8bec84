/** The rooms whose name or topic has every word of what was typed; those whose name begins with it come first. */
export function found(rooms, typed) {
  const wanted = typed.trim().toLocaleLowerCase();
  const words = wanted.split(/\s+/u);
  const matches = rooms.filter((room) => words.every((word) => textOf(room).includes(word)));
  return matches.sort((a, b) => rank(a, wanted) - rank(b, wanted));
}

function textOf(room) {
  return `${room.name} ${room.topic ?? ''}`.toLocaleLowerCase();
}

function rank(room, wanted) {
  const at = room.name.toLocaleLowerCase().indexOf(wanted);
  return at < 0 ? 2 : Math.min(at, 1);
}

/** Those first in which something waits. */
export function waitingFirst(rooms, waits) {
  const waiting = new Set(rooms.filter(waits));
  return [...waiting, ...rooms.filter((room) => !waiting.has(room))];
}

/**
 * Rooms in the order in which somebody looks for one to join: those that they are in come later, what was put away last. A conversation of
 * some people is none.
 *
 * @param isMine whether they are in it
 */
export function toBrowse(rooms, isMine) {
  const rank = (room) => (room.archived ? 2 : Number(isMine(room)));
  return rooms.filter(({ kind }) => kind !== 'direct').sort((a, b) => rank(a) - rank(b));
}
