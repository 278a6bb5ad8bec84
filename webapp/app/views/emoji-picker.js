import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { isComposing } from './composing.js';
import { icon } from './icons.js';
import { EMOJI, fetchOthers, matching, nameIn, nameOf } from '../models/emoji.js';
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
 * A button, and the emoji to choose from; it may show which is chosen. Those used last and the usual ones are there at once. What is typed is
 * looked for by name among all; what is an emoji itself is taken.
 */
class EmojiPickerView extends View {
  static properties = { choose: MODEL, recent: MODEL, label: {}, hook: {}, chosen: {}, shortcuts: {}, others: MODEL, wanted: { state: true }, isWhole: { state: true }, used: { state: true } };
  static follows = ['others'];

  #id = `emoji-${Math.random().toString(36).slice(2)}`;

  constructor() {
    super();
    this.others = otherEmoji;
    this.#begin();
  }

  #begin() {
    Object.assign(this, { wanted: '', isWhole: false, used: this.recent?.all ?? [] });
  }

  render() {
    const label = this.label ?? words.say('message.react');
    return html`<button
        type="button"
        class="icon-button"
        popovertarget=${this.#id}
        title=${label}
        aria-label=${label}
        aria-keyshortcuts=${this.shortcuts ?? nothing}
        data-test=${this.hook ?? 'tool-react'}
      >
        ${this.chosen || icon('smile')}
      </button>
      <div id=${this.#id} class="picker" popover data-test="emoji-picker" @beforetoggle=${() => this.#begin()} @toggle=${(event) => this.#toggled(event)}>
        <input
          class="input"
          aria-label=${words.say('message.findEmoji')}
          placeholder=${words.say('message.findEmoji')}
          .value=${this.wanted}
          @input=${(event) => (this.wanted = event.target.value)}
          @keydown=${(event) => this.#key(event)}
        />
        <div class="emoji-groups" @keydown=${(event) => this.#walk(event)}>${this.#groups()}</div>
        ${this.#all()}
      </div>`;
  }

  #groups() {
    const used = this.#used;
    const shown = this.#shown().map((each, index) => this.#one(each.emoji, nameIn(each, words.locale), used.length + index));
    return html`${used.length > 0 ? this.#usedLast(used) : nothing}
      <div class="emoji-grid">${shown}</div>`;
  }

  #usedLast(used) {
    const label = `${this.#id}-recent`;
    const nameFor = (emoji) => nameOf(emoji, words.locale, this.#others);
    return html`<div role="group" aria-labelledby=${label} data-test="emoji-recent">
      <p id=${label} class="meta">${words.say('message.recentEmoji')}</p>
      <div class="emoji-grid">${used.map((emoji, index) => this.#one(emoji, nameFor(emoji), index))}</div>
    </div>`;
  }

  get #isLooking() {
    return this.wanted.trim() !== '';
  }

  get #others() {
    return this.others.module ?? [];
  }

  /** While nothing is looked for. */
  get #used() {
    return this.#isLooking ? [] : this.used;
  }

  #shown() {
    if (this.#isLooking) return matching(this.wanted, this.#others).slice(0, MOST);
    return this.isWhole ? [...EMOJI, ...this.#others] : EMOJI;
  }

  #all() {
    if (this.isWhole || this.#isLooking || !this.others.module) return nothing;
    return html`<button type="button" class="button quiet emoji-all" data-test="emoji-all" @click=${() => this.#showAll()}>
      ${words.say('message.allEmoji')}
    </button>`;
  }

  /** The button that had the focus goes; what it was pressed for begins there. */
  async #showAll() {
    this.isWhole = true;
    await this.updateComplete;
    this.querySelectorAll('[data-emoji]')[this.#used.length + EMOJI.length]?.focus();
  }

  #one(emoji, label, index) {
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
    if (event.newState !== 'open') return;
    this.querySelector('input').focus();
    this.others.want(fetchOthers);
  }

  #key(event) {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') this.#goTo(0, event);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const text = this.wanted.trim();
    const found = this.#used[0] ?? this.#shown()[0]?.emoji ?? (SOME_EMOJI.test(text) ? text : null);
    if (found) this.#take(found);
  }

  /** One stop of the Tab key for all of them: the arrows lead on, from the first row back to what is looked for. */
  #walk(event) {
    if (!(event.key in STEPS)) return;
    const at = [...this.querySelectorAll('[data-emoji]')].indexOf(document.activeElement);
    this.#goTo(this.#from(at, STEPS[event.key]), event);
  }

  /** Those used last may leave the end of their row empty: up and down stay in their column, or come to the last of them. */
  #from(at, step) {
    const count = this.#used.length;
    if (Math.abs(step) === 1) return at + step;
    const cells = Math.ceil(count / COLUMNS) * COLUMNS;
    const cell = (at < count ? at : at - count + cells) + step;
    return cell < cells ? Math.min(cell, count - 1) : cell - cells + count;
  }

  #goTo(index, event) {
    event.preventDefault();
    event.stopPropagation(); // the same keys lead through the messages
    const there = index < 0 ? this.querySelector('input') : this.querySelectorAll('[data-emoji]')[index];
    there?.focus();
  }

  #take(emoji) {
    this.querySelector('[popover]').hidePopover();
    this.recent.use(emoji);
    this.choose(emoji);
  }
}

customElements.define('hf-emoji-picker', EmojiPickerView);
