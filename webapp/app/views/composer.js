import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

const COMPOSING = 229; // Safari ends the composition before the Enter that ended it; only this old key code tells

/** Where one writes. What was written stays, per room, until the outbox has it. */
class ComposerView extends View {
  static properties = {
    chat: MODEL,
    room: MODEL,
    length: { state: true },
    isBlank: { state: true },
    refusal: { state: true },
  };

  updated(changed) {
    if (changed.has('room') && changed.get('room')?.log !== this.room.log) this.#begin();
  }

  render() {
    const label = words.say('composer.label', { room: this.room.name });
    const send = words.say('composer.send');
    return html`<form class="composer" @submit=${(event) => this.#submit(event)}>
        <textarea
          rows="1"
          dir="auto"
          placeholder=${label}
          aria-label=${label}
          enterkeyhint="send"
          data-test="composer"
          @input=${() => this.#written()}
          @keydown=${(event) => this.#key(event)}
        ></textarea>
        <button class="icon-button send" ?disabled=${!this.#maySend} title=${send} aria-label=${send} data-test="send">
          ${icon('send')}
        </button>
      </form>
      ${this.#note()}`;
  }

  focus() {
    this.#area.focus();
  }

  get #area() {
    return this.querySelector('textarea');
  }

  get #maySend() {
    return !this.isBlank && this.length <= this.chat.textLength;
  }

  #note() {
    const { textLength, countedFrom } = this.chat;
    if (this.refusal) return html`<p class="left over" role="alert">${reason(this.refusal)}</p>`;
    if (!(this.length >= countedFrom)) return nothing;
    const count = Math.abs(textLength - this.length);
    const isOver = this.length > textLength;
    const text = words.say(isOver ? 'composer.tooLong' : 'composer.left', { count });
    return html`<p class="left ${isOver ? 'over' : ''}" role="status" data-test="counter">${text}</p>`;
  }

  #begin() {
    this.#show(this.chat.drafts.of(this.room.log));
    if (matchMedia('(min-width: 640px)').matches) this.focus(); // on a phone the keyboard would cover the room
  }

  #show(text) {
    this.#area.value = text;
    this.#measure();
  }

  #written() {
    this.chat.drafts.keep(this.room.log, this.#area.value);
    this.chat.people.write(this.room.log, this.#area.value);
    this.#measure();
  }

  #measure() {
    const area = this.#area;
    this.length = area.value.length;
    this.isBlank = area.value.trim() === '';
    this.refusal = null;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }

  #key(event) {
    const isComposing = event.isComposing || event.keyCode === COMPOSING;
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event) {
    event.preventDefault();
    this.#send();
    this.focus();
  }

  #send() {
    if (!this.#maySend) return;
    this.refusal = this.chat.post(this.room.log, this.#area.value);
    if (this.refusal) return;
    this.#show('');
    this.ask('posted');
  }
}

customElements.define('hf-composer', ComposerView);
