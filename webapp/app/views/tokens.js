import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { field } from './field.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

const SCOPES = ['read', 'write', 'admin'];
const DAY = 86_400_000;
const LIFETIMES = [30, 90, 365, 0]; // days; 0: for ever

/** The tokens with which one's own programs come in. */
class TokensView extends DialogView {
  static properties = {
    login: MODEL,
    account: MODEL,
    tokens: { state: true },
    made: { state: true },
    refusal: { state: true },
  };

  opened() {
    Object.assign(this, { tokens: null, made: null, refusal: null });
    this.#do(() => {});
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="tokens">
      <p class="soft">${words.say('tokens.about')}</p>
      ${this.#form()} ${this.made ? this.#shown() : nothing}
      ${this.refusal ? html`<p class="problem" role="alert" data-test="problem">${reason(this.refusal)}</p>` : nothing}
      ${this.#list()}
    </div>`;
    return this.dialog(words.say('tokens.title'), content);
  }

  #form() {
    const scopes = SCOPES.filter((scope) => scope !== 'admin' || this.account.role === 'admin');
    return html`<form class="stack" @submit=${(event) => this.#make(event)}>
      ${field({ name: 'token-name', label: 'tokens.name', hint: 'tokens.nameHint', maxlength: 60 })}
      ${this.#choice('scope', scopes, 'write', (scope) => words.say(`tokens.scope.${scope}`))}
      ${this.#choice('lifetime', LIFETIMES, 90, (days) => (days ? words.say('tokens.days', { count: days }) : words.say('tokens.forEver')))}
      <div class="dialog-foot">
        <button class="button main" data-test="make-token">${words.say('tokens.make')}</button>
      </div>
    </form>`;
  }

  #choice(name, values, usual, labelOf) {
    return html`<label class="field">
      <span>${words.say(`tokens.${name}`)}</span>
      <select class="input" name=${name} data-test="token-${name}">
        ${values.map((value) => html`<option value=${value} ?selected=${value === usual}>${labelOf(value)}</option>`)}
      </select>
    </label>`;
  }

  #shown() {
    return html`<label class="field">
      <span>${words.say('tokens.token')}</span>
      <input class="input" readonly .value=${this.made} data-test="token" @focus=${(event) => event.target.select()} />
      <small role="status">${words.say('tokens.once')}</small>
    </label>`;
  }

  #list() {
    if (!this.tokens || this.tokens.length === 0) return nothing;
    return html`<ul class="logins" data-test="token-list">
      ${this.tokens.map((token) => this.#item(token))}
    </ul>`;
  }

  #item({ id, name, scope, expiresAt, lastUsedAt }) {
    const used = lastUsedAt ? words.say('tokens.used', { time: words.moment(lastUsedAt) }) : words.say('tokens.neverUsed');
    const until = expiresAt ? words.say('tokens.until', { time: words.moment(expiresAt) }) : words.say('tokens.forEver');
    const revoke = () => this.#do(() => this.login.http.ask('DELETE', `api/tokens/${id}`));
    return html`<li class="login-item">
      <div class="offer-words">
        <strong dir="auto">${name}</strong>
        <span class="soft">${words.say(`tokens.scope.${scope}`)} · ${until} · ${used}</span>
      </div>
      <button class="button" aria-label=${words.say('tokens.revokeNamed', { name })} data-test="revoke-token" @click=${revoke}>
        ${words.say('invite.revoke')}
      </button>
    </li>`;
  }

  #make(event) {
    event.preventDefault();
    const form = event.target;
    const { 'token-name': name, scope, lifetime: days } = Object.fromEntries(new FormData(form));
    const lifetime = Number(days) > 0 ? { lifetime: Number(days) * DAY } : {};
    return this.#do(async () => {
      this.made = (await this.login.http.ask('POST', 'api/tokens', { name, scope, ...lifetime })).token;
      form.reset();
    });
  }

  async #do(work) {
    this.refusal = null;
    try {
      await work();
      this.tokens = (await this.login.http.ask('GET', 'api/tokens')).tokens;
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-tokens', TokensView);
