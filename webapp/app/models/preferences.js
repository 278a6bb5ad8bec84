import { Model } from './model.js';

export const THEMES = ['system', 'light', 'dark'];
export const DENSITIES = ['comfortable', 'compact'];
/** What Enter does to what one writes. Usually it sends, and breaks the line where fingers write. */
export const ENTERS = ['usual', 'sends', 'breaks'];
export const LANGUAGES = ['en', 'zh'];

/** How this browser wants to see the page, and to write in it: theme, density, the Enter key and language. */
export class Preferences extends Model {
  #shelf;
  #spoken;

  /** @param spoken the languages that the browser asks for, best first */
  constructor(shelf, spoken = []) {
    super();
    this.#shelf = shelf;
    this.#spoken = spoken;
  }

  get theme() {
    return oneOf(THEMES, this.#shelf.read('theme')) ?? 'system';
  }

  set theme(theme) {
    this.#write('theme', theme);
  }

  /** How much is on the screen at once. */
  get density() {
    return oneOf(DENSITIES, this.#shelf.read('density')) ?? 'comfortable';
  }

  set density(density) {
    this.#write('density', density);
  }

  get enter() {
    return oneOf(ENTERS, this.#shelf.read('enter')) ?? 'usual';
  }

  set enter(enter) {
    this.#write('enter', enter);
  }

  get language() {
    return oneOf(LANGUAGES, this.#shelf.read('language')) ?? this.#spokenHere() ?? 'en';
  }

  set language(language) {
    this.#write('language', language);
  }

  #spokenHere() {
    return this.#spoken.map((tag) => tag.split('-')[0]).find((language) => LANGUAGES.includes(language));
  }

  #write(key, value) {
    this.#shelf.write(key, value);
    this.changed();
  }
}

function oneOf(values, value) {
  return values.includes(value) ? value : null;
}
