import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL, View } from './view.js';
import { dropping } from './dropping.js';
import { followGaze } from './gaze.js';
import { icon } from './icons.js';
import { KeptFocus } from './kept-focus.js';
import { lookLate } from './late.js';
import { message } from './message.js';
import { MessageActions } from './message-actions.js';
import { Place } from './place.js';
import { isLookedAt } from '../models/gaze.js';
import { layOut } from '../models/rows.js';
import { Thread } from '../models/thread.js';
import { words } from '../words/words.js';
import './thread-composer.js';
import './thread-follow.js';

/** One thread beside the room that it is in. */
class ThreadView extends View {
  static properties = { chat: MODEL, room: MODEL, conversation: MODEL, root: MODEL, thread: { state: true }, isDroppedOn: { state: true } };
  static follows = ['thread'];

  #actions = new MessageActions(this);
  #focus = new KeptFocus(this);
  #isAtEnd = true;
  #top = 0; // how far it was scrolled last
  #fromEnd = null; // where the reader is, while older replies are put above
  #held = null; // the place of one message, while it alone becomes higher or lower
  #watch = null;
  #abort = null;
  #dropping = dropping(
    (files) => this.#composer?.attach(files),
    (isOver) => (this.isDroppedOn = isOver && this.#mayWrite),
  );

  constructor() {
    super();
    lookLate(this, (sequence) => this.#actions.look(sequence));
    // What its messages ask for, this asks for.
    for (const type of ['left-message', 'reply-to']) this.addEventListener(type, () => this.#composer?.focus());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#abort = new AbortController();
    this.#watch = new ResizeObserver(() => this.#stay());
    followGaze(this.chat.people, () => this.#see(), { signal: this.#abort.signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#watch.disconnect();
    this.thread?.close();
  }

  /** The composer below grows, and takes of its height. */
  firstUpdated() {
    this.#watch.observe(this.#list);
  }

  willUpdate(changed) {
    if (changed.has('root') || changed.has('conversation')) this.#begin();
    super.willUpdate(changed);
    this.#focus.remember();
  }

  updated(changed) {
    this.#focus.restore();
    this.#stay();
    if (!this.#isAtEnd && this.#fromEnd !== null) this.#list.scrollTop = this.#list.scrollHeight - this.#fromEnd;
    this.#fromEnd = null;
    const isHeld = this.#held !== null;
    this.#held?.restore();
    this.#held = null;
    // Where all fits nothing scrolls, and says so.
    if (isHeld) this.#scrolled({ target: this.#list });
    else this.#see();
  }

  hold(message) {
    this.#isAtEnd = false;
    this.#held = new Place(this.#list);
    this.#held.hold(message);
  }

  get #list() {
    return this.querySelector('.thread-rows');
  }

  get #composer() {
    return this.querySelector('hf-thread-composer');
  }

  get #mayWrite() {
    return this.chat.rights(this.room).writes;
  }

  get #place() {
    return { log: this.room.log, root: this.root };
  }

  render() {
    return html`<aside
      class="panel thread ${this.isDroppedOn ? 'is-dropped-on' : ''}"
      aria-label=${words.say('thread.title')}
      data-drop=${words.say('files.drop')}
      data-test="thread"
      @dragover=${this.#dropping.over}
      @dragleave=${this.#dropping.leave}
      @drop=${this.#dropping.drop}
      @posted=${() => this.#toEnd()}
      @edit-last=${() => this.#actions.editLast(this.#rows())}
    >
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
      >
        ${this.#head()} ${repeat(this.#rows(), ({ key }) => key, (row) => message(row, this.#actions))}
      </div>
      ${this.#mayWrite ? this.#writing() : nothing}
    </aside>`;
  }

  #begin() {
    this.#isAtEnd = true;
    this.#top = 0;
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
    this.#fromEnd = this.#list.scrollHeight - this.#list.scrollTop;
  }

  /** What they answer is above them; the first message stands apart. */
  #rows() {
    const entries = this.thread.entries().map((entry) => ({ ...entry, reply: undefined, change: withoutThread(entry.change) }));
    const rows = layOut(entries).filter(({ type }) => type === 'message');
    return rows.map((row, index) => this.#actions.dress(index === 1 ? { ...row, first: true } : row));
  }

  #writing() {
    return html`<hf-thread-composer
      .chat=${this.chat}
      .room=${this.room}
      .uploads=${this.chat.uploads}
      .drafts=${this.chat.drafts}
      .thread=${this.thread}
    ></hf-thread-composer>`;
  }

  /** What comes below them leaves a reader at the end until they go up themselves: the composer takes its height later than that is told. */
  #scrolled = ({ target }) => {
    const isAtEnd = target.scrollHeight - target.scrollTop - target.clientHeight < 40;
    this.#isAtEnd = isAtEnd || (this.#isAtEnd && target.scrollTop >= this.#top);
    this.#top = target.scrollTop;
    this.#see();
  };

  #stay() {
    if (!this.#isAtEnd) return;
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#top = this.#list.scrollTop;
  }

  #toEnd() {
    this.#isAtEnd = true;
    this.#stay();
    this.#see();
  }

  /** What the reader has before them is read. */
  #see() {
    const isSeen = this.thread.state === 'ready' && this.#isAtEnd && isLookedAt(this.chat.people, document);
    if (isSeen) this.chat.threads.read(this.#place, this.thread.newest);
  }
}

function withoutThread(change) {
  return change && { ...change, replies: undefined };
}

customElements.define('hf-thread', ThreadView);
