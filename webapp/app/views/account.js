import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { field, newPassword } from './field.js';
import { reason } from './refusal.js';
import { deviceName } from '../models/device.js';
import { words } from '../words/words.js';

/** One's own account: where it is signed in, and its password. */
class AccountView extends DialogView {
  static properties = {
    login: MODEL,
    logins: { state: true },
    refusal: { state: true },
    isChanged: { state: true },
  };

  opened() {
    this.logins = null;
    this.#forget();
    this.#load();
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="account">
      <h3>${words.say('account.logins')}</h3>
      ${this.logins ? this.#list() : html`<p class="soft" role="status">${words.say('login.asking')}</p>`}
      <h3>${words.say('account.password')}</h3>
      ${this.#passwordForm()} ${this.#outcome()}
    </div>`;
    return this.dialog(words.say('account.title'), content);
  }

  #list() {
    const others = this.logins.filter(({ current }) => !current);
    return html`<ul class="logins" data-test="logins">
        ${this.logins.map((login) => this.#item(login))}
      </ul>
      ${others.length > 1 ? this.#endOthers() : nothing}`;
  }

  #item({ id, device, lastSeenAt, current, connections }) {
    const seen = current
      ? words.say('account.here')
      : words.say(connections.length > 0 ? 'account.connected' : 'account.seen', { time: words.moment(lastSeenAt) });
    const name = deviceName(device) || words.say('account.unknownDevice');
    return html`<li class="login-item">
      <div class="offer-words"><strong title=${device}>${name}</strong><span class="soft">${seen}</span></div>
      ${current ? nothing : this.#end(id, name)}
    </li>`;
  }

  #end(id, name) {
    const label = words.say('account.endNamed', { device: name });
    const end = () => this.#do(() => this.login.http.ask('DELETE', `api/logins/${id}`));
    return html`<button class="button" aria-label=${label} data-test="end-login" @click=${end}>
      ${words.say('settings.signOut')}
    </button>`;
  }

  #endOthers() {
    const end = () => this.#do(() => this.login.http.ask('DELETE', 'api/logins'));
    return html`<button class="button" data-test="end-others" @click=${end}>${words.say('account.endOthers')}</button>`;
  }

  #passwordForm() {
    const current = { name: 'current', label: 'account.current', type: 'password', maxlength: 200 };
    return html`<form class="stack" @submit=${(event) => this.#change(event)}>
      ${field({ ...current, autocomplete: 'current-password' })} ${newPassword('new-password', 'account.new')}
      <small class="soft">${words.say('account.passwordEnds')}</small>
      <div class="dialog-foot">
        <button class="button main" data-test="change-password">${words.say('account.change')}</button>
      </div>
    </form>`;
  }

  #outcome() {
    if (this.refusal)
      return html`<p class="problem" role="alert" data-test="problem">${this.#why()}</p>`;
    const said = this.isChanged ? words.say('account.changed') : '';
    return html`<p role="status" data-test="changed" ?hidden=${!said}>${said}</p>`;
  }

  #why() {
    return this.refusal.code === 'wrong_login' ? words.say('account.wrong') : reason(this.refusal);
  }

  async #change(event) {
    event.preventDefault();
    const form = event.target;
    const { current, 'new-password': password } = Object.fromEntries(new FormData(form));
    await this.#do(async () => {
      await this.login.http.ask('PUT', 'api/password', { current, password });
      form.reset();
      this.isChanged = true;
    });
  }

  async #do(work) {
    this.#forget();
    try {
      await work();
      await this.#load();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }

  #forget() {
    this.refusal = null;
    this.isChanged = false;
  }

  async #load() {
    try {
      this.logins = (await this.login.http.ask('GET', 'api/logins')).logins;
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-account', AccountView);
