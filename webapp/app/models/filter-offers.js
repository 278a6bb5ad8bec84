import { THINGS, filterAt, written } from './filters.js';
import { found } from './found.js';
import { Model } from './model.js';
import { nearest } from './nearest-people.js';
import { TypedQuestion } from './typed-question.js';

const MOST = 8;

/** The days that are offered, and how long ago each was. */
const DAYS = { today: 0, yesterday: 1, weekAgo: 7 };

/** What may stand after the colon of a filter that is being written: `{text, label, hint}` each, of which `text` is put there. */
export class FilterOffers extends Model {
  #chat;
  #say;
  #now;
  #question;
  #open = null; // what is being written, and after it
  #people = []; // whom the server named last: until it names others

  offers = [];
  /** Which of them is chosen. */
  at = 0;

  /** @param say gives the text of a key */
  constructor(chat, say, platform = globalThis, now = () => new Date()) {
    super();
    this.#chat = chat;
    this.#say = say;
    this.#now = now;
    this.#question = new TypedQuestion(platform);
  }

  /** The text, or the caret, is another. */
  follow(text, caret) {
    const open = filterAt(text, caret);
    this.close();
    if (!open) return;
    this.#open = { ...open, before: text.slice(0, open.from), after: text.slice(caret) };
    this.#offer();
    if (open.filter === 'from') this.#question.soon((isLast) => this.#ask(open.typed, isLast));
  }

  get isOpen() {
    return this.offers.length > 0;
  }

  step(by) {
    this.at = (this.at + by + this.offers.length) % this.offers.length;
    this.changed();
  }

  /** What the text is with one of them in it, and where one writes on: `{text, caret}`. */
  taken({ text }) {
    const { before, after } = this.#open;
    const begun = `${before}${text} `;
    return { text: begun + after.trimStart(), caret: begun.length };
  }

  close() {
    this.#question.anew();
    this.offers = [];
    this.at = 0;
    this.changed();
  }

  /** Who could not be had is asked for again with the next letter. */
  async #ask(typed, isLast) {
    const people = await this.#chat.membership.find(typed).catch(() => []);
    if (!isLast()) return;
    this.#people = people;
    this.#offer();
  }

  /** What can't become anything else needs no offer. Whoever went down the list stays where they are, if that is still there. */
  #offer() {
    const { filter, typed, value } = this.#open;
    const offers = this.#of(filter, typed).slice(0, MOST);
    const isWhole = offers.length === 1 && offers[0].text.toLowerCase() === value.toLowerCase();
    const { text } = (this.at > 0 && this.offers[this.at]) || {};
    this.offers = isWhole ? [] : offers;
    this.at = Math.max(0, this.offers.findIndex((offer) => offer.text === text));
    this.changed();
  }

  #of(filter, typed) {
    if (filter === 'from') return this.#authors(typed);
    if (filter === 'in') return this.#rooms(typed);
    const others = filter === 'has' ? this.#things() : this.#days();
    return others.filter(({ text, label }) => [text, label].some((each) => each.toLocaleLowerCase().startsWith(typed.toLocaleLowerCase())));
  }

  /** By the names they sign in with, which no two have. */
  #authors(typed) {
    const { id } = this.#chat.account;
    const others = nearest(this.#people, typed).filter((person) => person.id !== id);
    const offers = others.map(({ name, displayName }) => ({ text: written(name), label: displayName, hint: displayName === name ? '' : `@${name}` }));
    const me = { text: 'me', label: 'me', hint: this.#say('search.me') };
    return 'me'.startsWith(typed.toLocaleLowerCase()) ? [me, ...offers] : offers;
  }

  /** Also what is put away is looked through. Rooms of one name are found together. */
  #rooms(typed) {
    const byName = new Map(this.#chat.list.each.map((room) => [room.name, room]));
    return found([...byName.values()], typed).map(({ name }) => ({ text: written(name), label: name, hint: '' }));
  }

  #things() {
    return THINGS.map((thing) => ({ text: thing, label: thing, hint: this.#say(`search.about.has${thing}`) }));
  }

  #days() {
    return Object.entries(DAYS).map(([name, ago]) => {
      const text = dayBefore(this.#now(), ago);
      return { text, label: this.#say(`day.${name}`), hint: text };
    });
  }
}

/** As the server reads days: where one is, they begin at other times than elsewhere. */
function dayBefore(now, ago) {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - ago);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
