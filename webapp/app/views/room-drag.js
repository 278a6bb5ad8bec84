/** What is dragged here: other pages' things are not for the list. */
const TYPE = 'application/x-holdfast-room';

/**
 * Rooms are dragged among the favourites, into them and out of them.
 * @param onMoved `(log, place)`: a room was put before the favourite `place.next`, with null after them all; without a place it is none any more
 */
export function roomDrag(chat, onMoved) {
  let dragged = null;
  const show = ({ currentTarget }, on) => currentTarget.classList.toggle('is-dropped-on', on);
  return {
    start: (event, { log }) => {
      dragged = log;
      event.dataTransfer.setData(TYPE, String(log));
      event.dataTransfer.effectAllowed = 'move';
    },
    over: (event, { log }) => {
      if (dragged === null || dragged === log) return;
      event.preventDefault();
      show(event, true);
    },
    leave: (event) => show(event, false),
    end: () => (dragged = null),
    drop: (event, room) => {
      event.preventDefault();
      show(event, false);
      const log = dragged;
      dragged = null;
      if (log !== null && log !== room.log) onMoved(log, placeAt(chat, log, room));
    },
  };
}

/** The favourite before which a room comes that is dropped on another: it takes that one's place, whichever way it came. */
function placeAt(chat, log, room) {
  if (chat.own(room).favourite === null) return null;
  const logs = chat.list.favourites.map((each) => each.log);
  const [from, to] = [logs.indexOf(log), logs.indexOf(room.log)];
  return { next: from >= 0 && from < to ? (logs[to + 1] ?? null) : room.log };
}
