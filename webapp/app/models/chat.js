import { Model } from './model.js';
import { Conversation } from './conversation.js';
import { Counts } from './counts.js';
import { Doors } from './doors.js';
import { DraftSync } from './draft-sync.js';
import { Drafts } from './drafts.js';
import { FollowedThreads } from './followed-threads.js';
import { Limits } from './limits.js';
import { Line } from './line.js';
import { Membership } from './membership.js';
import { OwnPreferences } from './own-preferences.js';
import { People } from './people.js';
import { Posting } from './posting.js';
import { Reading } from './reading.js';
import { RoomList } from './room-list.js';
import { Rights } from './rights.js';
import { Strays } from './strays.js';
import { Uploads } from './uploads.js';
import { Waiting } from './waiting.js';

/** Events of a room that is not open: as long as all that is unread is held, nobody has to ask how much it is. */
const MOST_UNOPENED = 1_000;

/** Everything that one signed-in account sees: its rooms, the one that is open, and what they hold. */
export class Chat extends Model {
  #client;
  #conversations = new Map();
  #abort = new AbortController();
  #counts;
  /** How often the person, or what happened, went to a room. */
  #moves = 0;

  /** The open room's log, or null. */
  open = null;
  /** The room that is to be opened as soon as the server tells of it, or null. */
  wanted = null;
  /** The message that is to be shown as soon as its room is: `{log, sequence}`, or null. */
  sought = null;
  /** The room that the page was left with, until one is shown: that it is this one again is nobody's wish. */
  resumed = null;

