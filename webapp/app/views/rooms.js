import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { noRooms } from './no-rooms.js';
import { words } from '../words/words.js';
import { roomMark } from './room-mark.js';
import './browse-rooms.js';
import './find-people.js';
import './new-room.js';
import './settings.js';
import './status.js';
import './unsent.js';

/** The list of one's own rooms, with what waits in each; at its foot the line and the settings. */
class RoomsView extends View {
  static properties = { chat: MODEL, login: MODEL, preferences: MODEL };
  static follows = ['chat'];

  render() {
    return html`<nav class="rooms" aria-label=${words.say('rooms.title')}>
        <div class="rooms-top">
          <img src="./logo.svg" alt="" />
          <h1>${words.say('rooms.title')}</h1>
          ${this.#searching()} ${this.chat.mayBrowse ? this.#action('browse', 'rooms.browse', 'browse-rooms', 'hf-browse-rooms') : nothing}
          ${this.chat.mayBegin ? this.#beginnings() : nothing}
        </div>
        <ul class="rooms-list">
          ${this.#rooms()}
        </ul>
        <hf-unsent .chat=${this.chat}></hf-unsent>
        <div class="rooms-foot">
          <hf-status details .line=${this.chat.line}></hf-status>
          <hf-settings .chat=${this.chat} .login=${this.login} .preferences=${this.preferences}></hf-settings>
        </div>
      </nav>
      <hf-browse-rooms
        .chat=${this.chat}
        @new-room=${() => this.querySelector('hf-new-room').show()}
      ></hf-browse-rooms>
      <hf-new-room .chat=${this.chat}></hf-new-room>
      <hf-find-people .chat=${this.chat}></hf-find-people>`;
  }

  /** Where no room is open there is no other button for it. */
  #searching() {
    const text = words.say('search.title');
    return html`<button
      class="icon-button rooms-search"
      title=${text}
      aria-label=${text}
      data-test="search-rooms"
      @click=${() => this.ask('show-search')}
    >
      ${icon('search')}
    </button>`;
  }

  #beginnings() {
    return [
      this.#action('write', 'people.write', 'write-to', 'hf-find-people'),
      this.#action('plus', 'rooms.new', 'new-room', 'hf-new-room'),
    ];
  }

  browse() {
    this.querySelector('hf-browse-rooms').show();
  }

  #action(drawing, label, hook, dialog) {
    const text = words.say(label);
    const show = () => this.querySelector(dialog).show();
    return html`<button class="icon-button" title=${text} aria-label=${text} data-test=${hook} @click=${show}>
      ${icon(drawing)}
    </button>`;
  }

  #rooms() {
    const { rooms, isWelcome } = this.chat;
    if (rooms.length > 0)
      return repeat(
        rooms,
        (room) => room.log,
        (room) => this.#room(room),
      );
    return isWelcome ? this.#none() : this.#loading();
  }

  #room(room) {
    const isOpen = room.log === this.chat.open;
    const unread = this.chat.unread(room);
    return html`<li>
      <button
        class="room ${unread > 0 ? 'unread' : ''}"
        aria-current=${isOpen ? 'page' : nothing}
        title=${room.name}
        data-test="room"
        data-room=${room.log}
        data-unread=${unread}
        @click=${() => this.chat.enter(room.log)}
      >
        ${roomMark(room)}<span class="room-name"><bdi>${room.name}</bdi></span>
        ${isOpen ? nothing : this.#draft(room)} ${this.#mentions(this.chat.mentions(room))} ${unread > 0 ? this.#count(unread) : nothing}
      </button>
    </li>`;
  }

  #draft({ log }) {
    return this.chat.drafts.has(log) ? html`<span class="draft-mark">${words.say('rooms.draft')}</span>` : nothing;
  }

  #mentions(count) {
    if (count === 0) return nothing;
    return html`<span class="count mentions" aria-hidden="true" data-test="mentions">@${words.number(count)}</span>
      <span class="heard-only">${words.say('rooms.mentions', { count })}</span>`;
  }

  #count(count) {
    const shown = count > 999 ? '999+' : words.number(count);
    return html`<span class="count" aria-hidden="true" data-test="unread">${shown}</span>
      <span class="heard-only">${words.say('rooms.unread', { count })}</span>`;
  }

  #none() {
    return html`<li class="rooms-none">${noRooms(() => this.browse())}</li>`;
  }

  #loading() {
    const bones = [1, 2, 3, 4, 5].map(() => html`<div class="bone"></div>`);
    return html`<li class="late"><span class="heard-only">${words.say('rooms.loading')}</span>${bones}</li>`;
  }
}

customElements.define('hf-rooms', RoomsView);
