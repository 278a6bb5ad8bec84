import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { forgetLink, linkInAddress } from './address.js';
import { field, newPassword } from './field.js';
import { languageChoice } from './language-choice.js';
import { principalDoor, providerDoor, providerProblem } from './provider.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** The door: signing in, or up. A browser that nobody signed in with yet is offered an account first. */
class LoginView extends View {
  static properties = {
    login: MODEL,
    preferences: MODEL,
    isNew: { state: true },
    refusal: { state: true },
    isBusy: { state: true },
    link: { state: true },
    isReset: { state: true },
    doors: { state: true },
  };

  /** A link may be pasted into a page that is open. */
  #pasted = () => {
    this.link = linkInAddress() ?? {};
    this.isNew ||= Boolean(this.link.invitation);
  };

  willUpdate(changed) {
    super.willUpdate(changed);
    this.isNew ??= Boolean(this.link.invitation) || !this.login.isKnown;
  }

  connectedCallback() {
    super.connectedCallback();
    this.link ??= linkInAddress() ?? {};
    addEventListener('hashchange', this.#pasted);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#pasted);
  }

  firstUpdated() {
    this.#lookForDoors();
  }

  updated(changed) {
    if (changed.has('doors')) this.querySelector('[data-test=principal], [data-test=provider], input')?.focus();
  }

  /** Nobody is offered an account where none can be made. */
  async #lookForDoors() {
    if (!this.login.doors) await this.login.lookForDoors();
    const { doors } = this.login;
    if (doors.provider || doors.signUp === false) this.isNew = Boolean(this.link.invitation);
    this.doors = doors;
  }

  render() {
    return html`<main class="login">
      <div class="login-card">
        <div class="login-top">
          <img src="./logo.svg" alt="" />
          <h1>${words.say('app.name')}</h1>
        </div>
        <p class="soft" data-test="login-about">${words.say(this.#about())}</p>
        ${this.doors ? this.#wayIn() : nothing}
        ${languageChoice(this.preferences)}
      </div>
    </main>`;
  }

  #about() {
    if (this.isReset) return 'login.passwordSet';
    if (this.link.reset) return 'login.reset';
    return this.link.invitation ? 'login.invited' : 'login.welcome';
  }

  #wayIn() {
    return this.link.reset ? this.#resetForm() : this.#door();
  }

  #door() {
    return html`${providerProblem(this.link.refused)} ${principalDoor(this.doors, this.isBusy, () => this.#enterAsKnown())}
      ${providerDoor(this.doors)}
      ${this.#mayBeNew() ? this.#tabs() : nothing} ${this.#form()}`;
  }

  #tabs() {
    return html`<div class="tabs">
      ${this.#tab(true, 'login.signUp', 'to-sign-up')} ${this.#tab(false, 'login.signIn', 'to-sign-in')}
    </div>`;
  }

  #mayBeNew() {
    return Boolean(this.link.invitation) || this.doors.signUp !== false;
  }

  #resetForm() {
    return html`<form @submit=${(event) => this.#submit(event)}>
      ${newPassword('password', 'account.new')} ${this.#problem()}
      <button class="button main" ?disabled=${this.isBusy} data-test="set-password">
        ${words.say('login.setPassword')}
      </button>
    </form>`;
  }

  #problem() {
    if (!this.refusal) return nothing;
    const isUsed = this.refusal.code === 'forbidden' && (this.link.reset || (this.isNew && this.link.invitation));
    const why = isUsed ? words.say('login.linkUsed') : reason(this.refusal);
    return html`<p class="problem" role="alert" data-test="problem">${why}</p>`;
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
      ${field({ name: 'name', label: 'login.name', autocomplete: 'username', maxlength: 60 })}
      ${this.isNew ? this.#displayName() : nothing} ${this.#password()}
      ${this.#problem()}
      <button
        class=${this.doors.provider || this.doors.principal ? 'button' : 'button main'}
        ?disabled=${this.isBusy}
        data-test=${this.isNew ? 'sign-up' : 'sign-in'}
      >
        ${words.say(this.isNew ? 'login.signUp' : 'login.signIn')}
      </button>
    </form>`;
  }

  #displayName() {
    const said = { label: 'login.displayName', hint: 'login.displayNameHint' };
    return field({ name: 'display-name', ...said, maxlength: 60, required: false });
  }

  #password() {
    if (this.isNew) return newPassword('password', 'login.password');
    const current = { name: 'password', label: 'login.password', type: 'password', maxlength: 200 };
    return field({ ...current, autocomplete: 'current-password' });
  }

  #submit(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    return this.#try(() => this.#enter(given));
  }

  #enterAsKnown() {
    return this.#try(() => this.login.enterAsKnown());
  }

  async #try(enter) {
    if (this.isBusy) return;
    this.isBusy = true;
    this.refusal = null;
    if (this.link.refused) this.#forgetRefused();
    try {
      await enter();
    } catch (refusal) {
      this.refusal = refusal;
    } finally {
      this.isBusy = false;
    }
  }

  #forgetRefused() {
    forgetLink();
    this.link = {};
  }

  #enter({ name, password, 'display-name': displayName }) {
    if (this.link.reset) return this.#reset(password);
    if (!this.isNew) return this.login.signIn({ name, password });
    return this.#signUp({ name, password, displayName: displayName.trim() || name });
  }

  async #signUp(person) {
    const { invitation } = this.link;
    await this.login.signUp(invitation ? { ...person, invitation } : person);
    if (invitation) forgetLink();
  }

  async #reset(password) {
    await this.login.http.ask('POST', 'api/password', { token: this.link.reset, password });
    forgetLink();
    this.link = {};
    this.isReset = true;
    this.isNew = false;
  }
}

customElements.define('hf-login', LoginView);
