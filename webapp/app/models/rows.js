const GROUP_SPAN_MILLIS = 5 * 60_000;

/** What people do by the dozen: such events that follow each other are one row. */
const COMINGS = new Set(['joined', 'left']);

/**
 * Lays entries out as the rows that are shown: messages, small notices, a divider per day, one "new" divider. A row of several events has
 * them all, the key of the first and the sequence of the last.
 * An entry is `{key, type, sequence, at, author, text, state, …}`; those without a sequence were not acknowledged yet.
 *
 * @param options.newAfter the last sequence that had been read when the room was opened; null: no divider
 * @param options.me the own account's id: one's own message is never new
 * @param options.dayOf names the calendar day of a time, in the reader's time zone
 */
export function layOut(entries, { newAfter = null, me = null, dayOf = localDay } = {}) {
  const rows = [];
  let previous = null;
  let divided = newAfter === null;
  for (const entry of entries) {
    const newDay = previous === null || dayOf(previous.at) !== dayOf(entry.at);
    if (newDay) rows.push({ type: 'day', key: `day ${entry.key}`, at: entry.at });
    const isNew = !divided && startsNew(entry, newAfter, me);
    if (isNew) rows.push({ type: 'new', key: 'new' });
    divided ||= isNew;
    if (!goesOn(rows.at(-1), entry)) rows.push(rowOf(entry, newDay || isNew || startsGroup(previous, entry)));
    previous = entry;
  }
  return rows;
}

function rowOf(entry, first) {
  return isComing(entry) ? { ...entry, first, events: [entry.event] } : { ...entry, first };
}

/** @returns whether the row is a run that has the entry now */
function goesOn(row, entry) {
  if (!row.events || !isComing(entry)) return false;
  row.events.push(entry.event);
  row.sequence = entry.sequence;
  return true;
}

function isComing({ type, event }) {
  return type === 'notice' && COMINGS.has(event?.type);
}

function startsNew(entry, newAfter, me) {
  return entry.type === 'message' && entry.sequence > newAfter && entry.author.id !== me;
}

function startsGroup(previous, entry) {
  return (
    previous.type !== 'message' ||
    previous.author.id !== entry.author.id ||
    Math.abs(entry.at - previous.at) >= GROUP_SPAN_MILLIS
  );
}

function localDay(at) {
  return new Date(at).toDateString();
}
