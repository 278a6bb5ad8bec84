import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { isComposing } from './composing.js';
import { DialogView } from './dialog.js';
import { roomMark } from './room-mark.js';
import { found } from '../models/found.js';
import { words } from '../words/words.js';

/** Ctrl-K: type some letters of a room, press Enter. */
class SwitcherView extends DialogView {
  static properties = { chat: MODEL, typed: { state: true }, at: { state: true } };

  opened() {
    this.typed = '';
    this.at = 0;
  }

  render() {
    if (!this.isOpen) return nothing;
    const rooms = this.#rooms;
    return this.dialog(words.say('switcher.title'), [this.#search(rooms.length > 0), this.#list(rooms)]);
  }

  get #rooms() {
    const { all, closed } = this.chat.list;
    return found([...all, ...closed], this.typed);
  }

  #search(isFound) {
    const label = words.say('rooms.filter');
    return html`<div class="dialog-search">
      <input
        class="input"
        role="combobox"
        aria-expanded=${isFound}
        aria-controls="switcher-rooms"
        aria-activedescendant=${isFound ? `switcher-${this.at}` : nothing}
        aria-label=${label}
        placeholder=${label}
        autofocus
        dir="auto"
        autocomplete="off"
        data-test="switcher"
        @input=${(event) => this.#type(event.target.value)}
        @keydown=${(event) => this.#key(event)}
      />
    </div>`;
  }

  #list(rooms) {
    if (rooms.length === 0) return html`<div class="dialog-list"><p class="soft" data-test="none">${words.say('rooms.noneFound')}</p></div>`;
    return html`<div class="dialog-list" role="listbox" id="switcher-rooms" aria-label=${words.say('rooms.title')}>
      ${repeat(
        rooms,
        (room) => room.log,
        (room, index) => this.#choice(room, index),
      )}
    </div>`;
  }

  #choice(room, index) {
    return html`<button
      class="choice"
      role="option"
      tabindex="-1"
      id="switcher-${index}"
      aria-selected=${index === this.at}
      data-test="switcher-room"
      @click=${() => this.#choose(room)}
    >
      ${roomMark(room)}<bdi>${room.name}</bdi>
    </button>`;
  }

  #type(typed) {
    this.typed = typed;
    this.at = 0;
  }

  #key(event) {
    const rooms = this.#rooms;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (isComposing(event) || rooms.length === 0 || (!step && event.key !== 'Enter')) return;
    event.preventDefault();
    if (!step) return this.#choose(rooms[this.at]);
    this.at = (this.at + step + rooms.length) % rooms.length;
    this.updateComplete.then(() => this.querySelector(`#switcher-${this.at}`)?.scrollIntoView({ block: 'nearest' }));
  }

  #choose(room) {
    this.chat.enter(room.log);
    this.hideInto();
  }
}

customElements.define('hf-switcher', SwitcherView);
