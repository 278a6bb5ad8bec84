import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { isComposing } from './composing.js';
import { fetchView } from './late.js';
import { icon } from './icons.js';
import { enterSays, sends } from './keys.js';
import { marks } from './marking.js';
import { reason } from './refusal.js';
import { MOST } from '../models/uploads.js';
import { words } from '../words/words.js';

/** What the composers of a room and of a thread share. What was written stays, for each of them, until the outbox has it. */
export class WritingView extends View {
  static properties = {
    chat: MODEL,
    room: MODEL,
    uploads: MODEL,
    drafts: MODEL,
    length: { state: true },
    isBlank: { state: true },
    refusal: { state: true },
    leftOut: { state: true },
  };
  static follows = ['uploads', 'drafts'];

  #begun = null; // the key of what is written, as this shows it
  #kept = ''; // the draft, as this has it

  // What each of them says for itself

  /** What its hooks begin with. */
  hooks = '';

  /** Of the draft, and of the files that go with it. */
  get key() {
    return this.room.log;
  }

  get label() {
    return '';
  }

  /** Something else is written here from now on. */
  begun() {
    this.focus();
  }

  /** What stands above the text. */
  above() {
    return nothing;
  }

  /** @returns null, or why the outbox did not take it */
  post() {
    return null;
  }

  /** What Escape takes back. @returns whether there was something */
  takeBack() {
    return false;
  }

  // What they share

  updated() {
    const text = this.drafts.of(this.key);
    const isOther = this.key !== this.#begun;
    this.#begun = this.key;
    if (isOther || text !== this.#kept) this.#show(text);
    if (isOther) this.begun();
  }

  render() {
    return html`<hf-upload-tray
        .uploads=${this.uploads}
        .draft=${this.key}
        .limit=${this.chat.limits.fileBytes}
        @left=${() => this.focus()}
      ></hf-upload-tray>
      ${this.above()}
      <hf-completion .chat=${this.chat} .room=${this.room}></hf-completion>
      <form class="composer" @submit=${(event) => this.#submit(event)} @paste=${(event) => this.#paste(event)}>
        ${this.#attach()} ${this.#field()}
        <hf-writing-tools .chat=${this.chat}></hf-writing-tools>
        ${this.#sender()}
      </form>
      ${this.#note()}`;
  }

  #field() {
    return html`<textarea
      rows="1"
      dir="auto"
      placeholder=${this.label}
      aria-label=${this.label}
      aria-autocomplete="list"
      enterkeyhint=${enterSays()}
      data-test="${this.hooks}composer"
      @input=${() => this.#written()}
      @blur=${() => this.#completion.close?.()}
      @keydown=${(event) => this.#pressed(event)}
    ></textarea>`;
  }

  #sender() {
    const label = words.say('composer.send');
    return html`<button
      class="icon-button send"
      ?disabled=${!this.#maySend}
      title=${label}
      aria-label=${label}
      data-test="${this.hooks}send"
    >
      ${icon('send')}
    </button>`;
  }

  focus() {
    this.#area.focus();
  }

  /** Files go with what is written. */
  attach(files) {
    fetchView('upload-tray');
    this.leftOut = this.uploads.add(this.key, files);
    this.focus();
  }

  #attach() {
    const label = words.say('files.attach');
    const choose = ({ currentTarget }) => {
      if (currentTarget.files.length > 0) this.attach(currentTarget.files);
      currentTarget.value = '';
    };
    return html`<input type="file" multiple hidden data-test="${this.hooks}files" @change=${choose} />
      <button
        type="button"
        class="icon-button"
        title=${label}
        aria-label=${label}
        data-test="${this.hooks}attach"
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
    const hasSomething = !this.isBlank || this.uploads.of(this.key).length > 0;
    return hasSomething && this.length <= this.chat.limits.textLength && this.uploads.isReady(this.key);
  }

  #note() {
    const { textLength, countedFrom } = this.chat.limits;
    if (this.refusal) return html`<p class="left over" role="alert">${reason(this.refusal)}</p>`;
    if (this.leftOut > 0) return html`<p class="left over" role="alert">${words.say('files.tooMany', { most: MOST })}</p>`;
    if (!(this.length >= countedFrom)) return nothing;
    const count = Math.abs(textLength - this.length);
    const isOver = this.length > textLength;
    const text = words.say(isOver ? 'composer.tooLong' : 'composer.left', { count });
    return html`<p class="left ${isOver ? 'over' : ''}" role="status" data-test="${this.hooks}counter">${text}</p>`;
  }

  #show(text) {
    this.#kept = text;
    this.#area.value = text;
    this.#measure();
  }

  #written() {
    this.#kept = this.#area.value;
    this.drafts.keep(this.key, this.#kept);
    this.chat.people.write(this.room.log, this.#kept);
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

  #pressed(event) {
    if (isComposing(event) || this.#completion.key?.(event) || marks(event)) return;
    if (event.key === 'ArrowUp' && !event.altKey && this.#area.value === '') this.#editLast(event);
    // What is around it has an Escape of its own.
    if (event.key === 'Escape' && this.takeBack()) event.stopPropagation();
    if (!sends(event)) return;
    event.preventDefault();
    this.#send();
  }

  /** Where the message is written anew, the key would move the caret. */
  #editLast(event) {
    event.preventDefault();
    this.ask('edit-last');
  }

  #submit(event) {
    event.preventDefault();
    this.#send();
    this.focus();
  }

  #send() {
    if (!this.#maySend) return;
    this.refusal = this.post(this.#area.value);
    if (this.refusal) return;
    this.#show('');
    this.ask('posted');
  }
}
