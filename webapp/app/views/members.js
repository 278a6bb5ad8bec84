import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL, View } from './view.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { said } from './said.js';
import { words } from '../words/words.js';
import './find-people.js';
import './leave-room.js';
import './member-actions.js';

/** So many are seen at a glance. */
const FEW = 10;

/** The panel with who is in the room, and what one may do there. Fetched anew whenever somebody joined, left or became something. */
class MembersView extends View {
  static properties = {
    chat: MODEL,
    room: MODEL,
    conversation: MODEL,
    people: MODEL,
    members: { state: true },
    problem: { state: true },
    opened: { state: true },
    typed: { state: true },
  };
  static follows = ['chat', 'conversation', 'people'];

  #shown = '';

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has('room') && changed.get('room')?.log !== this.room.log) this.#begin();
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
      ${this.room.topic ? html`<p class="panel-about soft" data-test="panel-topic"><bdi>${this.room.topic}</bdi></p>` : nothing}
      ${this.problem ? this.#failed() : nothing}
      ${this.#isLong ? this.#search() : nothing} ${this.#list()} ${this.#foot()}
    </aside>`;
  }

  #begin() {
    this.members = this.opened = this.problem = null;
    this.typed = '';
  }

  get #isLong() {
    return this.members?.length > FEW;
  }

  #search() {
    const label = words.say('members.find');
    const type = ({ target }) => (this.typed = target.value);
    return html`<div class="panel-search">
      <input class="input" type="search" dir="auto" placeholder=${label} aria-label=${label} data-test="find-member" .value=${this.typed ?? ''} @input=${type} />
    </div>`;
  }

  #list() {
    const found = (this.members ?? []).filter((member) => this.#isSought(member));
    return html`<ul class="people">
      ${repeat(
        this.people.sorted(this.room.log, found),
        ({ id }) => id,
        (member) => this.#member(member),
      )}
      ${this.members?.length > 0 && found.length === 0 ? html`<li class="soft" data-test="none">${words.say('people.none')}</li>` : nothing}
    </ul>`;
  }

  #isSought({ id, name, displayName = name }) {
    const typed = this.#isLong ? (this.typed ?? '').trim().toLocaleLowerCase() : '';
    return [name, this.people.profile(id).displayName ?? displayName].some((each) => each.toLocaleLowerCase().includes(typed));
  }

  #failed() {
    return html`<p class="problem" role="alert" data-test="members-failed">
      ${this.problem}
      <button class="button quiet" data-test="members-again" @click=${() => this.#again()}>${words.say('login.again')}</button>
    </p>`;
  }

  #foot() {
    const rights = this.chat.rights(this.room);
    if (!rights.leaves) return nothing;
    const add = () => this.querySelector('hf-find-people').show();
    return html`<div class="panel-foot">
        ${rights.addsPeople
          ? html`<button class="button" data-test="add-people" @click=${add}>${words.say('people.add')}</button>`
          : nothing}
        ${rights.changes ? this.#settings() : nothing}
        <hf-leave-room .chat=${this.chat} .room=${this.room}></hf-leave-room>
      </div>
      <hf-find-people .chat=${this.chat} .room=${this.room}></hf-find-people>`;
  }

  #settings() {
    const show = () => this.ask('show-room-settings', this.room);
    return html`<button class="button" data-test="room-settings" @click=${show}>${words.say('rooms.settings')}</button>`;
  }

  #title() {
    return this.members ? words.say('rooms.members', { count: this.members.length }) : words.say('members.title');
  }

  #member(member) {
    const { id, name } = member;
    const profile = this.people.profile(id);
    const { displayName = member.displayName ?? name } = profile;
    const show = () => this.ask('show-person', { id, name: displayName });
    const isOpen = this.opened === id;
    return html`<li data-test="member">
      <div class="person">
        ${avatar({ id, name: displayName, picture: profile.picture }, 'small', show)}
        <div class="person-words">
          <button class="person-name" title=${displayName} data-test="member-name" @click=${show}><bdi>${displayName}</bdi></button>
          ${this.#what(member)} ${said(profile)}
        </div>
        ${this.#presence(id)}
        ${this.chat.rights(this.room).actsOn(member) ? this.#more(id, displayName, isOpen) : nothing}
      </div>
      ${isOpen ? this.#actions(member) : nothing}
    </li>`;
  }

  #more(id, name, isOpen) {
    const label = words.say('members.actions', { name });
    return html`<button
      class="icon-button"
      aria-label=${label}
      title=${label}
      aria-expanded=${isOpen}
      data-test="member-more"
      @click=${() => (this.opened = isOpen ? null : id)}
    >
      ${icon('more')}
    </button>`;
  }

  #actions(member) {
    return html`<hf-member-actions
      class="member-actions"
      .chat=${this.chat}
      .room=${this.room}
      .member=${member}
    ></hf-member-actions>`;
  }

  /** Whoever is not called something is a member. */
  #what({ id, role = 'member' }) {
    const you = id === this.chat.account.id ? [words.say('members.you')] : [];
    const what = role === 'member' ? you : [...you, words.say(`role.${role}`)];
    return what.length > 0 ? html`<span class="meta" data-test="member-role">${what.join(' · ')}</span>` : nothing;
  }

  /** In words, too: a colour alone says nothing to some. */
  #presence(id) {
    const state = this.people.stateOf(this.room.log, id);
    if (!state) return nothing;
    const { shownAs } = this.chat.preferences.quiet;
    const said = shownAs && id === this.chat.account.id ? `shown.${shownAs}` : `members.${state}`;
    return html`<span class="presence" data-state=${state} data-test="presence">${words.say(said)}</span>`;
  }

  /** The button goes once it has helped, and the keyboard with it unless it is taken elsewhere in the panel. */
  async #again() {
    await this.#fetch(this.room.log);
    await this.updateComplete;
    if (document.activeElement === document.body) this.querySelector('button').focus();
  }

  async #fetch(log) {
    const answer = await this.chat.membership.of(log).then(
      (members) => ({ members, problem: null }),
      () => ({ problem: words.say('members.failed') }),
    );
    if (log === this.room.log) Object.assign(this, answer); // or the room was left meanwhile
  }
}

customElements.define('hf-members', MembersView);
