import { html } from 'lit';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { fetchView } from './late.js';
import { words } from '../words/words.js';

/** Opens the small menu of what is one's own. */
class SettingsView extends View {
  static properties = { chat: MODEL, login: MODEL, preferences: MODEL, alerts: MODEL };
  static follows = ['alerts'];

  render() {
    const label = this.#label();
    return html`<button
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

  /** Who wants no disturbance must not forget that. */
  #label() {
    const title = words.say('settings.title');
    return this.alerts?.isDoNotDisturb ? `${title} · ${words.say('alerts.quiet')}` : title;
  }
}

customElements.define('hf-settings', SettingsView);
