import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL, View } from './view.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** The panel with who is in the room, and the way out of it. Fetched anew whenever somebody joined or left. */
class MembersView extends View {
  static properties = {
    chat: MODEL,
    room: MODEL,
    conversation: MODEL,
    people: MODEL,
    members: { state: true },
    problem: { state: true },
  };
  static follows = ['conversation', 'people'];

  #shown = '';

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has('room') && changed.get('room')?.log !== this.room.log) this.members = null;
    const state = `${this.room.log} ${this.conversation.membershipSequence}`;
    if (state === this.#shown) return;
    this.#shown = state;
    this.#fetch(this.room.log);
  }

  render() {
    return html`<aside class="panel" aria-label=${words.say('members.title')} data-test="members-panel">
      <div class="panel-top">
        <h2>${this.#title()}</h2>
        <button class="icon-button" aria-label=${words.say('close')} @click=${() => this.ask('close-panel')}>
          ${icon('close')}
        </button>
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <ul class="people">
        ${repeat(
          this.people.sorted(this.room.log, this.members ?? []),
          ({ id }) => id,
          (member) => this.#member(member),
        )}
      </ul>
      <div class="panel-foot">
        <button class="button" data-test="leave-room" @click=${() => this.#leave()}>${words.say('rooms.leave')}</button>
      </div>
    </aside>`;
  }

  #title() {
    return this.members ? words.say('rooms.members', { count: this.members.length }) : words.say('members.title');
  }

  #member({ id, name, displayName = name }) {
    return html`<li class="person" data-test="member">
      ${avatar({ id, name: displayName }, 'small')}
      <span class="person-name"><bdi title=${displayName}>${displayName}</bdi></span>
      ${id === this.chat.account.id ? html`<span class="meta">${words.say('members.you')}</span>` : nothing}
      ${this.#presence(id)}
    </li>`;
  }

  /** In words, too: a colour alone says nothing to some. */
  #presence(id) {
    const state = this.people.stateOf(this.room.log, id);
    if (!state) return nothing;
    return html`<span class="presence" data-state=${state} data-test="presence">${words.say(`members.${state}`)}</span>`;
  }

  async #fetch(log) {
    try {
      const members = await this.chat.members(log);
      if (log !== this.room.log) return; // the answer of a room that was left meanwhile
      this.members = members;
      this.problem = null;
    } catch {
      this.problem = words.say('members.failed');
    }
  }

  async #leave() {
    try {
      await this.chat.leave(this.room.log);
    } catch (refusal) {
      this.problem = reason(refusal);
    }
  }
}

customElements.define('hf-members', MembersView);
