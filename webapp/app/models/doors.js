import { mayBegin, mayBrowse } from './rights.js';

/** Ways into rooms that are not one's own yet: each room opens as soon as the server tells of it. */
export class Doors {
  #client;
  #account;
  #movesOf;
  #enter;

  /**
   * @param movesOf how often the person, or what happened, went to a room
   * @param enter opens a room
   */
  constructor(client, account, movesOf, enter) {
    this.#client = client;
    this.#account = account;
    this.#movesOf = movesOf;
    this.#enter = enter;
  }

  get mayBegin() {
    return mayBegin(this.#who);
  }

  get mayBrowse() {
    return mayBrowse(this.#who);
  }

  /** What the account is may have changed since the page was opened. */
  get #who() {
    return this.#client.account ?? this.#account;
  }

  all() {
    return this.#client.http.rooms().then((answer) => answer.rooms ?? answer);
  }

  create(room) {
    return this.#enterAfter(this.#client.http.createRoom(room));
  }

  join(log) {
    return this.#enterAfter(this.#client.http.join(log).then(() => ({ log })));
  }

  /** Of these people together: the same have the same room. */
  openDirect(...people) {
    return this.#enterAfter(this.#client.http.ask('POST', 'api/direct', { people }));
  }

  /** Unless the person went elsewhere meanwhile: the room may have come, and been opened and left, before its answer. */
  async #enterAfter(answer) {
    const moves = this.#movesOf();
    const { log } = await answer;
    if (moves === this.#movesOf()) this.#enter(log);
  }
}
