import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { answering } from './answering.js';
import { isComposing } from './composing.js';
import { fetchView } from './late.js';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { MOST } from '../models/uploads.js';
import { words } from '../words/words.js';

/** Where one writes. What was written stays, per room, until the outbox has it. */
class ComposerView extends View {
  static properties = {
    chat: MODEL,
    room: MODEL,
    uploads: MODEL,
    drafts: MODEL,
    conversation: MODEL,
    length: { state: true },
    isBlank: { state: true },
    refusal: { state: true },
    leftOut: { state: true },
  };
  static follows = ['uploads', 'drafts', 'conversation'];

  #kept = ''; // the draft, as this has it

  updated(changed) {
    if (changed.has('room') && changed.get('room')?.log !== this.room.log) this.#begin();
    else if (this.drafts.of(this.room.log) !== this.#kept) this.#show(this.drafts.of(this.room.log));
  }

  render() {
    const label = words.say('composer.label', { room: this.room.name });
    return html`<hf-upload-tray
        .uploads=${this.uploads}
        .log=${this.room.log}
        .limit=${this.chat.limits.fileBytes}
        @left=${() => this.focus()}
      ></hf-upload-tray>
      ${answering(this.#answered && this.conversation.quoted(this.#answered), () => this.answer(null))}
      <hf-completion .chat=${this.chat} .room=${this.room}></hf-completion>
      <form class="composer" @submit=${(event) => this.#submit(event)}>
        ${this.#attach()}
        <textarea
          rows="1"
          dir="auto"
          placeholder=${label}
          aria-label=${label}
          aria-autocomplete="list"
          enterkeyhint="send"
          data-test="composer"
          @input=${() => this.#written()}
          @blur=${() => this.#completion.close?.()}
          @keydown=${(event) => this.#key(event)}
          @paste=${(event) => this.#paste(event)}
        ></textarea>
        ${this.#sender()}
      </form>
      ${this.#note()}`;
  }

  #sender() {
    const label = words.say('composer.send');
    return html`<button class="icon-button send" ?disabled=${!this.#maySend} title=${label} aria-label=${label} data-test="send">
      ${icon('send')}
    </button>`;
  }

  focus() {
    this.#area.focus();
  }

  /** What is written answers that message; null: none. */
  answer(row) {
    this.drafts.answer(this.room.log, row && { sequence: row.sequence, epoch: this.room.epoch });
    this.requestUpdate();
    this.focus();
  }

  /** The sequence of what the draft answers. Where the log began anew it is another message's. */
  get #answered() {
    const answered = this.drafts.answered(this.room.log);
    return answered?.epoch === this.room.epoch ? answered?.sequence : undefined;
  }

  /** Files go with what is written. */
  attach(files) {
    fetchView('upload-tray');
    this.leftOut = this.uploads.add(this.room.log, files);
    this.focus();
  }

  #attach() {
    const label = words.say('files.attach');
    const choose = ({ currentTarget }) => {
      if (currentTarget.files.length > 0) this.attach(currentTarget.files);
      currentTarget.value = '';
    };
    return html`<input type="file" multiple hidden data-test="files" @change=${choose} />
      <button
        type="button"
        class="icon-button"
        title=${label}
        aria-label=${label}
        data-test="attach"
        @click=${() => this.querySelector('input[type=file]').click()}
      >
        ${icon('clip')}
      </button>`;
  }

  /** Without its methods until it is fetched: it offers nothing yet. */
  get #completion() {
    return this.querySelector('hf-completion');
  }

  get #area() {
    return this.querySelector('textarea');
  }

  get #maySend() {
    const { log } = this.room;
    const hasSomething = !this.isBlank || this.uploads.of(log).length > 0;
    return hasSomething && this.length <= this.chat.limits.textLength && this.uploads.isReady(log);
  }

  #note() {
    const { textLength, countedFrom } = this.chat.limits;
    if (this.refusal) return html`<p class="left over" role="alert">${reason(this.refusal)}</p>`;
    if (this.leftOut > 0) return html`<p class="left over" role="alert">${words.say('files.tooMany', { most: MOST })}</p>`;
    if (!(this.length >= countedFrom)) return nothing;
    const count = Math.abs(textLength - this.length);
    const isOver = this.length > textLength;
    const text = words.say(isOver ? 'composer.tooLong' : 'composer.left', { count });
    return html`<p class="left ${isOver ? 'over' : ''}" role="status" data-test="counter">${text}</p>`;
  }

  #begin() {
    this.#show(this.drafts.of(this.room.log));
    if (matchMedia('(min-width: 640px)').matches) this.focus(); // on a phone the keyboard would cover the room
  }

  #show(text) {
    this.#kept = text;
    this.#area.value = text;
    this.#measure();
  }

  #written() {
    this.#kept = this.#area.value;
    this.drafts.keep(this.room.log, this.#kept);
    this.chat.people.write(this.room.log, this.#area.value);
    this.#measure();
    fetchView('completion').then(() => this.#completion?.follow?.(this.#area));
  }

  #measure() {
    const area = this.#area;
    this.length = area.value.length;
    this.isBlank = area.value.trim() === '';
    this.refusal = null;
    this.leftOut = 0;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }

  /** A picture, or files, in place of a text; what has both, from a word processor, is text. */
  #paste(event) {
    const { files, types } = event.clipboardData;
    if (files.length === 0 || types.includes('text/plain')) return;
    event.preventDefault();
    this.attach(files);
  }

  /** Where the message is written anew, the key would move the caret. */
  #editLast(event) {
    event.preventDefault();
    this.ask('edit-last');
  }

  #key(event) {
    if (isComposing(event) || this.#completion.key?.(event)) return;
    if (event.key === 'ArrowUp' && !event.altKey && this.#area.value === '') this.#editLast(event);
    if (event.key === 'Escape' && this.#answered) this.#leave(event);
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#send();
  }

  /** The room has an Escape of its own. */
  #leave(event) {
    event.stopPropagation();
    this.answer(null);
  }

  #submit(event) {
    event.preventDefault();
    this.#send();
    this.focus();
  }

  #send() {
    if (!this.#maySend) return;
    this.refusal = this.chat.post(this.room.log, this.#area.value, this.#answered);
    if (this.refusal) return;
    this.answer(null);
    this.#show('');
    this.ask('posted');
  }
}

customElements.define('hf-composer', ComposerView);
