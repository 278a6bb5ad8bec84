import { html } from 'lit';
import { MODEL, View } from './view.js';
import { isComposing } from './composing.js';
import { enterSays, sends } from './keys.js';
import { words } from '../words/words.js';

/** A message that its author writes anew, in its place. */
class MessageEditView extends View {
  static properties = { row: MODEL, save: MODEL, leave: MODEL };

  firstUpdated() {
    const area = this.querySelector('textarea');
    area.value = this.row.text;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    this.#measure();
  }

  render() {
    return html`<form class="message-edit" @submit=${(event) => this.#submit(event)}>
      <textarea
        class="input"
        dir="auto"
        rows="1"
        aria-label=${words.say('message.editLabel')}
        enterkeyhint=${enterSays()}
        data-test="message-edit"
        @input=${() => this.#measure()}
        @keydown=${(event) => this.#key(event)}
      ></textarea>
      <div class="actions">
        <button class="button primary" data-test="save-edit">${words.say('message.save')}</button>
        <button type="button" class="button" @click=${() => this.leave()}>${words.say('cancel')}</button>
      </div>
    </form>`;
  }

  #submit(event) {
    event.preventDefault();
    const text = this.querySelector('textarea').value;
    if (text.trim() !== '') this.save(text);
  }

  #key(event) {
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.stopPropagation(); // the page's own Esc goes to the newest message
      this.leave();
    } else if (sends(event)) {
      event.preventDefault();
      this.querySelector('form').requestSubmit();
    }
  }

  #measure() {
    const area = this.querySelector('textarea');
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }
}

customElements.define('hf-message-edit', MessageEditView);
