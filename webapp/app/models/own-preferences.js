import { OwnLog } from './own-log.js';
import { Quiet } from './quiet.js';

/** Between two favourites there is room for others, so that mostly only the one that is moved changes. */
const GAP = 2 ** 32;
const AGAIN_MILLIS = 5_000;
const USUAL = { muted: false };

/**
 * What this person wants: of their rooms, which are favourites, and in what order, which are muted, and of what they are
 * notified, and which conversations are closed; and when it is to be quiet. The server keeps it for all devices, this browser for the next start: a list that
 * is put in another order a moment after it was shown is clicked at the wrong place.
 */
export class OwnPreferences {
  #client;
  #platform;
  #changed;
  #keep;
  #rooms; // log → {muted, level?, favourite?, closed?}, an object
  #log;
  #later = null; // events that come while the server is asked; null: it is not
  #timer = null;

  /** @param changed is called when something is otherwise */
  constructor(client, account, shelf, platform, changed) {
    const key = `rooms.${account.id}`;
    this.#client = client;
    this.#platform = platform;
    this.#changed = changed;
    this.#keep = () => shelf.write(key, this.#rooms);
    this.#rooms = shelf.read(key, {});
    this.quiet = new Quiet(client.http, account, shelf);
    this.#log = new OwnLog(client, (event) => this.#happened(event), () => this.#ask());
  }

  /** `{muted, level, favourite, closed}`: `level` is `all`, `mentions` or `nothing`; `favourite` its place, `closed` how far it was seen then, or null. */
  of({ log, kind }) {
    const { muted, level = usualLevel(kind), favourite = null, closed = null } = this.#rooms[log] ?? USUAL;
    return { muted, level, favourite, closed };
  }

  /** Rejects with a `Refusal`. It is so when the event comes. */
  want(log, wanted) {
    return this.#client.http.ask('PATCH', `api/rooms/${log}/preferences`, wanted);
  }

  /** Puts a room among the favourites: before the one that is at `index` of those `others`. */
  place(log, others, index) {
    const before = others[index - 1] ? this.of(others[index - 1]).favourite : 0;
    const after = others[index] ? this.of(others[index]).favourite : before + 2 * GAP;
    const favourite = Math.floor((before + after) / 2);
    if (favourite > before && favourite <= Number.MAX_SAFE_INTEGER) return this.want(log, { favourite });
    const all = others.map((room) => room.log).toSpliced(index, 0, log);
    return Promise.all(all.map((each, at) => this.want(each, { favourite: (at + 1) * GAP })));
  }

  close() {
    this.#log.close();
    this.#platform.clearTimeout(this.#timer);
    this.#later = [];
  }

  #happened(event) {
    if (event.type !== 'preferences' && event.type !== 'quiet') return;
    this.#later?.push(event);
    this.#apply(event);
  }

  async #ask() {
    if (this.#later) return;
    this.#later = [];
    try {
      this.#begin(await this.#client.http.ask('GET', 'api/preferences'));
    } catch {
      // The line is down, or the server has much to do.
      this.#later = null;
      this.#timer = this.#platform.setTimeout(() => this.#ask(), AGAIN_MILLIS);
    }
  }

  #begin({ head, rooms, quiet }) {
    this.#rooms = {};
    for (const room of rooms) this.#take(room);
    this.#tell();
    this.quiet.take(quiet);
    for (const event of this.#later) if (event.sequence > head) this.#apply(event);
    this.#log.answered(head);
    this.#later = null;
  }

  #apply({ type, body }) {
    if (type === 'quiet') return this.quiet.take(body);
    this.#take(body);
    this.#tell();
  }

  #take({ room, ...wanted }) {
    this.#rooms[room] = wanted;
  }

  #tell() {
    this.#keep();
    this.#changed();
  }
}

/** In a direct room each message is meant for this person; in others most are meant for somebody else. */
function usualLevel(kind) {
  return kind === 'direct' ? 'all' : 'mentions';
}
