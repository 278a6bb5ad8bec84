import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { brief } from './brief.js';
import { DialogView } from './dialog.js';
import { markdown } from './markdown.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** What a message said before. */
class EditsView extends DialogView {
  static properties = { chat: MODEL, message: MODEL, edits: { state: true }, refusal: { state: true } };

  async opened() {
    Object.assign(this, { edits: null, refusal: null });
    const { log, sequence } = this.message;
    try {
      const path = `api/rooms/${log}/messages/${sequence}/edits`;
      const { events } = await this.chat.http.ask('GET', path);
      if (sequence === this.message.sequence) this.edits = events;
    } catch (refusal) {
      this.refusal = refusal;
    }
  }

  render() {
    if (!this.isOpen) return nothing;
    return this.dialog(words.say('message.edits'), html`<div class="dialog-body dialog-long" tabindex="0" data-test="edits">${this.#content()}</div>`);
  }

  #content() {
    if (this.refusal) return html`<p class="problem" role="alert">${reason(this.refusal)}</p>`;
    if (!this.edits) return html`<p class="late soft">${words.say('message.loading')}</p>`;
    return html`<ol class="edits">${this.edits.toReversed().map((event) => this.#one(event))}</ol>`;
  }

  #one({ at, body }) {
    return html`<li>
      <time class="meta soft" datetime=${new Date(at).toISOString()}>${words.moment(at)}</time>
      <div class="text" dir="auto" data-test="edit-text">${body.text ? markdown(body.text) : brief(body)}</div>
    </li>`;
  }
}

customElements.define('hf-edits', EditsView);
