import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

const ROLES = ['admin', 'member', 'guest', 'bot'];
const TYPING_MILLIS = 200;

/** For administrators: who there is, as what, and whether they may come in. */
class AccountsView extends DialogView {
  static properties = {
    login: MODEL,
    accounts: { state: true },
    reset: { state: true },
    refusal: { state: true },
  };

  #timer = null;
  #wanted = '';
  #asked = 0;

  opened() {
    Object.assign(this, { accounts: null, reset: null, refusal: null });
    this.#wanted = '';
    this.#do(() => {});
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="accounts">
      <input
        class="input"
        type="search"
        aria-label=${words.say('accounts.find')}
        placeholder=${words.say('accounts.find')}
        data-test="find-account"
        @input=${(event) => this.#find(event.target.value)}
      />
      ${this.reset ? this.#resetLink() : nothing}
      ${this.refusal ? html`<p class="problem" role="alert" data-test="problem">${reason(this.refusal)}</p>` : nothing}
      ${this.#list()}
    </div>`;
    return this.dialog(words.say('accounts.title'), content);
  }

  #list() {
    if (!this.accounts) return html`<p class="soft" role="status">${words.say('login.asking')}</p>`;
    if (this.accounts.length === 0) return html`<p class="soft">${words.say('accounts.none')}</p>`;
    return html`<ul class="logins">
      ${repeat(
        this.accounts,
        ({ id }) => id,
        (account) => this.#item(account),
      )}
    </ul>`;
  }

  #item(account) {
    const { displayName, disabled } = account;
    return html`<li class="login-item account-item" data-test="account-item">
      <div class="offer-words">
        <strong dir="auto">${displayName}</strong>
        <span class="soft">${disabled ? words.say('accounts.disabled') : this.#seen(account)}</span>
      </div>
      ${this.#roles(account)} ${this.#buttons(account)}
    </li>`;
  }

  #seen({ name, seenAt }) {
    const seen = seenAt ? words.say('account.seen', { time: words.moment(seenAt) }) : words.say('accounts.never');
    return html`<bdi>${name}</bdi> · ${seen}`;
  }

  /** As it is, also after a choice that was refused. */
  #roles(account) {
    const { id, role, displayName } = account;
    const choose = (event) => this.#change(id, { role: event.target.value });
    return html`<select
      class="input"
      aria-label=${words.say('accounts.role', { name: displayName })}
      data-test="account-role"
      .value=${live(role)}
      @change=${choose}
    >
      ${ROLES.map((each) => html`<option value=${each} ?selected=${each === role}>${words.say(`role.${each}`)}</option>`)}
    </select>`;
  }

  #buttons({ id, displayName, disabled, source }) {
    const name = disabled ? 'enable' : 'disable';
    return html`${source === 'own' && !disabled
      ? this.#button('reset', displayName, () => this.#makeReset(id, displayName))
      : nothing}
    ${this.#button(name, displayName, () => this.#change(id, { disabled: !disabled }))}`;
  }

  #button(what, name, act) {
    const label = words.say(`accounts.${what}Named`, { name });
    return html`<button class="button" aria-label=${label} data-test="account-${what}" @click=${act}>
      ${words.say(`accounts.${what}`)}
    </button>`;
  }

  #resetLink() {
    const { link, name } = this.reset;
    return html`<label class="field">
      <span>${words.say('accounts.resetFor', { name })}</span>
      <input class="input" readonly .value=${link} data-test="reset-link" @focus=${(event) => event.target.select()} />
      <small role="status">${words.say('accounts.resetOnce')}</small>
    </label>`;
  }

  #find(text) {
    clearTimeout(this.#timer);
    this.#wanted = text;
    this.#timer = setTimeout(() => this.#do(() => {}), TYPING_MILLIS);
  }

  #change(id, change) {
    return this.#do(() => this.login.http.ask('PATCH', `api/accounts/${id}`, change));
  }

  #makeReset(id, name) {
    return this.#do(async () => {
      const { token } = await this.login.http.ask('POST', `api/accounts/${id}/reset`);
      this.reset = { name, link: new URL(`#reset=${token}`, document.baseURI).href };
    });
  }

  /** The newest question counts: answers may come in another order. */
  async #do(work) {
    this.refusal = null;
    const asked = ++this.#asked;
    try {
      await work();
    } catch (refusal) {
      this.refusal = refusal;
    }
    const found = await this.#load();
    if (asked === this.#asked && found) this.accounts = found;
  }

  async #load() {
    try {
      const query = new URLSearchParams({ name: this.#wanted });
      return (await this.login.http.ask('GET', `api/accounts?${query}`)).accounts;
    } catch (refusal) {
      this.refusal = refusal;
      return null;
    }
  }
}

customElements.define('hf-accounts', AccountsView);
