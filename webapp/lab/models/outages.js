/** When a line was not live, as far back as somebody looks. */
export class Outages {
  #span;
  #all = []; // {from, to}, oldest first; `to` is null while it lasts

  constructor(span) {
    this.#span = span;
  }

  begin(at) {
    if (this.#all.at(-1)?.to !== null) this.#all = [...this.recent(at), { from: at, to: null }];
  }

  end(at) {
    this.#all = this.recent(at).map(({ from, to }) => ({ from, to: to ?? at }));
  }

  recent(now) {
    return this.#all.filter(({ to }) => to === null || to > now - this.#span);
  }
}
