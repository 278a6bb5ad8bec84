import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** Messages to rooms that are no longer in the list: a button while there are any, and they behind it. */
class UnsentView extends DialogView {
  static properties = { chat: MODEL };
  static follows = ['chat'];

  updated() {
    if (!this.isOpen) return;
    if (this.chat.strays.list().length === 0) this.hideInto();
    // The button that had the focus went with its message.
    else if (document.activeElement === document.body) this.querySelector('.unsent-list button')?.focus();
  }

  render() {
    const strays = this.chat.strays.list();
    if (strays.length === 0 && !this.isOpen) return nothing;
    return html`${this.#button(strays.length)} ${this.isOpen ? this.#dialog(strays) : nothing}`;
  }

  #button(count) {
    return html`<button class="unsent-button" data-test="unsent" aria-haspopup="dialog" @click=${() => this.show()}>
      ${icon('warning', 'small')}<span>${words.say('unsent.count', { count })}</span>
    </button>`;
  }

  #dialog(strays) {
    const list = html`<p class="dialog-search soft">${words.say('unsent.why')}</p>
      <ul class="dialog-list unsent-list">
        ${repeat(
          strays,
          ({ id }) => id,
          (stray) => this.#stray(stray),
        )}
      </ul>`;
    return this.dialog(words.say('unsent.title'), list);
  }

  #stray({ id, roomName, at, text, files, state, refusal }) {
    return html`<li class="unsent" data-test="unsent-message">
      <div class="unsent-by meta">
        <bdi>${roomName ?? words.say('unsent.room')}</bdi>
        <time datetime=${new Date(at).toISOString()}>${words.day(at)}, ${words.time(at)}</time>
      </div>
      <p class="unsent-text" dir="auto" tabindex="0" data-test="unsent-text">${text || named(files)}</p>
      <div class="refusal">
        <p>${state === 'refused' ? reason(refusal) : words.say(`message.${state}`)}</p>
        ${state === 'refused' ? this.#action('retry', id) : nothing} ${this.#action('discard', id)}
      </div>
    </li>`;
  }

  #action(verb, id) {
    return html`<button class="button quiet" data-test=${verb} @click=${() => this.chat[verb](id)}>
      ${words.say(`message.${verb}`)}
    </button>`;
  }
}

function named(files = []) {
  return words.list(files.map(({ name }) => name));
}

customElements.define('hf-unsent', UnsentView);
