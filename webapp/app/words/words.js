const CATALOGUE = { en: () => import('./en.js'), zh: () => import('./zh.js') };
/** Of what is not in the first view. */
const LATER = { en: () => import('./en-later.js'), zh: () => import('./zh-later.js') };
const LOCALES = { en: 'en', zh: 'zh-CN' };

/** Says texts, numbers and times in the chosen language. A text with plurals is a table by `count`'s category. */
export class Words extends EventTarget {
  #catalogues = [CATALOGUE];
  #texts = {};
  #formats = {};
  #used = ['en'];
  /** The promise of what is used. */
  #coming = null;
  #later = null;

  locale = 'en';

  /** A page of its own brings its own texts: how to load them, by language. They are there from the next `use` on. */
  include(catalogue) {
    this.#catalogues.push(catalogue);
  }

  /** Loads a language's catalogue, and tells the views. `spoken` are the reader's own tags: their region's formats. */
  use(language, spoken = []) {
    this.#used = [language, spoken];
    this.#coming = this.#load(this.#used);
    return this.#coming;
  }

  async #load(used) {
    const [language, spoken] = used;
    const loaded = await Promise.all(this.#catalogues.map((catalogue) => catalogue[language]()));
    if (this.#used !== used) return this.#coming; // another was chosen while this was on its way: its texts are waited for
    this.locale = spoken.find((tag) => tag.split('-')[0] === language) ?? LOCALES[language];
    this.#texts = Object.assign({}, ...loaded.map((catalogue) => catalogue.texts));
    this.#formats = formatsOf(this.locale);
    this.dispatchEvent(new Event('change'));
  }

  /** Has the texts, too, of what is not in the first view. They come once, and with every language from then on. */
  later() {
    this.#later ??= this.#withLater();
    return this.#later;
  }

  async #withLater() {
    this.include(LATER);
    await this.use(...this.#used);
  }

  has(key) {
    return Object.hasOwn(this.#texts, key);
  }

  say(key, values = {}) {
    const text = this.#texts[key] ?? key;
    const chosen = typeof text === 'string' ? text : (text[this.#formats.plural.select(values.count)] ?? text.other);
    return chosen.replace(/\{(\w+)\}/g, (whole, name) => this.#value(values[name] ?? whole));
  }

  number(value) {
    return this.#formats.number.format(value);
  }

  time(at) {
    return this.#formats.time.format(at);
  }

  /** Names in a row. */
  list(names) {
    return this.#formats.list.format(names);
  }

  /** To the second. */
  timeOfDay(at) {
    return this.#formats.timeOfDay.format(at);
  }

  /** For a tooltip and for assistive technology: all of it. */
  moment(at) {
    return this.#formats.moment.format(at);
  }

  day(at, now = Date.now()) {
    const days = calendarDay(now) - calendarDay(at);
    if (days === 0) return this.say('day.today');
    if (days === 1) return this.say('day.yesterday');
    return (days < 300 ? this.#formats.day : this.#formats.dayOfYear).format(at);
  }

  #value(value) {
    return typeof value === 'number' ? this.number(value) : value;
  }
}

export const words = new Words();

function formatsOf(locale) {
  const date = (options) => new Intl.DateTimeFormat(locale, options);
  return {
    number: new Intl.NumberFormat(locale),
    list: new Intl.ListFormat(locale),
    plural: new Intl.PluralRules(locale),
    time: date({ timeStyle: 'short' }),
    timeOfDay: date({ timeStyle: 'medium' }),
    day: date({ weekday: 'long', day: 'numeric', month: 'long' }),
    dayOfYear: date({ day: 'numeric', month: 'long', year: 'numeric' }),
    moment: date({ dateStyle: 'full', timeStyle: 'short' }),
  };
}

function calendarDay(at) {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
}
