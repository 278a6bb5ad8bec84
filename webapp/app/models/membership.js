/** Who is in the rooms, and as what: what the server is asked about it. */
export class Membership {
  #http;

  constructor(http) {
    this.#http = http;
  }

  of(log) {
    return this.#http.members(log).then((answer) => answer.members ?? answer);
  }

  /** Whose names have this in them, of those whom one may know of. */
  async find(name) {
    return (await this.#http.ask('GET', `api/people?name=${encodeURIComponent(name)}`)).people;
  }

  add(log, account) {
    return this.#http.ask('POST', `api/rooms/${log}/members`, { account });
  }

  make(log, account, role) {
    return this.#http.ask('PUT', `api/rooms/${log}/members/${account}`, { role });
  }

  remove(log, account) {
    return this.#http.ask('DELETE', `api/rooms/${log}/members/${account}`);
  }
}
