const SEEN = ['online', 'busy', 'away'];

/**
 * As what somebody is seen, in whichever room of this person's: `online`, `busy` or `away`; `offline`, where they are known to be in one
 * of them; null: it is not known.
 *
 * @param shared the logs of rooms that they are known to be in
 */
export function whereabouts({ list, people }, id, shared) {
  const states = new Set([...list.all, ...list.closed].map(({ log }) => people.stateOf(log, id)));
  const seen = SEEN.find((state) => states.has(state));
  return seen ?? (shared.some((log) => people.stateOf(log, id)) ? 'offline' : null);
}

/** The conversations with them. */
export function talksWith({ list }, id) {
  const rooms = [...list.all, ...list.closed].filter(({ kind, people = [] }) => kind === 'direct' && people.some((each) => each.id === id));
  return rooms.map(({ log }) => log);
}
