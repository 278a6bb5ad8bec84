/**
 * Messages in the outbox whose room is not in the list any more: one has left it, or was taken out. No conversation
 * shows them, so they need a place of their own, or nobody could retry or discard them.
 */
export class Strays {
  #client;
  #names = new Map(); // log → the name the room had; of rooms seen by this page

  constructor(client) {
    this.#client = client;
  }

  roomsChanged() {
    for (const { log, name } of this.#client.rooms.values()) this.#names.set(log, name);
  }

  /** Oldest first, each with `roomName`, null if this page never saw the room. Before the welcome no room is known. */
  list() {
    const { account, outbox, rooms } = this.#client;
    if (account === null) return [];
    return outbox
      .filter(({ room }) => !rooms.has(room))
      .map((entry) => ({ ...entry, roomName: this.#names.get(entry.room) ?? null }));
  }
}
