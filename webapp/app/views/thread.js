import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { KeptFocus } from './kept-focus.js';
import { lookLate } from './late.js';
import { message } from './message.js';
import { MessageActions } from './message-actions.js';
import { layOut } from '../models/rows.js';
import { Thread } from '../models/thread.js';
import { words } from '../words/words.js';
import './thread-composer.js';
import './thread-follow.js';

/** One thread beside the room that it is in. */
class ThreadView extends View {
  static properties = { chat: MODEL, room: MODEL, conversation: MODEL, root: MODEL, thread: { state: true } };
  static follows = ['thread'];

  #actions = new MessageActions(this);
  #focus = new KeptFocus(this);
  #isAtEnd = true;
  #fromEnd = null; // where the reader is, while older replies are put above

  constructor() {
    super();
    lookLate(this, (sequence) => this.#actions.look(sequence));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.thread?.close();
  }

  willUpdate(changed) {
    if (changed.has('root') || changed.has('conversation')) this.#begin();
    super.willUpdate(changed);
    this.#focus.remember();
  }

  updated(changed) {
    this.#focus.restore();
    const list = this.querySelector('.thread-rows');
    if (this.#isAtEnd) list.scrollTop = list.scrollHeight;
    else if (this.#fromEnd !== null) list.scrollTop = list.scrollHeight - this.#fromEnd;
    this.#fromEnd = null;
    if (this.thread.state === 'ready' && !document.hidden) this.chat.threads.read(this.#place, this.thread.newest);
  }

  get #place() {
    return { log: this.room.log, root: this.root };
  }

  render() {
    return html`<aside class="panel thread" aria-label=${words.say('thread.title')} data-test="thread">
      <div class="panel-top">
        <h2>${words.say('thread.title')}</h2>
        <hf-thread-follow .threads=${this.chat.threads} .place=${this.#place} .newest=${this.thread.newest}></hf-thread-follow>
        <button class="icon-button" aria-label=${words.say('close')} data-test="thread-close" @click=${() => this.ask('close-panel')}>
          ${icon('close')}
        </button>
      </div>
      <div
        class="thread-rows"
        tabindex="0"
        role="log"
        aria-label=${words.say('thread.title')}
        @scroll=${this.#scrolled}
        @left-message=${() => this.querySelector('textarea')?.focus()}
        @reply-to=${() => this.querySelector('textarea')?.focus()}
      >
        ${this.#head()} ${repeat(this.#rows(), ({ key }) => key, (row) => message(row, this.#actions))}
      </div>
      ${this.chat.rights(this.room).writes ? this.#composer() : nothing}
    </aside>`;
  }

  #begin() {
    this.#isAtEnd = true;
    this.thread?.close();
    this.thread = new Thread(this.chat.http, this.conversation, this.root);
    this.thread.open();
  }

  #head() {
    const { state, hasOlder } = this.thread;
    if (state === 'failed') return this.#failed();
    if (!hasOlder) return nothing;
    return html`<button class="button quiet" @click=${() => this.#loadOlder()}>${words.say('thread.older')}</button>`;
  }

  #failed() {
    return html`<p class="problem" role="alert">${words.say('thread.failed')}</p>
      <button class="button quiet" data-test="thread-again" @click=${() => this.thread.retry()}>${words.say('login.again')}</button>`;
  }

  async #loadOlder() {
    this.#isAtEnd = false;
    await this.thread.loadOlder();
    const list = this.querySelector('.thread-rows');
    this.#fromEnd = list.scrollHeight - list.scrollTop;
  }

  /** What they answer is above them; the first message stands apart. */
  #rows() {
    const entries = this.thread.entries().map((entry) => ({ ...entry, reply: undefined, change: withoutThread(entry.change) }));
    const rows = layOut(entries).filter(({ type }) => type === 'message');
    return rows.map((row, index) => this.#actions.dress(index === 1 ? { ...row, first: true } : row));
  }

  #composer() {
    return html`<hf-thread-composer .chat=${this.chat} .drafts=${this.chat.drafts} .thread=${this.thread}></hf-thread-composer>`;
  }

  #scrolled = ({ target }) => {
    this.#isAtEnd = target.scrollHeight - target.scrollTop - target.clientHeight < 40;
  };
}

function withoutThread(change) {
  return change && { ...change, replies: undefined };
}

customElements.define('hf-thread', ThreadView);
