/** The rooms as they are listed: the favourites in the order of this person, then the others by name, and the conversations after them. */
export class RoomList {
  #client;
  #preferences;
  #openOf;
  #waitsIn;

  /**
   * @param openOf the open room's log: it is listed even when it is put away, or closed
   * @param waitsIn whether a room has something that waits for this person, to be read or to be sent: it can't be closed
   */
  constructor(client, preferences, openOf, waitsIn) {
    this.#client = client;
    this.#preferences = preferences;
    this.#openOf = openOf;
    this.#waitsIn = waitsIn;
  }

  get all() {
    return [...this.favourites, ...this.others, ...this.talks];
  }

  /** Those that are closed, or put away, too. */
  get each() {
    return byName([...this.#client.rooms.values()]);
  }

  get favourites() {
    return this.#inPlace(this.#listed);
  }

  /** Rooms that have a name of their own, by it. */
  get others() {
    return byName(this.#unfavoured.filter(({ kind }) => kind !== 'direct'));
  }

  /** Conversations of two or of some, by who is in them. */
  get talks() {
    return byName(this.#unfavoured.filter(({ kind }) => kind === 'direct'));
  }

  /** What is not listed and can be opened again. */
  get closed() {
    return byName(this.#present.filter((room) => !this.#isListed(room)));
  }

  /** Nothing is to be overlooked by it. */
  mayClose(room) {
    return !this.#waitsIn(room);
  }

  /** A conversation is not listed until something comes there; rejects with a `Refusal`. */
  close({ log, head }) {
    return this.#preferences.want(log, { closed: head });
  }

  /** What is not taken is said when it is opened the next time. */
  reopen(log) {
    if (this.#preferences.of({ log }).closed !== null) this.#preferences.want(log, { closed: null }).catch(() => {});
  }

  /** Makes a room a favourite, the last one, or takes it out; rejects with a `Refusal`. */
  favour(log, on) {
    const others = this.#placedWithout(log);
    return on ? this.#preferences.place(log, others, others.length) : this.#preferences.want(log, { favourite: null });
  }

  /** Puts a room before another of the favourites, or with null after them all; rejects with a `Refusal`. */
  putBefore(log, next) {
    const others = this.#placedWithout(log);
    const at = others.findIndex((room) => room.log === next);
    return this.#preferences.place(log, others, at < 0 ? others.length : at);
  }

  /** Whether a favourite has a place `step` further on. */
  mayMove(log, step) {
    return this.#neighbour(log, step) !== undefined;
  }

  /** Past the one that is listed there, wherever those are that are not. */
  move(log, step) {
    const others = this.#placedWithout(log);
    const at = others.indexOf(this.#neighbour(log, step));
    return this.#preferences.place(log, others, step < 0 ? at : at + 1);
  }

  /** The room `step` places on from the open one, of those that `isMeant`, or null. */
  next(step, isMeant) {
    const open = this.#openOf();
    const rooms = this.all.filter((room) => isMeant(room) || room.log === open);
    if (rooms.length === 0) return null;
    const at = rooms.findIndex((room) => room.log === open);
    return rooms[at < 0 ? 0 : (at + step + rooms.length) % rooms.length].log;
  }

  get #unfavoured() {
    return this.#listed.filter((room) => this.#preferences.of(room).favourite === null);
  }

  get #listed() {
    return this.#present.filter((room) => this.#isListed(room));
  }

  /** Without those that are put away. */
  get #present() {
    const open = this.#openOf();
    return [...this.#client.rooms.values()].filter(({ log, archived }) => !archived || log === open);
  }

  #isListed(room) {
    const { closed } = this.#preferences.of(room);
    return closed === null || room.head > closed || room.log === this.#openOf() || this.#waitsIn(room);
  }

  #neighbour(log, step) {
    const rooms = this.favourites;
    const at = rooms.findIndex((room) => room.log === log);
    return at < 0 ? undefined : rooms[at + step];
  }

  /** All that have a place, also those that are not listed now: they are to come back where they were. */
  #placedWithout(log) {
    return this.#inPlace([...this.#client.rooms.values()]).filter((room) => room.log !== log);
  }

  #inPlace(rooms) {
    const placeOf = (room) => this.#preferences.of(room).favourite;
    return rooms.filter((room) => placeOf(room) !== null).sort((a, b) => placeOf(a) - placeOf(b) || a.log - b.log);
  }
}

/** As a person of this language sorts names. */
function byName(rooms) {
  return rooms.sort((a, b) => a.name.localeCompare(b.name) || a.log - b.log);
}
