import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { attachments } from './attachments.js';
import { DialogView } from './dialog.js';
import { icon } from './icons.js';
import { markdown } from './markdown.js';
import { reason } from './refusal.js';
import { Acts } from '../models/acts.js';
import { words } from '../words/words.js';

/** The messages that somebody put where all of the room find them. */
class PinsView extends DialogView {
  static properties = { chat: MODEL, room: MODEL, pins: { state: true }, refusal: { state: true } };

  opened() {
    Object.assign(this, { pins: null, refusal: null });
    this.#attempt(() => this.#load());
  }

  render() {
    if (!this.isOpen) return nothing;
    // One dialog at a time: an image is shown large instead of this.
    return this.dialog(
      words.say('pins.title'),
      html`<div class="dialog-body dialog-long" tabindex="0" data-test="pins" @show-image=${() => this.hide()}>${this.#content()}</div>`,
    );
  }

  #content() {
    if (this.refusal) return html`<p class="problem" role="alert">${reason(this.refusal)}</p>`;
    if (!this.pins) return html`<p class="late soft">${words.say('message.loading')}</p>`;
    if (this.pins.length === 0) return html`<p class="soft" data-test="none">${words.say('pins.none')}</p>`;
    return html`<ol class="edits">${this.pins.map((pin) => this.#one(pin))}</ol>`;
  }

  #one({ event, text }) {
    const unpin = words.say('message.unpin');
    const go = words.say('replies.goTo', { name: event.author.name });
    const mayWrite = this.chat.rights(this.room).writes;
    return html`<li>
      <button class="link-button meta" title=${go} data-test="pin-go" @click=${() => this.#go(event)}>
        <bdi>${event.author.name}</bdi> · ${words.moment(event.at)}
      </button>
      <div class="text" dir="auto" data-test="pin-text">${markdown(text)}</div>
      ${attachments({ event })}
      ${mayWrite
        ? html`<button class="icon-button" title=${unpin} aria-label=${unpin} @click=${() => this.#unpin(event)}>
            ${icon('close')}
          </button>`
        : nothing}
    </li>`;
  }

  #go({ sequence }) {
    this.hide();
    this.ask('go-to', { reply: sequence });
  }

  #unpin(event) {
    return this.#attempt(async () => {
      await new Acts(this.chat.http).pin(event, false);
      await this.#load();
    });
  }

  async #load() {
    const { log } = this.room;
    const { events, changes } = await this.chat.http.ask('GET', `api/rooms/${log}/pins`);
    if (log !== this.room.log) return; // the reader went elsewhere meanwhile
    const texts = new Map(changes.map(({ message, text }) => [message, text]));
    this.pins = events.map((event) => ({ event, text: texts.get(event.sequence) ?? event.body.text ?? '' }));
  }

  async #attempt(act) {
    try {
      this.refusal = null;
      await act();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-pins', PinsView);
