/** What the account's own log tells this device: each event once, in order, and whether some of it may be missing. */
export class OwnLog {
  #client;
  #take;
  #ask;
  #abort = new AbortController();
  #epoch = null;
  #through = -1;

  /**
   * @param take is given each event
   * @param ask is called when the server has to be asked for all of it
   */
  constructor(client, take, ask) {
    this.#client = client;
    this.#take = take;
    this.#ask = ask;
    const { signal } = this.#abort;
    client.addEventListener('welcome', () => this.#welcomed(), { signal });
    client.addEventListener('event', ({ detail }) => this.#happened(detail), { signal });
    client.addEventListener('reset', ({ detail }) => detail.log === client.account?.log && this.#ask(), { signal });
  }

  /** An answer of the server is as of that sequence: what the log tells up to there is in it. */
  answered(head) {
    this.#through = Math.max(this.#through, head);
  }

  close() {
    this.#abort.abort();
  }

  /** What came meanwhile comes as events, unless the log goes on further along. */
  #welcomed() {
    const { epoch, position } = this.#client.account ?? {};
    if (epoch !== this.#epoch) this.#through = -1;
    this.#epoch = epoch;
    if (!(position <= this.#through)) this.#ask();
  }

  #happened(event) {
    if (event.log !== this.#client.account?.log || event.sequence <= this.#through) return;
    this.#through = event.sequence;
    this.#take(event);
  }
}
