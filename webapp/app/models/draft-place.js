/** The key of a draft, and of the files that go with it: a room's is its log, a thread's has both. */
export function draftOf({ log, root }) {
  return root ? `${log}/${root}` : String(log);
}

/** Where the draft of a key is: `{log, root}`, without a `root` the room itself. */
export function placeOf(key) {
  const [log, root] = String(key).split('/').map(Number);
  return { log, root };
}
