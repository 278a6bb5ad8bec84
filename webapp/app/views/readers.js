import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { avatar } from './avatar.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** Who has read a message. */
class ReadersView extends DialogView {
  static properties = { chat: MODEL, message: MODEL, readers: { state: true }, refusal: { state: true } };
  static follows = ['chat'];

  async opened() {
    Object.assign(this, { readers: null, refusal: null });
    const { log, sequence } = this.message;
    try {
      const readers = await this.chat.http.ask('GET', `api/rooms/${log}/messages/${sequence}/readers`);
      if (sequence === this.message.sequence) this.readers = readers;
    } catch (refusal) {
      this.refusal = refusal;
    }
  }

  render() {
    if (!this.isOpen) return nothing;
    return this.dialog(words.say('receipts.readers'), html`<div class="dialog-body dialog-long" tabindex="0" data-test="readers">${this.#content()}</div>`);
  }

  #content() {
    if (this.refusal) return html`<p class="problem" role="alert">${reason(this.refusal)}</p>`;
    if (!this.readers) return html`<p class="late soft">${words.say('message.loading')}</p>`;
    const { people, count, others } = this.readers;
    if (count === 0) return html`<p class="soft" data-test="none">${words.say('receipts.nobody')}</p>`;
    return html`<p class="soft">${words.say('receipts.count', { count, others })}</p>
      <ul>
        ${people.map((person) => this.#person(person))}
      </ul>
      ${count > people.length ? html`<p class="soft">${words.say('receipts.more', { count: count - people.length })}</p>` : nothing}`;
  }

  #person({ id, name }) {
    return html`<li class="person" data-test="reader">${avatar({ id, name, picture: this.chat.people.profile(id).picture }, 'small')}<bdi class="person-name">${name}</bdi></li>`;
  }
}

customElements.define('hf-readers', ReadersView);
