import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { isComposing } from './composing.js';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { draftOf } from '../models/chat.js';
import { words } from '../words/words.js';

/** Where one replies in a thread, which has a draft of its own. */
class ThreadComposerView extends View {
  static properties = { chat: MODEL, thread: MODEL, drafts: MODEL, text: { state: true }, refusal: { state: true } };
  static follows = ['drafts'];

  #kept = null; // the draft, as this has it

  willUpdate(changed) {
    super.willUpdate(changed);
    const kept = this.drafts.of(draftOf(this.thread));
    if (changed.has('thread') || kept !== this.#kept) this.text = kept;
    this.#kept = kept;
  }

  firstUpdated() {
    this.querySelector('textarea').focus();
  }

  render() {
    const label = words.say('thread.label');
    const send = words.say('composer.send');
    return html`<form class="composer" @submit=${this.#submit}>
        <textarea
          rows="1"
          dir="auto"
          placeholder=${label}
          aria-label=${label}
          enterkeyhint="send"
          data-test="thread-composer"
          .value=${this.text}
          @input=${this.#written}
          @keydown=${this.#key}
        ></textarea>
        <button class="icon-button send" ?disabled=${!this.#maySend} title=${send} aria-label=${send}>${icon('send')}</button>
      </form>
      ${this.refusal ? html`<p class="left over" role="alert">${reason(this.refusal)}</p>` : nothing}`;
  }

  get #maySend() {
    return this.text.trim() !== '' && this.text.length <= this.chat.limits.textLength;
  }

  #written = ({ target }) => {
    this.text = target.value;
    this.refusal = null;
    this.drafts.keep(draftOf(this.thread), this.text);
  };

  #key = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || isComposing(event)) return;
    this.#submit(event);
  };

  #submit = (event) => {
    event.preventDefault();
    if (!this.#maySend) return;
    this.refusal = this.chat.postInThread(this.thread, this.text);
    if (!this.refusal) this.text = '';
  };
}

customElements.define('hf-thread-composer', ThreadComposerView);
