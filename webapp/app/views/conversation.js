import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { isComposing } from './composing.js';
import { dropping } from './dropping.js';
import { followGaze } from './gaze.js';
import { icon } from './icons.js';
import { fetchView, isCovered, showDialog } from './late.js';
import { roomMark } from './room-mark.js';
import { profileOfOther, said } from './said.js';
import { isLookedAt } from '../models/gaze.js';
import { words } from '../words/words.js';
import './composer.js';
import './line-bar.js';
import './log.js';
import './status.js';

/** One room: its top bar, the log, the composer, and the panel on demand. */
class ConversationView extends View {
  static properties = { chat: MODEL, room: MODEL, threads: MODEL, hasPanel: { state: true }, thread: { state: true }, isDroppedOn: { state: true } };
  static follows = ['chat', 'threads'];

  #abort = null;
  #dropping = dropping(
    (files) => this.querySelector('hf-composer')?.attach(files),
    (isOver) => (this.isDroppedOn = isOver && this.chat.rights(this.room).writes),
  );

  /** A thread was chosen elsewhere. */
  updated() {
    const root = this.threads.takeWanted(this.room.log);
    if (root !== null) this.#openThread(root);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#abort = new AbortController();
    const options = { signal: this.#abort.signal };
    followGaze(this.chat.people, () => this.#lookedUpOrAway(), options);
    addEventListener('keydown', (event) => this.#key(event), options);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  render() {
    const conversation = this.chat.conversation(this.room.log);
    return html`<main
        class="conversation ${this.isDroppedOn ? 'is-dropped-on' : ''}"
        aria-label=${this.room.name}
        data-drop=${words.say('files.drop')}
        @posted=${() => this.#log.toEnd()}
        @show-image=${({ detail }) => showDialog(this, 'light-box', { shown: detail })}
        @dragover=${this.#dropping.over}
        @dragleave=${this.#dropping.leave}
        @drop=${this.#dropping.drop}
        @edit-last=${() => this.#log.editLast()}
        @reply-to=${({ detail }) => this.querySelector('hf-composer')?.answer(detail)}
        @go-to=${({ detail }) => this.#log.goTo(detail.reply) || this.chat.seek(this.room.log, detail.reply)}
        @open-thread=${({ detail }) => this.#openThread(detail)}
        @left-message=${() => this.querySelector('hf-composer')?.focus()}
        @show-edits=${({ detail }) => showDialog(this, 'edits', { message: detail })}
        @show-readers=${({ detail }) => showDialog(this, 'readers', { message: detail })}
      >
        ${this.#top()}
        <hf-line-bar .line=${this.chat.line}></hf-line-bar>
        <hf-log .chat=${this.chat} .room=${this.room} .conversation=${conversation}></hf-log>
        <hf-typing .people=${this.chat.people} .log=${this.room.log}></hf-typing>
        ${this.chat.rights(this.room).writes ? this.#composer(conversation) : this.#readOnly()}
        <hf-announcer .chat=${this.chat} .log=${this.room.log}></hf-announcer>
        <hf-light-box .conversation=${conversation}></hf-light-box>
        <hf-edits .chat=${this.chat}></hf-edits>
        <hf-readers .chat=${this.chat}></hf-readers>
        <hf-pins .chat=${this.chat} .room=${this.room}></hf-pins>
      </main>
      ${this.#side(conversation)}
      <hf-room-settings .chat=${this.chat} .room=${this.room}></hf-room-settings>`;
  }

  #composer(conversation) {
    return html`<hf-composer
      .chat=${this.chat}
      .room=${this.room}
      .conversation=${conversation}
      .uploads=${this.chat.uploads}
      .drafts=${this.chat.drafts}
    ></hf-composer>`;
  }

  #readOnly() {
    return html`<p class="read-only soft" data-test="read-only">${words.say(this.room.archived ? 'rooms.archivedHint' : 'conversation.readOnly')}</p>`;
  }

  get #log() {
    return this.querySelector('hf-log');
  }

  #top() {
    const { name, topic } = this.room;
    const other = profileOfOther(this.chat, this.room);
    const back = words.say('conversation.back');
    const members = words.say('conversation.members');
    return html`<header class="top">
      <button class="icon-button back" aria-label=${back} data-test="back" @click=${() => this.ask('leave-view')}>
        ${icon('back')}
      </button>
      <h1 title=${name} data-test="open-room-name"><bdi>${name}</bdi></h1>
      ${roomMark(this.room)}
      <p class="topic" data-test="open-room-topic" title=${topic ?? ''}><bdi>${topic || said(other)}</bdi></p>
      <hf-status class="narrow" .line=${this.chat.line} hook="status-narrow"></hf-status>
      ${opener('search', 'search', () => this.ask('show-search'))} ${opener('pins', 'pin', () => showDialog(this, 'pins'))}
      <button
        class="icon-button"
        title=${members}
        aria-label=${members}
        aria-expanded=${Boolean(this.hasPanel && !this.thread)}
        data-test="members"
        @click=${() => this.#toggleMembers()}
      >
        ${icon('people')}
      </button>
    </header>`;
  }

  #side(conversation) {
    if (this.thread?.log === this.room.log) return this.#threadPanel(conversation);
    return this.hasPanel ? this.#panel(conversation) : nothing;
  }

  /** Loaded when it is wanted first. */
  async #openThread(root) {
    const { log } = this.room; // the reader may go elsewhere meanwhile
    if (await fetchView('thread')) this.thread = { log, root };
    else this.ask('not-fetched', { again: () => this.#openThread(root) });
  }

  #threadPanel(conversation) {
    return html`<hf-thread
      .chat=${this.chat}
      .room=${this.room}
      .conversation=${conversation}
      .root=${this.thread.root}
      @close-panel=${() => this.#closeThread()}
      @show-edits=${({ detail }) => showDialog(this, 'edits', { message: detail })}
      @show-readers=${({ detail }) => showDialog(this, 'readers', { message: detail })}
      @show-image=${({ detail }) => showDialog(this, 'light-box', { shown: detail })}
    ></hf-thread>`;
  }

  #closeThread() {
    this.thread = null;
    this.querySelector('hf-composer')?.focus();
  }

  #panel(conversation) {
    return html`<hf-members
      .chat=${this.chat}
      .room=${this.room}
      .conversation=${conversation}
      .people=${this.chat.people}
      @show-room-settings=${() => showDialog(this, 'room-settings')}
      @close-panel=${() => (this.hasPanel = false)}
    ></hf-members>`;
  }

  #toggleMembers() {
    fetchView('members');
    this.hasPanel = this.thread ? true : !this.hasPanel;
    this.thread = null;
  }

  /** Esc closes what is open, then goes to the newest message. A dialog or a menu has its own Esc; with Shift it is for all rooms. */
  #key(event) {
    if (event.key !== 'Escape' || event.shiftKey || isComposing(event) || isCovered()) return;
    if (this.thread) this.thread = null;
    else if (this.hasPanel) this.hasPanel = false;
    else this.#log.toEnd();
    this.querySelector('hf-composer')?.focus();
  }

  #lookedUpOrAway() {
    if (!isLookedAt(this.chat.people, document)) return this.chat.lookAway();
    this.chat.reading.lookBack();
    this.#log.look();
  }
}

/** Opens a dialog about the room. */
function opener(name, picture, open) {
  const label = words.say(`${name}.title`);
  return html`<button class="icon-button" title=${label} aria-label=${label} data-test="${name}-open" @click=${open}>
    ${icon(picture)}
  </button>`;
}

customElements.define('hf-conversation', ConversationView);
