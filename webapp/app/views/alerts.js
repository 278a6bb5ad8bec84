import { html, nothing } from 'lit';
import { chime } from './chime.js';
import { DialogView } from './dialog.js';
import { hasPopups, permission } from './popups.js';
import { MODEL } from './view.js';
import { words } from '../words/words.js';
import './own-words.js';
import './quiet.js';

/** How this person wants to be told of new messages at this browser; of which words, and when they want quiet, at all of their devices. */
class AlertsView extends DialogView {
  static properties = { preferences: MODEL, quiet: MODEL };
  static follows = ['preferences'];

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="alerts">
      <h3>${words.say('alerts.here')}</h3>
      ${this.#popups()} ${this.#sound()}
      <hf-own-words class="stack" .quiet=${this.quiet}></hf-own-words>
      <hf-quiet class="stack" .quiet=${this.quiet}></hf-quiet>
    </div>`;
    return this.dialog(words.say('alerts.title'), content);
  }

  #popups() {
    if (!hasPopups()) return html`<p class="soft" data-test="popups-missing">${words.say('alerts.missing')}</p>`;
    const ways = { granted: () => this.#check('popups'), default: () => this.#asking(), denied: () => this.#denied() };
    return ways[permission()]();
  }

  /** Browsers want it to be asked for by a click. */
  #asking() {
    return html`<p>${words.say('alerts.ask')}</p>
      <div><button class="button main" data-test="allow-popups" @click=${() => this.#allow()}>${words.say('alerts.allow')}</button></div>`;
  }

  #denied() {
    return html`<p class="soft" data-test="popups-denied">${words.say('alerts.denied')}</p>`;
  }

  async #allow() {
    if ((await Notification.requestPermission()) === 'granted') this.preferences.want({ popups: true });
    this.requestUpdate();
  }

  #sound() {
    return html`<div class="alert-row">
      ${this.#check('sound')}
      <button class="button" data-test="try-sound" @click=${() => chime()}>${words.say('alerts.trySound')}</button>
    </div>`;
  }

  #check(name) {
    return html`<label class="alert-check">
      <input
        type="checkbox"
        data-test="alerts-${name}"
        .checked=${this.preferences.all[name]}
        @change=${({ target }) => this.preferences.want({ [name]: target.checked })}
      />
      <span>${words.say(`alerts.${name}`)}</span>
    </label>`;
  }
}

customElements.define('hf-alerts', AlertsView);
