import { html } from 'lit';
import { MODEL, View } from './view.js';
import { isComposing } from './composing.js';
import { enterSays, sends } from './keys.js';
import { fetchView } from './late.js';
import { marks } from './marking.js';
import { words } from '../words/words.js';

/** A message that its author writes anew, in its place. */
class MessageEditView extends View {
  static properties = { row: MODEL, actions: MODEL };

  firstUpdated() {
    const area = this.#area;
    area.value = this.row.text;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    this.#measure();
  }

  render() {
    const { chat, room, leave } = this.actions;
    return html`<form class="message-edit" @submit=${(event) => this.#submit(event)}>
      ${this.#field()}
      <hf-completion .chat=${chat} .room=${room}></hf-completion>
      <div class="actions">
        <button class="button primary" data-test="save-edit">${words.say('message.save')}</button>
        <button type="button" class="button" @click=${() => leave()}>${words.say('cancel')}</button>
        <hf-writing-tools .chat=${chat}></hf-writing-tools>
      </div>
    </form>`;
  }

  #field() {
    return html`<textarea
      class="input"
      dir="auto"
      rows="1"
      aria-label=${words.say('message.editLabel')}
      aria-autocomplete="list"
      enterkeyhint=${enterSays()}
      data-test="message-edit"
      @input=${() => this.#written()}
      @blur=${() => this.#completion.close?.()}
      @keydown=${(event) => this.#key(event)}
    ></textarea>`;
  }

  get #area() {
    return this.querySelector('textarea');
  }

  /** Without its methods until it is fetched: it offers nothing yet. */
  get #completion() {
    return this.querySelector('hf-completion');
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#area.value;
    if (text.trim() !== '') this.actions.save(this.row, text);
  }

  #key(event) {
    if (isComposing(event) || this.#completion.key?.(event) || marks(event)) return;
    if (event.key === 'Escape') {
      event.stopPropagation(); // the page's own Esc goes to the newest message
      this.actions.leave();
    } else if (sends(event)) {
      event.preventDefault();
      this.querySelector('form').requestSubmit();
    }
  }

  #written() {
    this.#measure();
    fetchView('completion').then(() => this.#completion?.follow?.(this.#area));
  }

  #measure() {
    const area = this.#area;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }
}

customElements.define('hf-message-edit', MessageEditView);
