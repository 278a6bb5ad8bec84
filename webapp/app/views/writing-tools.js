import { html, nothing, svg } from 'lit';
import { MODEL, View } from './view.js';
import { drawing, icon } from './icons.js';
import { COMMAND } from './keys.js';
import { mark } from './mark.js';
import { MARK_KEYS } from './marking.js';
import { put } from './put.js';
import { RecentEmoji } from '../models/recent-emoji.js';
import { words } from '../words/words.js';
import './emoji-picker.js';

const MARKS = {
  bold: html`<b>B</b>`,
  italic: html`<i>I</i>`,
  strike: html`<s>S</s>`,
  code: drawing(svg`<path d="m7 6-4 4 4 4M13 6l4 4-4 4"/>`),
  list: drawing(svg`<path d="M8 5h9M8 10h9M8 15h9M3.5 5h.1M3.5 10h.1M3.5 15h.1"/>`),
  quote: drawing(svg`<path d="M4 4v12M8 6h9M8 10h9M8 14h5"/>`),
  link: icon('link'),
};
const NAMES = Object.keys(MARKS);

/** Beside a text that is being written: emoji by the pointer, and what marks it up. They write into the field of the form around them. */
class WritingToolsView extends View {
  static properties = { chat: MODEL, isOpen: { state: true }, at: { state: true } };

  #recent = null;

  constructor() {
    super();
    this.at = 0;
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has('chat')) this.#recent = new RecentEmoji(this.chat);
  }

  render() {
    const label = words.say('marks.title');
    return html`<hf-emoji-picker
        hook="writing-emoji"
        .label=${words.say('marks.emoji')}
        .recent=${this.#recent}
        .choose=${(emoji) => this.#insert(emoji)}
      ></hf-emoji-picker>
      <button
        type="button"
        class="icon-button"
        title=${label}
        aria-label=${label}
        aria-expanded=${Boolean(this.isOpen)}
        data-test="formatting"
        @mousedown=${(event) => event.preventDefault()}
        @click=${() => (this.isOpen = !this.isOpen)}
      >
        <span aria-hidden="true">Aa</span>
      </button>
      ${this.isOpen ? this.#bar(label) : nothing}`;
  }

  /** The pointer leaves the focus in the text: under a finger the keyboard would go and come. */
  #bar(label) {
    return html`<div
      class="marks"
      role="toolbar"
      aria-label=${label}
      data-test="marks"
      @mousedown=${(event) => event.preventDefault()}
      @keydown=${(event) => this.#key(event)}
    >
      ${NAMES.map((name, index) => this.#button(name, index))}
    </div>`;
  }

  #button(name, index) {
    const label = words.say(`marks.${name}`);
    const keys = MARK_KEYS[name];
    return html`<button
      type="button"
      class="icon-button"
      tabindex=${index === this.at ? 0 : -1}
      title=${keys ? `${label} · ${COMMAND} ${keys}` : label}
      aria-label=${label}
      data-test="mark-${name}"
      @click=${() => mark(this.#area, name)}
    >
      ${MARKS[name]}
    </button>`;
  }

  get #area() {
    return this.closest('form').querySelector('textarea');
  }

  #insert(emoji) {
    const { selectionStart: from, selectionEnd: to } = this.#area;
    put(this.#area, { from, to, text: emoji });
  }

  #key(event) {
    const { length } = NAMES;
    const to = { ArrowLeft: this.at - 1, ArrowRight: this.at + 1, Home: 0, End: length - 1 }[event.key];
    if (to === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation(); // the page's own Esc goes to the newest message
    if (to === undefined) this.#close();
    else this.#goTo((to + length) % length);
  }

  #goTo(index) {
    this.at = index;
    this.querySelector(`[data-test=mark-${NAMES[index]}]`).focus();
  }

  #close() {
    this.isOpen = false;
    this.#area.focus();
  }
}

customElements.define('hf-writing-tools', WritingToolsView);
