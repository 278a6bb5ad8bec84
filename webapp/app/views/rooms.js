import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { KeptRow } from './kept-row.js';
import { fetchView, showDialog } from './late.js';
import { noRooms } from './no-rooms.js';
import { reason } from './refusal.js';
import { roomDrag } from './room-drag.js';
import { roomPart } from './room-part.js';
import { count, draftMark, mentions, roomRow } from './room-row.js';
import { allRead, unreadFilter } from './unread-filter.js';
import { draftThreads } from '../models/draft-place.js';
import { words } from '../words/words.js';
import './settings.js';
import './status.js';

/** The list of one's own rooms, with what waits in each; at its foot the line and the settings. */
class RoomsView extends View {
  static properties = { chat: MODEL, threads: MODEL, login: MODEL, preferences: MODEL, refusal: { state: true } };
  static follows = ['chat', 'threads', 'drafts', 'people', 'list'];

  #dragging = null;
  #focus = new KeptRow(this);

  get drafts() {
    return this.chat.drafts;
  }

  get people() {
    return this.chat.people;
  }

  /** What of the list this browser wants to see. */
  get list() {
    return this.chat.list.preferences;
  }

  willUpdate() {
    super.willUpdate();
    this.#focus.remember();
  }

  updated() {
    this.#focus.restore();
    if (this.chat.strays.list().length > 0) fetchView('unsent');
  }

  render() {
    return html`<nav class="rooms" aria-label=${words.say('rooms.title')}>
        <div class="rooms-top">
          <img src="./logo.svg" alt="" />
          <h1>${words.say('rooms.title')}</h1>
          ${this.#searching()} ${this.chat.doors.mayBrowse ? this.#action('browse', 'rooms.browse', 'browse-rooms', 'browse-rooms') : nothing}
          ${this.chat.doors.mayBegin ? this.#beginnings() : nothing}
        </div>
        <div class="rooms-list" @pointermove=${() => this.chat.list.hold()} @pointerleave=${() => this.chat.list.release()}>
          ${this.#threads()} ${this.#mentions()} ${unreadFilter(this.list)} ${this.#lists()} ${allRead(this.chat.list, () => this.#showAll())}
        </div>
        ${this.refusal ? html`<p class="problem" role="alert">${reason(this.refusal)}</p>` : nothing}
        <hf-unsent .chat=${this.chat}></hf-unsent>
        <div class="rooms-foot">
          <hf-status details .line=${this.chat.line}></hf-status>
          <hf-settings .chat=${this.chat} .login=${this.login} .alerts=${this.login.alerts} .preferences=${this.preferences}></hf-settings>
        </div>
      </nav>
      <hf-browse-rooms
        .chat=${this.chat}
        @new-room=${() => showDialog(this, 'new-room')}
      ></hf-browse-rooms>
      <hf-threads .chat=${this.chat} .threads=${this.threads}></hf-threads>
      <hf-room-menu .chat=${this.chat}></hf-room-menu>
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
      this.#action('write', 'people.write', 'write-to', 'find-people'),
      this.#action('plus', 'rooms.new', 'new-room', 'new-room'),
    ];
  }

  browse() {
    showDialog(this, 'browse-rooms');
  }

  #action(drawing, label, hook, dialog) {
    const text = words.say(label);
    const show = () => showDialog(this, dialog);
    return html`<button class="icon-button" title=${text} aria-label=${text} data-test=${hook} @click=${show}>
      ${icon(drawing)}
    </button>`;
  }

  #threads() {
    const { waiting } = this.threads;
    const marks = [draftThreads(this.chat).length > 0 ? draftMark() : nothing, waiting > 0 ? count(waiting) : nothing];
    const show = () => showDialog(this, 'threads');
    return this.#everywhere({ hook: 'threads', drawing: 'reply', title: 'threads.title', waiting, marks, show });
  }

  #mentions() {
    const waiting = this.chat.rooms.reduce((sum, room) => sum + this.chat.reading.mentions(room), 0);
    const show = () => this.ask('show-own-mentions');
    return this.#everywhere({ hook: 'own-mentions', drawing: 'at', title: 'mentions.title', waiting, marks: mentions(waiting), show });
  }

  /** What is of all rooms, and how much of it waits. */
  #everywhere({ hook, drawing, title, waiting, marks, show }) {
    return html`<button class="room ${waiting > 0 ? 'unread' : ''}" data-test=${hook} data-waiting=${waiting} @click=${show}>
      ${icon(drawing, 'small')}<span class="room-name">${words.say(title)}</span> ${marks}
    </button>`;
  }

  /** Several lists, as soon as there are favourites or conversations. */
  #lists() {
    return this.chat.list.parts.map((part) => roomPart(part, this.list, this.#rooms(part)));
  }

  #showAll() {
    this.list.onlyUnread = false;
    this.querySelector('.unread-filter').focus();
  }

  #rooms({ rooms, isEmpty }) {
    if (!isEmpty) return this.#rows(rooms);
    return this.chat.isWelcome ? this.#none() : this.#loading();
  }

  #rows(rooms) {
    return repeat(
      rooms,
      (room) => room.log,
      (room) => roomRow(this.chat, room, this.#drag, this.#more),
    );
  }

  #more = (event, room) => {
    event.preventDefault();
    showDialog(this, 'room-menu', { room, opener: event.currentTarget });
  };

  get #drag() {
    this.#dragging ??= roomDrag(this.chat, (log, place) => this.#moved(log, place));
    return this.#dragging;
  }

  async #moved(log, place) {
    this.refusal = null;
    try {
      await (place ? this.chat.list.putBefore(log, place.next) : this.chat.list.favour(log, false));
    } catch (refusal) {
      this.refusal = refusal;
    }
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
