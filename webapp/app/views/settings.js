import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { fetchView } from './late.js';
import { words } from '../words/words.js';

/** Opens the small menu of what is one's own. */
class SettingsView extends View {
  static properties = { chat: MODEL, login: MODEL, preferences: MODEL, alerts: MODEL };
  static follows = ['alerts', 'quiet'];

  get quiet() {
    return this.chat.preferences.quiet;
  }

  render() {
    const label = this.#label();
    return html`${this.#shownAs()}
      <button
        class="icon-button"
        popovertarget="settings"
        title=${label}
        aria-label=${label}
        data-test="settings"
        ?data-quiet=${this.alerts?.isDoNotDisturb}
      >
        ${icon('settings')}
      </button>
      <hf-settings-menu
        class="menu menu-list"
        id="settings"
        popover
        role="dialog"
        aria-label=${label}
        .chat=${this.chat}
        .login=${this.login}
        .preferences=${this.preferences}
        @beforetoggle=${() => fetchView('settings-menu')}
      ></hf-settings-menu>`;
  }

  /** Who wants no disturbance must not forget that, nor who is not seen as they are. */
  #label() {
    const { shownAs } = this.quiet;
    const marks = [this.alerts?.isDoNotDisturb && 'alerts.quiet', shownAs && `shown.${shownAs}`];
    return ['settings.title', ...marks.filter(Boolean)].map((key) => words.say(key)).join(' · ');
  }

  /** The button's name says it to a screen reader. */
  #shownAs() {
    const { shownAs } = this.quiet;
    return shownAs ? html`<span class="shown-as" aria-hidden="true" data-test="shown-as">${words.say(`shown.${shownAs}`)}</span>` : nothing;
  }
}

customElements.define('hf-settings', SettingsView);
