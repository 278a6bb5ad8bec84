import { Model } from './model.js';

/** Whoever has not touched the page for so long is away. */
const AWAY_MILLIS = 5 * 60_000;

/** A touch is noted at most so often: a pointer that moves is one with each frame. */
const TOUCH_MILLIS = 1_000;

const STATES = ['online', 'busy', 'away', 'offline'];

/** Who is here and who types, and as what the others see this person. Told late: before that nothing is known. */
export class People extends Model {
  #me;
  #platform;
  #timer = null;
  #presence = null;
  #client;
  #quiet;
  #profiles = null;
  #touchedAt = -Infinity;
  #isClosed = false;
  #isBusy = false;

  /** Whether this person has not touched the page for long. Fires `away` when that changes. */
  isAway = false;

  /** @param quiet says as what they want to be seen */
  constructor(client, account, platform = globalThis, quiet = {}) {
    super();
    this.#me = account.id;
    this.#client = client;
    this.#platform = platform;
    this.#quiet = quiet;
    // Without it the page does all else: a server that is being replaced may not have it at the moment.
    client.presence?.().then((presence) => this.#begin(presence), () => {});
  }

  /** `busy`, `online`, `away` or `offline`; null: not known. */
  stateOf(log, id) {
    const here = this.#here(log);
    return here && (here.get(id) ?? 'offline');
  }

  /** Who is present first, then by name; unchanged while it is not known who is present. */
  sorted(log, members) {
    const here = this.#here(log);
    if (!here) return members;
    const rank = ({ id }) => STATES.indexOf(here.get(id) ?? 'offline');
    return members.toSorted((a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b)));
  }

  /** The names of others who type in a room. */
  typing(log) {
    const people = this.#presence?.typing(log) ?? [];
    return people.filter(({ id }) => id !== this.#me).map(({ name }) => name);
  }

  /** How somebody shows themself: `{id, name, displayName, about, picture, status, doNotDisturb}`, as much of it as is known. */
  profile(id) {
    return this.#profiles?.of(id) ?? {};
  }

  /**
   * From now on it is asked how people show themselves: no page has to wait for that. Fires `profiles`, too: many views
   * show people, and few who is here.
   */
  async meet() {
    const parts = [import('./profiles.js'), this.#client.presence()];
    await Promise.all(parts).then(([module, presence]) => this.#beginProfiles(module, presence), () => {});
  }

  /** Asks how somebody shows themself now: they may share no room with this person. */
  profileAnew(id = this.#me) {
    this.#profiles?.ask(id);
  }

  /** This person writes there: `text` is what they have so far. Nobody is told of who is not to be seen. */
  write(log, text) {
    if (text.trim() === '' || this.#isInvisible) this.#presence?.stopTyping(log);
    else this.#presence?.type(log);
  }

  /** This person touched the page. */
  touch() {
    const now = this.#platform.performance.now();
    if (this.#isClosed || now - this.#touchedAt < TOUCH_MILLIS) return;
    this.#touchedAt = now;
    this.#platform.clearTimeout(this.#timer);
    this.#timer = this.#platform.setTimeout(() => this.#show({ isAway: true }), AWAY_MILLIS);
    this.#show({ isAway: false });
  }

  /** This person does not want to be disturbed, or does again. */
  beBusy(isBusy) {
    this.#show({ isBusy });
  }

  close() {
    this.#isClosed = true;
    this.#profiles?.close();
    this.#platform.clearTimeout(this.#timer);
  }

  /** Who said that they are busy is so, whether they touch the page or not. */
  #show({ isAway = this.isAway, isBusy = this.#isBusy }) {
    const hasTurned = isAway !== this.isAway;
    this.isAway = isAway;
    this.#isBusy = isBusy;
    this.#presence?.show(isBusy ? 'busy' : isAway ? 'away' : 'online');
    if (hasTurned) this.dispatchEvent(new Event('away'));
  }

  get #isInvisible() {
    return this.#quiet.shownAs === 'invisible';
  }

  /** Null: not known. Whoever is told of a room is in it, so it is never empty, unless they are not to be seen there. */
  #here(log) {
    const here = this.#presence?.here(log);
    return here?.size > 0 || this.#isInvisible ? (here ?? null) : null;
  }

  #begin(presence) {
    if (this.#isClosed) return;
    this.#presence = presence;
    presence.addEventListener('change', () => this.changed());
    this.touch();
    this.#show({});
  }

  #beginProfiles({ Profiles }, presence) {
    if (this.#isClosed) return;
    this.#profiles = new Profiles(this.#client, presence, this.#platform);
    const tell = () => {
      this.changed();
      this.dispatchEvent(new Event('profiles'));
    };
    this.#profiles.addEventListener('change', tell);
    tell();
  }
}

function nameOf({ name, displayName = name }) {
  return displayName;
}
