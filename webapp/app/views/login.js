import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

const LANGUAGE_NAMES = { en: 'English', zh: '简体中文' };

/** The door: signing in, or up. A browser that nobody signed in with yet is offered an account first. */
class LoginView extends View {
  static properties = {
    login: MODEL,
    preferences: MODEL,
    isNew: { state: true },
    refusal: { state: true },
    isBusy: { state: true },
  };

  willUpdate(changed) {
    super.willUpdate(changed);
    this.isNew ??= !this.login.isKnown;
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    return html`<main class="login">
      <div class="login-card">
        <div class="login-top">
          <img src="./logo.svg" alt="" />
          <h1>${words.say('app.name')}</h1>
        </div>
        <p class="soft">${words.say('login.welcome')}</p>
        <div class="tabs">
          ${this.#tab(true, 'login.signUp', 'to-sign-up')} ${this.#tab(false, 'login.signIn', 'to-sign-in')}
        </div>
        ${this.#form()}
        <div class="login-language">${Object.keys(LANGUAGE_NAMES).map((language) => this.#language(language))}</div>
      </div>
    </main>`;
  }

  #tab(isNew, label, hook) {
    const choose = () => {
      this.isNew = isNew;
      this.refusal = null;
    };
    return html`<button aria-pressed=${this.isNew === isNew} data-test=${hook} @click=${choose}>
      ${words.say(label)}
    </button>`;
  }

  #form() {
    return html`<form @submit=${(event) => this.#submit(event)}>
      ${this.#field({ name: 'name', label: 'login.name', autocomplete: 'username', maxlength: 60 })}
      ${this.isNew ? this.#displayName() : nothing} ${this.#password()}
      ${this.refusal ? html`<p class="problem" role="alert" data-test="problem">${reason(this.refusal)}</p>` : nothing}
      <button class="button main" ?disabled=${this.isBusy} data-test=${this.isNew ? 'sign-up' : 'sign-in'}>
        ${words.say(this.isNew ? 'login.signUp' : 'login.signIn')}
      </button>
    </form>`;
  }

  #displayName() {
    const said = { label: 'login.displayName', hint: 'login.displayNameHint' };
    return this.#field({ name: 'display-name', ...said, maxlength: 60, required: false });
  }

  #password() {
    const common = { name: 'password', label: 'login.password', type: 'password' };
    return this.isNew
      ? this.#field({
          ...common,
          hint: 'login.passwordHint',
          autocomplete: 'new-password',
          minlength: 8,
          maxlength: 200,
        })
      : this.#field({ ...common, autocomplete: 'current-password', maxlength: 200 });
  }

  #field({ name, label, hint, type = 'text', autocomplete = 'off', minlength = 0, maxlength, required = true }) {
    return html`<label class="field">
      <span>${words.say(label)}</span>
      <input
        class="input"
        name=${name}
        type=${type}
        dir="auto"
        autocomplete=${autocomplete}
        autocapitalize="none"
        minlength=${minlength}
        maxlength=${maxlength}
        ?required=${required}
        data-test=${name}
      />
      ${hint ? html`<small>${words.say(hint)}</small>` : nothing}
    </label>`;
  }

  #language(language) {
    const choose = () => (this.preferences.language = language);
    return html`<button class="link-button" lang=${language} @click=${choose}>${LANGUAGE_NAMES[language]}</button>`;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.isBusy) return;
    const given = Object.fromEntries(new FormData(event.target));
    this.isBusy = true;
    this.refusal = null;
    try {
      await this.#enter(given);
    } catch (refusal) {
      this.refusal = refusal;
    } finally {
      this.isBusy = false;
    }
  }

  #enter({ name, password, 'display-name': displayName }) {
    if (!this.isNew) return this.login.signIn({ name, password });
    return this.login.signUp({ name, password, displayName: displayName.trim() || name });
  }
}

customElements.define('hf-login', LoginView);
