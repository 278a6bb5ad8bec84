import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { field } from './field.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

const ROLES = ['member', 'guest', 'admin'];

/** For administrators: makes links with which others make their accounts. */
class InviteView extends DialogView {
  static properties = {
    login: MODEL,
    link: { state: true },
    invitations: { state: true },
    refusal: { state: true },
  };

  opened() {
    this.link = null;
    this.refusal = null;
    this.invitations = [];
    this.#do(() => {});
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="invite">
      <p class="soft">${words.say('invite.about')}</p>
      ${this.#form()} ${this.link ? this.#made() : nothing}
      ${this.refusal ? html`<p class="problem" role="alert" data-test="problem">${reason(this.refusal)}</p>` : nothing}
      ${this.invitations.length > 0 ? this.#list() : nothing}
    </div>`;
    return this.dialog(words.say('invite.title'), content);
  }

  #form() {
    return html`<form class="stack" @submit=${(event) => this.#invite(event)}>
      ${field({ name: 'note', label: 'invite.note', hint: 'invite.noteHint', maxlength: 60, required: false })}
      <label class="field">
        <span>${words.say('invite.role')}</span>
        <select class="input" name="role" data-test="invite-role">
          ${ROLES.map((role) => html`<option value=${role}>${words.say(`role.${role}`)}</option>`)}
        </select>
      </label>
      <div class="dialog-foot">
        <button class="button main" data-test="make-link">${words.say('invite.make')}</button>
      </div>
    </form>`;
  }

  #made() {
    const choose = (event) => event.target.select();
    return html`<label class="field">
      <span>${words.say('invite.link')}</span>
      <input class="input" readonly .value=${this.link} data-test="invite-link" @focus=${choose} />
      <small role="status">${words.say('invite.once')}</small>
    </label>`;
  }

  #list() {
    return html`<h3>${words.say('invite.given')}</h3>
      <ul class="logins" data-test="invitations">
        ${this.invitations.map((invitation) => this.#item(invitation))}
      </ul>`;
  }

  #item({ id, role, note, expiresAt, usedBy }) {
    const state = usedBy
      ? words.say('invite.used', { name: usedBy })
      : words.say('invite.until', { time: words.moment(expiresAt) });
    const revoke = () => this.#do(() => this.login.http.ask('DELETE', `api/invitations/${id}`));
    return html`<li class="login-item">
      <div class="offer-words">
        <strong dir="auto">${note || words.say(`role.${role}`)}</strong><span class="soft">${state}</span>
      </div>
      ${usedBy
        ? nothing
        : html`<button class="button" data-test="revoke" @click=${revoke}>${words.say('invite.revoke')}</button>`}
    </li>`;
  }

  async #invite(event) {
    event.preventDefault();
    const wanted = Object.fromEntries(new FormData(event.target));
    this.link = null; // or the one before is taken for it
    await this.#do(async () => {
      const { token } = await this.login.http.ask('POST', 'api/invitations', wanted);
      this.link = new URL(`#invitation=${token}`, document.baseURI).href;
    });
  }

  async #do(work) {
    this.refusal = null;
    try {
      await work();
      this.invitations = (await this.login.http.ask('GET', 'api/invitations')).invitations;
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-invite', InviteView);
