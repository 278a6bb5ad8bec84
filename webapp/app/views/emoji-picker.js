import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { isComposing } from './composing.js';
import { icon } from './icons.js';
import { EMOJI, fetchOthers, matching, nameIn } from '../models/emoji.js';
import { otherEmoji } from '../models/parsing.js';
import { words } from '../words/words.js';

/** So many that were found are enough to choose from. */
const MOST = 160;

/** In tools.css it has so many columns. */
const COLUMNS = 8;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };

/** Newer than the list, perhaps. */
const SOME_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/**
 * A button, and the emoji to choose from; it may show which is chosen. The usual ones are there at once. What is typed is looked for by name
 * among all; what is an emoji itself is taken.
 */
class EmojiPickerView extends View {
  static properties = { choose: MODEL, label: {}, chosen: {}, others: MODEL, wanted: { state: true }, isWhole: { state: true } };
  static follows = ['others'];

  #id = `emoji-${Math.random().toString(36).slice(2)}`;

  constructor() {
    super();
    this.others = otherEmoji;
    this.#begin();
  }

  #begin() {
    Object.assign(this, { wanted: '', isWhole: false });
  }

  render() {
    const label = this.label ?? words.say('message.react');
    return html`<button type="button" class="icon-button" popovertarget=${this.#id} title=${label} aria-label=${label} data-test="tool-react">
        ${this.chosen || icon('smile')}
      </button>
      <div id=${this.#id} class="picker" popover data-test="emoji-picker" @toggle=${(event) => this.#toggled(event)}>
        <input
          class="input"
          aria-label=${words.say('message.findEmoji')}
          placeholder=${words.say('message.findEmoji')}
          .value=${this.wanted}
          @input=${(event) => (this.wanted = event.target.value)}
          @keydown=${(event) => this.#key(event)}
        />
        <div class="emoji-grid" @keydown=${(event) => this.#walk(event)}>
          ${this.#shown().map((each, index) => this.#one(each, index))}
        </div>
        ${this.#all()}
      </div>`;
  }

  #shown() {
    const others = this.others.module ?? [];
    if (this.wanted.trim() !== '') return matching(this.wanted, others).slice(0, MOST);
    return this.isWhole ? [...EMOJI, ...others] : EMOJI;
  }

  #all() {
    if (this.isWhole || this.wanted.trim() !== '' || !this.others.module) return nothing;
    return html`<button type="button" class="button quiet emoji-all" data-test="emoji-all" @click=${() => this.#showAll()}>
      ${words.say('message.allEmoji')}
    </button>`;
  }

  /** The button that had the focus goes; what it was pressed for begins there. */
  async #showAll() {
    this.isWhole = true;
    await this.updateComplete;
    this.querySelectorAll('[data-emoji]')[EMOJI.length]?.focus();
  }

  #one(one, index) {
    const { emoji } = one;
    const label = nameIn(one, words.locale);
    return html`<button
      type="button"
      class="icon-button"
      tabindex=${index === 0 ? 0 : -1}
      title=${label}
      aria-label=${label}
      data-emoji=${emoji}
      @click=${() => this.#take(emoji)}
    >
      <span class="emoji" aria-hidden="true">${emoji}</span>
    </button>`;
  }

  #toggled(event) {
    if (event.newState !== 'open') return this.#begin();
    this.querySelector('input').focus();
    this.others.want(fetchOthers);
  }

  #key(event) {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') this.#goTo(0, event);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const text = this.wanted.trim();
    const found = this.#shown()[0]?.emoji ?? (SOME_EMOJI.test(text) ? text : null);
    if (found) this.#take(found);
  }

  /** One stop of the Tab key for all of them: the arrows lead on, from the first row back to what is looked for. */
  #walk(event) {
    if (!(event.key in STEPS)) return;
    const at = [...this.querySelectorAll('[data-emoji]')].indexOf(document.activeElement);
    this.#goTo(at + STEPS[event.key], event);
  }

  #goTo(index, event) {
    event.preventDefault();
    event.stopPropagation(); // the same keys lead through the messages
    const there = index < 0 ? this.querySelector('input') : this.querySelectorAll('[data-emoji]')[index];
    there?.focus();
  }

  #take(emoji) {
    this.querySelector('[popover]').hidePopover();
    this.choose(emoji);
  }
}

customElements.define('hf-emoji-picker', EmojiPickerView);
