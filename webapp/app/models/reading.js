/** What one person has read: how much waits in each room, and where "new" begins in the one that is open. */
export class Reading {
  #client;
  #conversationOf;
  #awaySince = null;

  /** @param conversationOf log → the conversation, or undefined if nothing of it is held */
  constructor(client, conversationOf) {
    this.#client = client;
    this.#conversationOf = conversationOf;
  }

  /** How many messages of others wait in a room. Exact where all of them are held, else what head and read mark say. */
  unread(room) {
    const conversation = this.#conversationOf(room.log);
    if (conversation?.holdsAllAfter(room.read, room.head)) return conversation.messagesOfOthersAfter(room.read).length;
    return Math.max(0, room.head - room.read);
  }

  /** A room was opened. */
  begin(room) {
    this.#awaySince = null;
    this.#conversationOf(room.log).divideAfter(this.unread(room) > 0 ? room.read : null);
  }

  seeEnd(room) {
    const conversation = this.#conversationOf(room.log);
    if (conversation.last > room.read) this.#client.read(room.log, conversation.last);
    conversation.trim();
  }

  /** What comes from now on in a room that was read to its end is new. */
  lookAway(room) {
    this.#awaySince = this.unread(room) === 0 ? this.#conversationOf(room.log).last : null;
  }

  lookBack() {
    this.#awaySince = null;
  }

  /** The divider moves only when something did come: a glance at another tab must not take the old one away. */
  arrived(conversation) {
    if (this.#awaySince === null || conversation.messagesOfOthersAfter(this.#awaySince).length === 0) return;
    conversation.divideAfter(this.#awaySince);
    this.#awaySince = null;
  }
}
