import { html } from 'lit';
import { MODEL, View } from './view.js';
import { isComposing } from './composing.js';
import { icon } from './icons.js';
import { matching, nameOf } from '../models/emoji.js';
import { words } from '../words/words.js';

/** A button, and the emoji to choose from; it may show which is chosen. What is typed is looked for by name; what is an emoji itself is taken. */
class EmojiPickerView extends View {
  static properties = { choose: MODEL, label: {}, chosen: {}, wanted: { state: true } };

  #id = `emoji-${Math.random().toString(36).slice(2)}`;

  constructor() {
    super();
    this.wanted = '';
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
        <div class="emoji-grid">${matching(this.wanted).map(({ emoji }) => this.#one(emoji))}</div>
      </div>`;
  }

  #one(emoji) {
    const label = nameOf(emoji, words.locale);
    return html`<button type="button" class="icon-button" title=${label} aria-label=${label} data-emoji=${emoji} @click=${() => this.#take(emoji)}>
      <span class="emoji" aria-hidden="true">${emoji}</span>
    </button>`;
  }

  #toggled(event) {
    if (event.newState === 'open') this.querySelector('input').focus();
    else this.wanted = '';
  }

  #key(event) {
    if (event.key !== 'Enter' || isComposing(event)) return;
    event.preventDefault();
    const text = this.wanted.trim();
    this.#take(matching(text)[0]?.emoji ?? text);
  }

  #take(emoji) {
    this.querySelector('[popover]').hidePopover();
    if (emoji) this.choose(emoji);
  }
}

customElements.define('hf-emoji-picker', EmojiPickerView);
