import { Model } from './model.js';
import { found } from './found.js';
import { TypedQuestion } from './typed-question.js';

/** Whoever looks for more of them types on, or has a view of its own for that. */
const MOST = 8;

const NOTHING = { people: [], rooms: [] };

/** Whom this person could write to, and which rooms they could join, by a part of the name. What can't be had is left out. */
export class Elsewhere extends Model {
  #chat;
  #question;
  #rooms = null; // the promise of all that there are: they are sought here

  /** `{people, rooms}`; null while it is not known. */
  found = NOTHING;

  constructor(chat, platform = globalThis) {
    super();
    this.#chat = chat;
    this.#question = new TypedQuestion(platform);
  }

  seek(typed) {
    const wanted = typed.trim();
    this.found = wanted === '' ? NOTHING : null;
    if (wanted === '') this.#question.anew();
    else this.#question.soon((isLast) => this.#ask(wanted, isLast));
    this.changed();
  }

  async #ask(typed, isLast) {
    const [people, rooms] = await Promise.all([this.#people(typed), this.#others(typed)]);
    if (!isLast()) return;
    this.found = { people, rooms };
    this.changed();
  }

  async #people(typed) {
    const { account, doors, membership } = this.#chat;
    const people = doors.mayBegin ? await membership.find(typed).catch(() => []) : [];
    return people.filter(({ id }) => id !== account.id).slice(0, MOST);
  }

  async #others(typed) {
    const { doors } = this.#chat;
    if (!doors.mayBrowse) return [];
    this.#rooms ??= doors.all().catch(() => this.#forgotten());
    return found((await this.#rooms).filter((room) => this.#isOpen(room)), typed).slice(0, MOST);
  }

  /** They are asked for again the next time. */
  #forgotten() {
    this.#rooms = null;
    return [];
  }

  #isOpen({ log, kind, archived }) {
    return kind === 'public' && !archived && !this.#chat.room(log);
  }
}

/** Those of the people who have no conversation of two among these rooms. */
export function without(people, rooms) {
  const ofTwo = rooms.filter((room) => room.kind === 'direct' && room.people?.length === 2);
  const met = new Set(ofTwo.flatMap((room) => room.people.map(({ id }) => id)));
  return people.filter(({ id }) => !met.has(id));
}