  /** @param shelf what this browser keeps */
  constructor(client, account, shelf, platform = globalThis) {
    super();
    this.#client = client;
    this.shelf = shelf;
    this.account = account;
    this.drafts = new Drafts(shelf, account);
    this.#counts = new Counts(client.http, platform, () => this.#roomsChanged());
    this.strays = new Strays(client);
    this.preferences = new OwnPreferences(client, account, shelf, platform, () => this.changed());
    // For the connection that is about to be made.
    client.first ??= this.lastOpened ?? undefined;
    this.draftSync = new DraftSync(client, account, this.drafts, shelf, platform);
    this.threads = new FollowedThreads(client, account, platform);
    this.line = new Line(client, platform);
    this.membership = new Membership(client.http);
    this.people = new People(client, account, platform, this.preferences.quiet);
    this.people.addEventListener('profiles', () => this.changed());
    this.uploads = new Uploads(client, platform);
    this.posting = new Posting(client, this.drafts, this.uploads);
    this.reading = new Reading(client, (log) => this.#conversations.get(log), this.#counts, this.preferences, account.id);
    this.waiting = new Waiting(client, this.drafts, this.uploads, this.reading);
    this.list = new RoomList(client, this, shelf, platform);
    this.limits = new Limits(client);
    this.doors = new Doors(client, account, () => this.#moves, (log) => this.enter(log));
    this.#listen();
  }

  /** The HTTP API, for what only one view asks for. */
  get http() {
    return this.#client.http;
  }

  /** The library's client, for what only one view follows. */
  get client() {
    return this.#client;
  }

  // Rooms

  /** As they are listed. */
  get rooms() {
    return this.list.all;
  }

  /** One of one's own rooms, or undefined. */
  room(log) {
    return this.#client.rooms.get(log);
  }

  /** What this person wants of a room: `{muted, level, favourite, closed}`. */
  own(room) {
    return this.preferences.of(room);
  }

  get openRoom() {
    return this.#client.rooms.get(this.open) ?? null;
  }

  /** Whether the server has told which rooms there are; until then an empty list means nothing. */
  get isWelcome() {
    return this.#client.account !== null;
  }

  /** Unless it was closed. */
  get lastOpened() {
    const log = this.shelf.read(`opened.${this.account.id}`);
    return this.preferences.of({ log }).closed === null ? log : null;
  }

  /** Opens a room, or the list again with null. A room that is not there yet opens when it comes. */
  enter(log) {
    this.#moves += 1;
    this.#client.first = log ?? undefined;
    if (this.sought?.log !== log) this.sought = null;
    if (log !== this.resumed) this.list.reopen(log);
    if (log === this.open && this.wanted === null) return;
    const room = this.#client.rooms.get(log);
    this.wanted = room ? null : log;
    this.draftSync.flush();
    this.open = room ? log : null;
    if (room) this.#beginVisit(room);
    this.changed();
  }

  /** Goes to a message. */
  seek(log, sequence) {
    this.sought = { log, sequence };
    this.enter(log);
    this.changed();
  }

  /** Whether a message is sought in a room that is none of one's own. */
  get isLost() {
    return this.isWelcome && this.sought !== null && !this.#client.rooms.has(this.sought.log);
  }

  /** The room `step` places on in the list; with `unreadOnly` the next that has something new. */
  enterNext(step, unreadOnly = false) {
    const next = this.list.next(step, (room) => !unreadOnly || this.reading.waiting(room) > 0);
    if (next !== null) this.enter(next);
  }

  /** What this person may do in one of the rooms. */
  rights(room) {
    return new Rights(this.#client.account ?? this.account, room);
  }

  async leave(log) {
    await this.#client.http.leave(log);
    if (this.open === log) this.enter(null);
  }

  /** Takes a conversation out of the list; rejects with a `Refusal`. */
  async closeRoom(log) {
    await this.list.close(this.room(log));
    if (this.open === log) this.enter(null);
  }

  // Messages

  conversation(log, position = this.#client.rooms.get(log)?.position ?? 0) {
    if (!this.#conversations.has(log)) {
      this.#conversations.set(log, new Conversation(this.#client, this.account, log, position));
    }
    return this.#conversations.get(log);
  }

  // Reading

  /** The person sees the end of the open room. */
  seeEnd() {
    if (this.openRoom) this.reading.seeEnd(this.openRoom);
  }

  lookAway() {
    this.draftSync.flush();
    if (this.openRoom) this.reading.lookAway(this.openRoom);
  }

  async close() {
    this.#abort.abort();
    this.line.close();
    this.list.stop();
    this.#counts.close();
    this.preferences.close();
    this.draftSync.close();
    this.threads.close();
    this.people.close();
    this.uploads.close();
    await this.#client.close();
  }

  // The client's events

  #listen() {
    const on = (type, handle) =>
      this.#client.addEventListener(type, ({ detail }) => handle(detail), { signal: this.#abort.signal });
    on('event', (event) => this.#apply(event));
    on('reset', (room) => this.#reset(room));
    on('ack', (ack) => this.conversation(ack.room).acknowledge(ack));
    on('outbox', () => this.#outboxChanged());
    on('rooms', () => this.#roomsChanged());
    on('welcome', () => this.#roomsChanged());
  }

  #apply(event) {
    if (!this.#client.rooms.has(event.log)) return this.#applyOwn(event);
    if (event.type === 'deleted') this.#counts.deleted(event);
    this.conversation(event.log, event.sequence - 1).apply(event);
    if (event.log === this.open) this.reading.arrived(this.conversation(event.log));
    else this.conversation(event.log).trim(MOST_UNOPENED);
    this.changed();
  }

  /** Of the account's own log: the client has carried it out. */
  #applyOwn({ type, body }) {
    if (type === 'read' && body.back && body.room === this.open) this.reading.heldBack(body.room, body.sequence);
  }

  #reset(room) {
    if (!this.#client.rooms.has(room.log)) return; // the account's own log
    if (room.log === this.open) this.reading.lookBack();
    this.conversation(room.log).reset(room.position);
    this.#roomsChanged();
  }

  #outboxChanged() {
    for (const conversation of this.#conversations.values()) conversation.outboxChanged();
    this.changed();
  }

  #roomsChanged() {
    this.strays.roomsChanged();
    if (this.open !== null && !this.openRoom) this.enter(null);
    if (this.#client.rooms.has(this.wanted)) this.enter(this.wanted);
    this.reading.look([...this.#client.rooms.values()]);
    this.changed();
  }

  #beginVisit(room) {
    this.resumed = null;
    this.conversation(room.log);
    this.reading.begin(room);
    this.shelf.write(`opened.${this.account.id}`, room.log);
  }
}
