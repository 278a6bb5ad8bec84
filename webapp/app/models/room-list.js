import { Latest } from './latest.js';
import { ListPreferences } from './list-preferences.js';

/** The rooms as they are listed: the favourites in the order of this person, then the others by name, and the conversations after them. */
export class RoomList {
  #client;
  #chat;
  #latest;

  /** @param chat whose rooms they are: `{account, open, preferences, waiting, changed()}`. The open room is listed even when it is put away, or closed. */
  constructor(client, chat, shelf, platform) {
    this.#client = client;
    this.#chat = chat;
    this.preferences = new ListPreferences(shelf, chat.account);
    this.#latest = new Latest(client, chat.account, shelf, platform, () => chat.changed());
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

  /** Conversations of two or of some, by who is in them, or the latest first. */
  get talks() {
    const talks = byName(this.#unfavoured.filter(({ kind }) => kind === 'direct'));
    return this.preferences.order === 'name' ? talks : talks.sort((a, b) => this.#latest.of(b) - this.#latest.of(a));
  }

  /** What is not listed and can be opened again. */
  get closed() {
    return byName(this.#present.filter((room) => !this.#isListed(room)));
  }

  // What is seen of it

  /** `{name, rooms, isEmpty, isFolded, isAlone}` each: `rooms` are those that are seen. Rooms that are alone have no heading, and are not folded. */
  get parts() {
    const { favourites, others, talks } = this;
    const isAlone = favourites.length + talks.length === 0;
    return [this.#part('favourites', favourites), this.#part('others', others, isAlone), this.#part('talks', talks)];
  }

  /** Whether only what waits is wanted, and nothing does: the open room may be there all the same. */
  get isAllRead() {
    if (!this.preferences.onlyUnread) return false;
    const { all } = this;
    return all.length > 0 && !all.some((room) => this.#chat.waiting.isToBeSeenIn(room));
  }

  #part(name, all, isAlone = false) {
    const { onlyUnread } = this.preferences;
    const isFolded = !isAlone && !onlyUnread && this.preferences.isFolded(name);
    const rooms = isFolded || onlyUnread ? all.filter((room) => this.#stands(room)) : all;
    return { name, rooms, isEmpty: all.length === 0, isFolded, isAlone };
  }

  /** The room that one reads does not go with its last unread message. */
  #stands(room) {
    return room.log === this.#chat.open || this.#chat.waiting.isToBeSeenIn(room);
  }

  /** While somebody points at the list nothing in it goes elsewhere by itself: to be called whenever the pointer moves. */
  hold() {
    this.#latest.hold();
  }

  release() {
    this.#latest.release();
  }

  stop() {
    this.#latest.close();
  }

  // Conversations that are closed

  /** Nothing is to be overlooked by it. */
  mayClose(room) {
    return !this.#chat.waiting.isIn(room);
  }

  /** A conversation is not listed until something comes there; rejects with a `Refusal`. */
  close({ log, head }) {
    return this.#chat.preferences.want(log, { closed: head });
  }

  /** What is not taken is said when it is opened the next time. */
  reopen(log) {
    if (this.#chat.preferences.of({ log }).closed !== null) this.#chat.preferences.want(log, { closed: null }).catch(() => {});
  }

  // Favourites

  /** Makes a room a favourite, the last one, or takes it out; rejects with a `Refusal`. */
  favour(log, on) {
    const others = this.#placedWithout(log);
    return on ? this.#chat.preferences.place(log, others, others.length) : this.#chat.preferences.want(log, { favourite: null });
  }

  /** Puts a room before another of the favourites, or with null after them all; rejects with a `Refusal`. */
  putBefore(log, next) {
    const others = this.#placedWithout(log);
    const at = others.findIndex((room) => room.log === next);
    return this.#chat.preferences.place(log, others, at < 0 ? others.length : at);
  }

  /** Whether a favourite has a place `step` further on. */
  mayMove(log, step) {
    return this.#neighbour(log, step) !== undefined;
  }

  /** Past the one that is seen there, wherever those are that are not. */
  move(log, step) {
    const others = this.#placedWithout(log);
    const at = others.indexOf(this.#neighbour(log, step));
    return this.#chat.preferences.place(log, others, step < 0 ? at : at + 1);
  }

  #neighbour(log, step) {
    const { rooms } = this.parts.find(({ name }) => name === 'favourites');
    const at = rooms.findIndex((room) => room.log === log);
    return at < 0 ? undefined : rooms[at + step];
  }

  /** All that have a place, also those that are not listed now: they are to come back where they were. */
  #placedWithout(log) {
    return this.#inPlace([...this.#client.rooms.values()]).filter((room) => room.log !== log);
  }

  #inPlace(rooms) {
    const placeOf = (room) => this.#chat.preferences.of(room).favourite;
    return rooms.filter((room) => placeOf(room) !== null).sort((a, b) => placeOf(a) - placeOf(b) || a.log - b.log);
  }

  // Going on

  /** The room `step` places on from the open one, of those that are seen and that `isMeant`, or null. */
  next(step, isMeant) {
    const { open } = this.#chat;
    const rooms = this.parts.flatMap((part) => part.rooms).filter((room) => isMeant(room) || room.log === open);
    if (rooms.length === 0) return null;
    const at = rooms.findIndex((room) => room.log === open);
    return rooms[at < 0 ? 0 : (at + step + rooms.length) % rooms.length].log;
  }

  get #unfavoured() {
    return this.#listed.filter((room) => this.#chat.preferences.of(room).favourite === null);
  }

  get #listed() {
    return this.#present.filter((room) => this.#isListed(room));
  }

  /** Without those that are put away. */
  get #present() {
    return [...this.#client.rooms.values()].filter(({ log, archived }) => !archived || log === this.#chat.open);
  }

  #isListed(room) {
    const { closed } = this.#chat.preferences.of(room);
    return closed === null || room.head > closed || room.log === this.#chat.open || this.#chat.waiting.isIn(room);
  }
}

/** As a person of this language sorts names. */
function byName(rooms) {
  return rooms.sort((a, b) => a.name.localeCompare(b.name) || a.log - b.log);
}
