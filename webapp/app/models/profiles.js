import { Model } from './model.js';

/** Those that are shown together are asked for together. */
const TOGETHER_MILLIS = 50;
const AGAIN_MILLIS = 5_000;
const MOST_AT_ONCE = 100;
const UNKNOWN = {};

/** How people show themselves: asked for when they are shown first, and told when it changes. */
export class Profiles extends Model {
  #client;
  #platform;
  #known = new Map();
  #wanted = new Set();
  #toldMeanwhile = new Set();
  #abort = new AbortController();
  #timer = null;

  /** @param presence tells of changes, in the rooms of this person */
  constructor(client, presence, platform) {
    super();
    this.#client = client;
    this.#platform = platform;
    const { signal } = this.#abort;
    presence.addEventListener('people', ({ detail }) => this.#told(detail), { signal });
    // What changed before it was told to nobody here.
    client.addEventListener?.('welcome', () => this.ask(...this.#known.keys()), { signal });
  }

  /** `{id, status}`; what is not known yet comes soon. */
  of(id) {
    if (!this.#known.has(id)) this.ask(id);
    return this.#known.get(id) ?? UNKNOWN;
  }

  ask(...ids) {
    for (const id of ids) {
      this.#wanted.add(id);
      // Once is enough.
      if (!this.#known.has(id)) this.#known.set(id, UNKNOWN);
    }
    if (this.#wanted.size > 0) this.#soon(TOGETHER_MILLIS);
  }

  close() {
    this.#abort.abort();
    this.#wanted.clear();
    this.#platform.clearTimeout(this.#timer);
  }

  #soon(millis) {
    this.#timer ??= this.#platform.setTimeout(() => this.#fetch(), millis);
  }

  async #fetch() {
    const ids = [...this.#wanted].slice(0, MOST_AT_ONCE);
    this.#toldMeanwhile.clear();
    try {
      const { profiles = [] } = await this.#client.http.ask('GET', `api/profiles?ids=${ids.join(',')}`);
      for (const id of ids) this.#wanted.delete(id);
      this.#take(profiles.filter(({ id }) => !this.#toldMeanwhile.has(id)));
      this.#goOn(TOGETHER_MILLIS);
    } catch {
      // The line is down, or the server has much to do.
      this.#goOn(AGAIN_MILLIS);
    }
  }

  #goOn(millis) {
    this.#timer = null;
    if (this.#wanted.size > 0) this.#soon(millis);
  }

  #told(profiles) {
    for (const { id } of profiles) this.#toldMeanwhile.add(id);
    this.#take(profiles);
  }

  #take(profiles) {
    const before = JSON.stringify(profiles.map(({ id }) => this.#known.get(id)));
    for (const profile of profiles) this.#known.set(profile.id, profile);
    const areRenamed = rename(this.#client, profiles);
    if (areRenamed || before !== JSON.stringify(profiles)) this.changed();
  }
}

/** Direct rooms are called after the others in them, and no event tells what somebody is called now. @returns whether any has another name */
function rename({ rooms, account }, profiles) {
  const names = new Map(profiles.map(({ id, displayName }) => [id, displayName]));
  const nameNow = ({ id, name }) => names.get(id) ?? name;
  const isOld = ({ kind, people = [] }) => kind === 'direct' && people.some((person) => nameNow(person) !== person.name);
  const old = [...rooms.values()].filter(isOld);
  for (const room of old) {
    room.people = room.people.map((person) => ({ ...person, name: nameNow(person) }));
    const others = room.people.filter(({ id }) => id !== account.id);
    room.name = others.map(({ name }) => name).join(', ');
  }
  return old.length > 0;
}
