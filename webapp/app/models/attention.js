/** Of which messages of a room this person wants to hear: `all`, `mentions` of them, or `nothing`. */
export function levelOf(chat, room) {
  const { muted, level } = chat.own(room);
  return muted ? 'nothing' : level;
}

/** What waits for this person: how many messages that they want to hear of, and whether there is anything else. */
export function attention(chat) {
  const calls = chat.rooms.reduce((sum, room) => sum + waiting(chat, room), 0);
  return { calls, hasUnread: chat.rooms.some((room) => chat.reading.waiting(room) > 0) };
}

function waiting(chat, room) {
  const counts = { all: () => chat.reading.unread(room), mentions: () => chat.reading.mentions(room), nothing: () => 0 };
  return counts[levelOf(chat, room)]();
}
