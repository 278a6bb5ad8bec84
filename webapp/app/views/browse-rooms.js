import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { roomMark } from './room-mark.js';
import { found, toBrowse } from '../models/found.js';
import { words } from '../words/words.js';

/** All rooms that one may see, to be joined. */
class BrowseRoomsView extends DialogView {
  static properties = { chat: MODEL, rooms: { state: true }, refusal: { state: true }, typed: { state: true } };

  async opened() {
    Object.assign(this, { rooms: null, refusal: null, typed: '' });
    await this.#attempt(async () => (this.rooms = toBrowse(await this.chat.doors.all(), (room) => this.#isMine(room))));
  }

  render() {
    if (!this.isOpen) return nothing;
    return this.dialog(words.say('rooms.browse'), [this.#search(), this.#list()]);
  }

  #search() {
    const label = words.say('rooms.filter');
    const type = (event) => (this.typed = event.target.value);
    return html`<div class="dialog-search">
      <input class="input" type="search" placeholder=${label} aria-label=${label} autofocus dir="auto" @input=${type} />
      ${this.refusal ? html`<p class="problem" role="alert">${reason(this.refusal)}</p>` : nothing}
    </div>`;
  }

  #list() {
    const rooms = found(this.rooms ?? [], this.typed);
    return html`<ul class="dialog-list">
      ${repeat(
        rooms,
        (room) => room.log,
        (room) => this.#room(room),
      )}
      ${this.rooms && rooms.length === 0 ? this.#none() : nothing}
    </ul>`;
  }

  #none() {
    const create = () => {
      this.hide();
      this.ask('new-room');
    };
    return html`<li class="soft none" data-test="none">
      <p>${words.say(this.rooms.length > 0 ? 'rooms.noneFound' : 'rooms.noneYet')}</p>
      <button class="button" @click=${create}>${words.say('rooms.new')}</button>
    </li>`;
  }

  #room(room) {
    const members = words.say('rooms.members', { count: room.members });
    return html`<li class="offer" data-test="offered-room" data-room=${room.log}>
      <div class="offer-words">
        <strong>${roomMark(room)}<bdi>${room.name}</bdi></strong>
        <span class="meta">${room.topic ? html`<bdi>${room.topic}</bdi> · ` : nothing}${members}${room.archived ? html` · ${words.say('rooms.putAway')}` : nothing}</span>
      </div>
      ${this.#isMine(room) ? this.#open(room) : this.#join(room)}
    </li>`;
  }

  #open(room) {
    const open = () => {
      this.chat.enter(room.log);
      this.hideInto();
    };
    return html`<button class="button quiet" data-test="open-room" @click=${open}>${words.say('rooms.open')}</button>`;
  }

  #join(room) {
    const join = () =>
      this.#attempt(async () => {
        await this.chat.doors.join(room.log);
        this.hideInto();
      });
    return html`<button class="button quiet main" data-test="join-room" data-room=${room.log} @click=${join}>
      ${words.say('rooms.join')}
    </button>`;
  }

  /** What the client was told since the list was fetched counts for more than the list. */
  #isMine(room) {
    return this.chat.rooms.some(({ log }) => log === room.log);
  }

  async #attempt(action) {
    try {
      this.refusal = null;
      await action();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-browse-rooms', BrowseRoomsView);
