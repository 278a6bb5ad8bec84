/**
 * Which message each draft answers, kept in the browser beside its text. Other devices, and other tabs, have the text alone: there it
 * answers nothing, and what they make of it is not taken here for what was to be an answer.
 */
export class Answers {
  #shelf;
  #key;
  #messages; // key of a draft → {sequence, epoch}

  /** @param textOf what the draft says, as it was kept */
  constructor(shelf, account, textOf) {
    this.#shelf = shelf;
    this.#key = `drafts.answers.${account.id}`;
    const kept = Object.entries(shelf.read(this.#key, {})).filter(([key, { text }]) => text === textOf(key));
    this.#messages = Object.fromEntries(kept.map(([key, { sequence, epoch }]) => [key, { sequence, epoch }]));
  }

  of(key) {
    return this.#messages[key] ?? null;
  }

  /** @param message `{sequence, epoch}`, or null */
  put(key, message, text) {
    if (message) this.#messages[key] = message;
    else delete this.#messages[key];
    this.keep(key, text);
  }

  /** Its text is another one. */
  follow(key, text) {
    if (this.of(key)) this.keep(key, text);
  }

  /** It was sent: what is kept stays until `keep`, in case the text comes back. */
  part(key) {
    delete this.#messages[key];
  }

  /** Of this draft alone: another tab may have kept those of others. */
  keep(key, text) {
    const message = this.of(key);
    this.#shelf.write(this.#key, { ...this.#shelf.read(this.#key, {}), [key]: message ? { ...message, text } : undefined });
  }
}
