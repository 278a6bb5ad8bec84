import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** The way out of a room. It asks once more where one does not come back by oneself. */
class LeaveRoomView extends View {
  /** isAsked: whether it asks, or null: nobody has wanted to leave */
  static properties = { chat: MODEL, room: MODEL, isAsked: { state: true }, problem: { state: true } };

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has('room') && changed.get('room')?.log !== this.room.log) this.isAsked = this.problem = null;
  }

  updated(changed) {
    // The button that had the focus is gone.
    if (changed.has('isAsked') && this.isAsked !== null) this.querySelector('button').focus();
  }

  render() {
    return html`${this.isAsked
      ? html`<p class="soft" id="leave-hint">${words.say('rooms.leaveHint')}</p>
          <button class="button danger" aria-describedby="leave-hint" data-test="leave-room-sure" @click=${() => this.#leave()}>
            ${words.say('rooms.leaveSure')}
          </button>
          <button class="button" data-test="leave-room-not" @click=${() => (this.isAsked = false)}>${words.say('rooms.stay')}</button>`
      : html`<button class="button" data-test="leave-room" @click=${() => this.#asked()}>${words.say('rooms.leave')}</button>`}
    ${this.problem ? html`<p class="problem" role="alert" data-test="leave-problem">${this.problem}</p>` : nothing}`;
  }

  #asked() {
    if (this.room.kind === 'public') return this.#leave();
    this.isAsked = true;
  }

  async #leave() {
    try {
      await this.chat.leave(this.room.log);
    } catch (refusal) {
      this.problem = reason(refusal);
    }
  }
}

customElements.define('hf-leave-room', LeaveRoomView);
