import { html, nothing } from 'lit';
import { avatar } from './avatar.js';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { said } from './said.js';
import { MODEL } from './view.js';
import { talksWith, whereabouts } from '../models/whereabouts.js';
import { words } from '../words/words.js';

/** Who somebody is, and the way to them. */
class PersonCardView extends DialogView {
  static properties = { chat: MODEL, person: MODEL, refusal: { state: true }, shared: { state: true } };
  static follows = ['chat', 'people'];

  get people() {
    return this.chat?.people;
  }

  opened() {
    const { id } = this.person;
    this.refusal = null;
    this.shared = talksWith(this.chat, id);
    this.people.profileAnew(id);
    if (this.shared.length === 0) this.#look(this.chat.open, id);
  }

  /** Whoever is in the room and not seen there is offline; whoever has left it may be anywhere. */
  async #look(log, id) {
    if (!this.people.stateOf(log, id)) return; // of so many nobody can say it
    const members = await this.chat.membership.of(log).catch(() => []);
    if (this.person.id === id && members.some((each) => each.id === id)) this.shared = [...this.shared, log];
  }

  render() {
    if (!this.isOpen) return nothing;
    const profile = this.chat.people.profile(this.person.id);
    const { name, displayName = this.person.name, picture, about } = profile;
    const content = html`<div class="dialog-body" data-test="person-card">
      <div class="person-card">
        ${avatar({ id: this.person.id, name: displayName, picture }, 'large')}
        <div class="person-words">
          ${name && name !== displayName ? html`<bdi class="soft">${name}</bdi>` : nothing}
          ${this.#presence(profile)} ${said(profile)} ${this.#undisturbed(profile)}
          ${about ? html`<p dir="auto" data-test="about">${about}</p>` : nothing}
        </div>
      </div>
      ${this.refusal ? html`<p class="problem" role="alert">${reason(this.refusal)}</p>` : nothing}
      <div class="dialog-foot">${this.#actions(picture)}</div>
    </div>`;
    return this.dialog(displayName, content);
  }

  #presence({ doNotDisturb }) {
    const state = whereabouts(this.chat, this.person.id, this.shared);
    // That is said at more length.
    if (!state || (state === 'busy' && doNotDisturb)) return nothing;
    return html`<span class="presence" data-state=${state} data-test="card-presence">${words.say(`members.${state}`)}</span>`;
  }

  /** Whether they are here or not: whoever writes to them knows what to expect. */
  #undisturbed({ doNotDisturb }) {
    if (!doNotDisturb) return nothing;
    const { until } = doNotDisturb;
    const what = until ? words.say('person.undisturbedUntil', { time: words.moment(until) }) : words.say('person.undisturbed');
    return html`<p class="undisturbed" data-test="undisturbed">${what}</p>`;
  }

  #actions(picture) {
    const isSelf = this.person.id === this.chat.account.id;
    const mayTakeAway = picture && !isSelf && this.chat.account.role === 'admin';
    return [
      mayTakeAway ? this.#button('person.removePicture', 'remove-picture', () => this.#takeAway()) : nothing,
      isSelf ? this.#button('profile.edit', 'edit-profile', () => this.#edit()) : nothing,
      !isSelf && this.chat.doors.mayBegin ? this.#button('person.message', 'message-person', () => this.#write(), 'main') : nothing,
    ];
  }

  #button(label, hook, act, sort = '') {
    return html`<button class="button ${sort}" data-test=${hook} @click=${act}>${words.say(label)}</button>`;
  }

  #edit() {
    this.hide();
    this.updateComplete.then(() => this.ask('show-own-profile'));
  }

  #write() {
    return this.#attempt(async () => {
      await this.chat.doors.openDirect(this.person.id);
      this.hideInto();
    });
  }

  #takeAway() {
    return this.#attempt(async () => {
      await this.chat.http.ask('DELETE', `api/accounts/${this.person.id}/picture`);
      this.chat.people.profileAnew(this.person.id);
    });
  }

  async #attempt(act) {
    this.refusal = null;
    try {
      await act();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-person-card', PersonCardView);
