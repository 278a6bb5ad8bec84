/** The key of a draft, and of the files that go with it: a room's is its log, a thread's has both. */
export function draftOf({ log, root }) {
  return root ? `${log}/${root}` : String(log);
}

/** Where the draft of a key is: `{log, root}`, without a `root` the room itself. */
export function placeOf(key) {
  const [log, root] = String(key).split('/').map(Number);
  return { log, root };
}

/** The threads in which something is written that can still be sent: `{log, root}` each. */
export function draftThreads(chat) {
  const mayWrite = (room) => room !== undefined && chat.rights(room).writes;
  return chat.drafts.threads.filter(({ log }) => mayWrite(chat.room(log)));
}
