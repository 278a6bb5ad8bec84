/** More rows than these are not held around a reader. */
export const MOST_ROWS = 400;

/** On a side that has too many so many stay: some screens, so that nothing is fetched to and fro. */
const ROWS_A_SIDE = 150;

/**
 * What is to be kept of entries around a reader: `{after, to}`, the sequences between which it lies; null: all of it. Counted in what
 * is seen, not in events: else a thousand reactions would push out what the reader looks at.
 *
 * @param at the sequence of what the reader looks at
 */
export function nearTo(entries, at) {
  if (entries.length <= MOST_ROWS) return null;
  const found = entries.findIndex(({ sequence }) => sequence >= at);
  const here = found < 0 ? entries.length - 1 : found;
  const isFull = (count) => count >= MOST_ROWS / 2;
  return {
    after: isFull(here) ? entries[here - ROWS_A_SIDE].sequence - 1 : 0,
    to: isFull(entries.length - 1 - here) ? entries[here + ROWS_A_SIDE].sequence : Infinity,
  };
}
