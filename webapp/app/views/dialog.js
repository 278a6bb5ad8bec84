import { html } from 'lit';
import { View } from './view.js';
import { icon } from './icons.js';
import { words } from '../words/words.js';

/** What the dialogs share: a native modal <dialog>, so that focus, Esc and what lies behind are the browser's care. */
export class DialogView extends View {
  static properties = { isOpen: { state: true } };

  show() {
    if (this.isOpen || document.querySelector('dialog[open]')) return;
    this.isOpen = true;
    this.opened();
    this.updateComplete.then(() => this.querySelector('dialog')?.showModal());
  }

  hide() {
    this.querySelector('dialog')?.close();
  }

  /** Ends with a room entered: what is written next is for that room. */
  hideInto() {
    this.hide();
    this.ask('entered');
  }

  /** For those that have something to fetch. */
  opened() {}

  dialog(title, content) {
    return html`<dialog aria-label=${title} @close=${() => this.#closed()} @click=${(event) => this.#clicked(event)}>
      <div class="dialog-top">
        <h2>${title}</h2>
        <button type="button" class="icon-button" aria-label=${words.say('close')} @click=${() => this.hide()}>
          ${icon('close')}
        </button>
      </div>
      ${content}
    </dialog>`;
  }

  #closed() {
    this.isOpen = false;
    takeCaretBack();
  }

  /** Only a click on the backdrop has the dialog itself as its target. */
  #clicked(event) {
    if (event.target === event.currentTarget) this.hide();
  }
}

/** Chromium may give a field its focus and not its caret: that goes with the dialog then, and what is typed nowhere. */
function takeCaretBack() {
  const field = document.activeElement;
  if (!field?.matches('textarea, input')) return;
  field.blur();
  field.focus({ preventScroll: true });
}
