import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

const LEVELS = ['all', 'mentions', 'nothing'];
const WIDTH = 240;

/** What a person sets for themself about one room; one menu for the whole list. */
class RoomMenuView extends View {
  static properties = { chat: MODEL, room: MODEL, opener: MODEL, refusal: { state: true } };
  static follows = ['chat'];

  /** Of the `room`, at its line's `opener`. */
  async show() {
    this.refusal = null;
    this.requestUpdate(); // of what is written meanwhile it is not told
    await this.updateComplete;
    const menu = this.querySelector('.menu');
    if (!menu.isConnected || menu.matches(':popover-open')) return;
    const { left, bottom } = this.opener.getBoundingClientRect();
    menu.showPopover();
    menu.style.left = `${Math.max(8, Math.min(left, innerWidth - WIDTH - 8))}px`;
    menu.style.top = `${Math.max(8, Math.min(bottom, innerHeight - menu.offsetHeight - 8))}px`;
    menu.querySelector('button').focus();
  }

  render() {
    if (!this.room) return nothing;
    return html`<div
      class="menu menu-list room-menu"
      popover
      role="dialog"
      aria-label=${words.say('own.more', { name: this.room.name })}
      data-test="room-menu"
      @toggle=${({ newState }) => newState === 'closed' && this.#closed()}
    >
      ${this.#isUnread ? html`<div class="menu-group">${this.#button('read', 'done', () => this.#read())}</div>` : nothing}
      <div class="menu-group">${this.#favourite()} ${this.#mute()}</div>
      <div class="menu-group">${this.#level()}</div>
      ${this.chat.rights(this.room).leaves ? nothing : this.#close()}
      ${this.refusal ? html`<p class="problem" role="alert">${reason(this.refusal)}</p>` : nothing}
    </div>`;
  }

  get #isUnread() {
    const { reading } = this.chat;
    return reading.unread(this.room) > 0 || reading.mentions(this.room) > 0;
  }

  /** The button is gone then, and the menu with it. */
  #read() {
    this.chat.reading.readAll(this.room);
    this.querySelector('.menu').hidePopover();
  }

  #favourite() {
    const { list } = this.chat;
    const { log } = this.room;
    const isOne = this.chat.own(this.room).favourite !== null;
    return html`${this.#button(isOne ? 'unfavour' : 'favour', 'star', () => list.favour(log, !isOne))}
    ${isOne ? [this.#move('up', -1), this.#move('down', 1)] : nothing}`;
  }

  #move(name, step) {
    const { list } = this.chat;
    const { log } = this.room;
    return this.#button(name, name, () => list.move(log, step), !list.mayMove(log, step));
  }

  #mute() {
    const { muted } = this.chat.own(this.room);
    return this.#button(muted ? 'unmute' : 'mute', 'muted', () => this.chat.preferences.want(this.room.log, { muted: !muted }));
  }

  #level() {
    const { level, muted } = this.chat.own(this.room);
    const choose = ({ target }) => this.#attempt(() => this.chat.preferences.want(this.room.log, { level: target.value }));
    return html`<label class="field">
      <span>${words.say('own.level')}</span>
      <select class="input" data-test="room-level" ?disabled=${muted} @change=${choose}>
        ${LEVELS.map((each) => html`<option value=${each} .selected=${each === level}>${words.say(`own.level.${each}`)}</option>`)}
      </select>
      ${muted ? html`<span class="soft">${words.say('own.mutedHint')}</span>` : nothing}
    </label>`;
  }

  /** Of what can't be left. */
  #close() {
    const isOff = !this.chat.list.mayClose(this.room);
    return html`<div class="menu-group">
      ${this.#button('close', 'close', () => this.#closeRoom(), isOff, 'close-hint')}
      ${isOff ? html`<span class="field soft" id="close-hint">${words.say('own.closeHint')}</span>` : nothing}
    </div>`;
  }

  /** Its line is gone then: the focus goes to the one that takes its place. */
  async #closeRoom() {
    const { log } = this.room;
    const lines = [...document.querySelectorAll('.rooms-list .room')];
    const at = lines.findIndex(({ dataset }) => Number(dataset.room) === log);
    await this.chat.closeRoom(log);
    if (this.room.log !== log) return; // another's menu by now
    this.querySelector('.menu').hidePopover();
    (lines[at + 1] ?? lines[at - 1])?.focus();
  }

  #button(name, picture, act, isOff = false, whyOff = '') {
    return html`<button
      class="button"
      aria-disabled=${isOff}
      aria-describedby=${(isOff && whyOff) || nothing}
      data-test="room-${name}"
      @click=${() => !isOff && this.#attempt(act)}
    >
      ${icon(picture, 'small')} ${words.say(`own.${name}`)}
    </button>`;
  }

  async #attempt(act) {
    this.refusal = null;
    try {
      await act();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }

  /** The line of a room that went elsewhere in the list may be another element. */
  #closed() {
    const line = document.querySelector(`[data-room="${this.room.log}"]`);
    if (document.activeElement === document.body) (this.opener?.isConnected ? this.opener : line)?.focus();
  }
}

customElements.define('hf-room-menu', RoomMenuView);
