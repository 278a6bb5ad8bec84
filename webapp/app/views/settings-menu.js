import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { avatar } from './avatar.js';
import { reason } from './refusal.js';
import { said } from './said.js';
import { ORDERS } from '../models/list-preferences.js';
import { DENSITIES, ENTERS, LANGUAGES, THEMES } from '../models/preferences.js';
import { words } from '../words/words.js';

const SHOWN_AS = ['automatic', 'away', 'invisible'];
const LANGUAGE_NAMES = { en: 'English', zh: '简体中文' };

/** Who I am and as what others see me, language, theme, density, what Enter does, what can be set elsewhere, the way out. */
class SettingsMenuView extends View {
  static properties = { chat: MODEL, login: MODEL, preferences: MODEL, refusal: { state: true } };
  static follows = ['preferences', 'chat', 'quiet', 'list'];

  get quiet() {
    return this.chat.preferences.quiet;
  }

  get list() {
    return this.chat.list.preferences;
  }

  render() {
    return html`${this.#account()} ${this.#looks()} ${this.#own()}
      ${this.chat.account.role === 'admin' ? this.#administrators() : nothing} ${this.#wayOut()}`;
  }

  #account() {
    const { account, people } = this.chat;
    const profile = people.profile(account.id);
    const { displayName = account.displayName ?? account.name } = profile;
    return html`<div class="menu-group">
      <div class="menu-account">
        ${avatar({ id: account.id, name: displayName, picture: profile.picture })}
        <div class="offer-words"><strong dir="auto">${displayName}</strong>${said(profile)}</div>
      </div>
      ${this.#shownAs()}
      ${this.#opener('show-own-status', 'status.set')} ${this.#opener('show-own-profile', 'profile.title')}
    </div>`;
  }

  /** At all devices, until it is changed. */
  #shownAs() {
    const { shownAs } = this.quiet;
    return html`<label class="field beside">
        <span>${words.say('shown.title')}</span>
        <select class="input" data-test="choose-shown-as" @change=${({ target }) => this.#show(target)}>
          ${SHOWN_AS.map((each) => html`<option value=${each} .selected=${each === (shownAs ?? 'automatic')}>${words.say(`shown.${each}`)}</option>`)}
        </select>
      </label>
      <p class="soft menu-hint" role="status">${shownAs ? words.say(`shown.${shownAs}Hint`) : ''}</p>`;
  }

  async #show(choice) {
    this.refusal = null;
    try {
      await this.quiet.want({ shownAs: choice.value === 'automatic' ? null : choice.value });
    } catch (refusal) {
      this.refusal = refusal;
      choice.value = this.quiet.shownAs ?? 'automatic';
    }
  }

  #looks() {
    return html`<div class="menu-group">
      ${this.#choice('language', LANGUAGES, (language) => LANGUAGE_NAMES[language])}
      ${this.#choice('theme', THEMES)} ${this.#choice('density', DENSITIES)} ${this.#choice('enter', ENTERS)}
      ${this.#choice('order', ORDERS, undefined, this.list)}
    </div>`;
  }

  #choice(name, values, labelOf = (value) => words.say(`settings.${name}.${value}`), preferences = this.preferences) {
    const choose = (event) => (preferences[name] = event.target.value);
    const chosen = preferences[name];
    return html`<label class="field beside">
      <span>${words.say(`settings.${name}`)}</span>
      <select class="input" data-test=${name} @change=${choose}>
        ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${labelOf(value)}</option>`)}
      </select>
    </label>`;
  }

  #own() {
    return html`<div class="menu-group">
      ${this.#opener('show-account', 'account.title')} ${this.#opener('show-alerts', 'alerts.title')}
      ${this.#opener('show-tokens', 'tokens.title')} ${this.#opener('show-shortcuts', 'keys.title')}
    </div>`;
  }

  #administrators() {
    return html`<div class="menu-group">
      ${this.#opener('show-accounts', 'accounts.title')} ${this.#opener('show-invite', 'invite.title')}
      ${this.#opener('show-all-rooms', 'allRooms.title')}
      ${this.#opener('show-connections', 'connections.title')} ${this.#opener('show-audit', 'audit.title')}
      <a class="button" href="./lab/" data-test="lab">${words.say('settings.lab')}</a>
    </div>`;
  }

  #wayOut() {
    return html`<div class="menu-group">
      <button class="button" data-test="sign-out" @click=${() => this.#signOut()}>
        ${words.say('settings.signOut')}
      </button>
      <p class="problem" role="alert" ?hidden=${!this.refusal}>${this.refusal ? reason(this.refusal) : ''}</p>
    </div>`;
  }

  /** Asks for a dialog, which the page shows. */
  #opener(asks, label) {
    const open = () => {
      this.hidePopover();
      this.ask(asks);
    };
    return html`<button class="button" data-test=${asks} @click=${open}>${words.say(label)}</button>`;
  }

  async #signOut() {
    try {
      await this.login.signOut();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-settings-menu', SettingsMenuView);
