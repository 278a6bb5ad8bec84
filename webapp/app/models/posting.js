/** What a person sends: the text, with what it answers and the files beside it. */
export class Posting {
  #client;
  #drafts;
  #uploads;

  constructor(client, drafts, uploads) {
    this.#client = client;
    this.#drafts = drafts;
    this.#uploads = uploads;
  }

  /**
   * @param reply the sequence of what it answers, if anything
   * @param key of its draft and its files: a thread has its own
   * @returns null, or why the outbox did not take it: then the text must stay where it was written
   */
  post(log, text, reply, key = log) {
    const files = this.#uploads.files(key);
    const { refusal, stored, acked } = this.#client.post(log, text, { reply, ...(files.length > 0 && { files }) });
    if (refusal) return refusal;
    this.#uploads.clear(key);
    this.#drafts.part(key, text, Promise.any([stored, acked]));
    return null;
  }

  retry(id) {
    this.#client.retry(id);
  }

  discard(id) {
    this.#client.discard(id);
  }
}
