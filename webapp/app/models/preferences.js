import { Model } from './model.js';

export const THEMES = ['system', 'light', 'dark'];
export const DENSITIES = ['comfortable', 'compact'];
export const LANGUAGES = ['en', 'zh'];

/** How this browser wants to see the page: theme, density and language. */
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
