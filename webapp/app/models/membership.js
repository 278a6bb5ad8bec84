/** What the rooms are, who is in them, and as what: what the server is asked about it. */
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

  /** Its name, its topic, and whether it is put away. */
  change(log, settings) {
    return this.#http.ask('PATCH', `api/rooms/${log}`, settings);
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
