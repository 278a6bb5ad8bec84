import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { SoughtView } from './sought.js';
import { words } from '../words/words.js';

const ROLES = ['admin', 'member', 'guest', 'bot'];

/** For administrators: who there is, as what, and whether they may come in. */
class AccountsView extends SoughtView {
  static properties = { login: MODEL, reset: { state: true } };

  opened() {
    this.reset = null;
    super.opened();
  }

  answer(query) {
    return this.login.http.ask('GET', `api/accounts?${query}`);
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="accounts">
      ${this.field(words.say('accounts.find'), 'find-account')} ${this.reset ? this.#resetLink() : nothing}
      ${this.problem()} ${this.answered((found) => this.#list(found))}
    </div>`;
    return this.dialog(words.say('accounts.title'), content);
  }

  #list({ total, accounts }) {
    if (total === 0) return html`<p class="soft">${words.say('accounts.none')}</p>`;
    return html`<p class="soft" data-test="accounts-total">${words.say('accounts.total', { count: total })}</p>
      <ul class="logins">
        ${repeat(
          accounts,
          ({ id }) => id,
          (account) => this.#item(account),
        )}
      </ul>
      ${this.more(accounts.length, total, words.say('accounts.more'), 'accounts-more')}`;
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

  #change(id, change) {
    return this.#do(() => this.login.http.ask('PATCH', `api/accounts/${id}`, change));
  }

  #makeReset(id, name) {
    return this.#do(async () => {
      const { token } = await this.login.http.ask('POST', `api/accounts/${id}/reset`);
      this.reset = { name, link: new URL(`#reset=${token}`, document.baseURI).href };
    });
  }

  /** Also what was refused is shown as it is. */
  async #do(work) {
    await this.act(work);
    await this.load();
  }
}

customElements.define('hf-accounts', AccountsView);
