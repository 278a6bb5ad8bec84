import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { MODEL, View } from './view.js';
import { words } from '../words/words.js';

/** What the server takes. */
const MOST = 20;
const MOST_LENGTH = 40;

const FULL = {};

/** Words of which this person wants to be told wherever they are written, at all of their devices. */
class OwnWordsView extends View {
  static properties = { quiet: MODEL, refusal: { state: true } };
  static follows = ['quiet'];

  /** What was taken and has not come back yet; null: nothing. */
  #sent = null;
  /** What it followed. */
  #before = null;

  get #all() {
    return this.#sent ?? this.quiet.words;
  }

  willUpdate() {
    super.willUpdate();
    if (this.quiet?.words !== this.#before) this.#sent = null;
  }

  render() {
    const all = this.#all;
    return html`<h3>${words.say('alerts.words')}</h3>
      <p class="soft" id="own-words-hint">${words.say('alerts.wordsHint')}</p>
      ${all.length > 0 ? this.#list(all) : nothing} ${this.#form()}
      <p class="soft" role="status" data-test="own-words-count">${words.say('alerts.wordsCount', { count: all.length, most: MOST })}</p>
      ${this.refusal ? html`<p class="problem" role="alert" data-test="own-words-problem">${this.#why()}</p>` : nothing}`;
  }

  #list(all) {
    return html`<ul class="chosen-people" aria-label=${words.say('alerts.words')} data-test="own-words">
      ${all.map((word) => this.#chip(word))}
    </ul>`;
  }

  #chip(word) {
    const label = words.say('alerts.dropWord', { word });
    return html`<li class="chosen-person" data-test="own-word">
      <bdi>${word}</bdi>
      <button class="icon-button" title=${label} aria-label=${label} data-test="drop-word" @click=${() => this.#drop(word)}>${icon('close', 'small')}</button>
    </li>`;
  }

  #why() {
    return this.refusal === FULL ? words.say('alerts.wordsFull', { most: MOST }) : reason(this.refusal);
  }

  #form() {
    return html`<form class="alert-row" @submit=${(event) => this.#add(event)}>
      <input
        class="input"
        name="word"
        dir="auto"
        autocomplete="off"
        maxlength=${MOST_LENGTH}
        aria-label=${words.say('alerts.word')}
        aria-describedby="own-words-hint"
        placeholder=${words.say('alerts.word')}
        data-test="own-words-field"
      />
      <button class="button" data-test="add-word">${words.say('alerts.addWord')}</button>
    </form>`;
  }

  /** What can't be had stays in its field. */
  async #add(event) {
    event.preventDefault();
    const { word } = event.target.elements;
    const given = word.value.trim();
    const isKnown = this.#all.some((each) => each.toLowerCase() === given.toLowerCase());
    if (given && (isKnown || (await this.#want([...this.#all, given])))) word.value = '';
  }

  /** The button goes with its word: the keyboard is at the field then. */
  async #drop(word) {
    if (await this.#want(this.#all.filter((each) => each !== word))) {
      await this.updateComplete;
      this.querySelector('input').focus();
    }
  }

  /** @returns whether it is so */
  async #want(wanted) {
    const before = this.quiet.words;
    this.refusal = wanted.length > MOST ? FULL : null;
    if (this.refusal) return false;
    try {
      await this.quiet.want({ words: wanted });
      [this.#sent, this.#before] = [wanted, before];
      this.requestUpdate();
      return true;
    } catch (refusal) {
      this.refusal = refusal;
      return false;
    }
  }
}

customElements.define('hf-own-words', OwnWordsView);
