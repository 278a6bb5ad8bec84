/** Whether something waits for this person in a room: to be read, or to be sent. */
export class Waiting {
  #client;
  #drafts;
  #uploads;
  #reading;

  constructor(client, drafts, uploads, reading) {
    this.#client = client;
    this.#drafts = drafts;
    this.#uploads = uploads;
    this.#reading = reading;
  }

  /** Something of others, or of one's own. */
  isIn(room) {
    return this.#isToBeSent(room) || this.#reading.unread(room) + this.#reading.mentions(room) > 0;
  }

  /** The same, but for what a muted room keeps to itself. */
  isToBeSeenIn(room) {
    return this.#isToBeSent(room) || this.#reading.waiting(room) > 0;
  }

  #isToBeSent({ log }) {
    return this.#drafts.hasIn(log) || this.#uploads.hasIn(log) || this.#client.outbox.some((entry) => entry.room === log);
  }
}
