import { html, nothing } from 'lit';
import { FOR_EVER } from '../models/alert-preferences.js';
import { chime } from './chime.js';
import { DialogView } from './dialog.js';
import { hasPopups, permission } from './popups.js';
import { MODEL } from './view.js';
import { words } from '../words/words.js';

const HOUR_MILLIS = 3_600_000;

/** How this person wants to be told of new messages at this browser, and when they want quiet. */
class AlertsView extends DialogView {
  static properties = { preferences: MODEL };
  static follows = ['preferences'];

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="alerts">
      ${this.#popups()} ${this.#sound()}
      <h3>${words.say('alerts.quiet')}</h3>
      ${this.#doNotDisturb()} ${this.#hours()}
      <p class="soft">${words.say('alerts.here')}</p>
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

  #doNotDisturb() {
    const { quietUntil } = this.preferences.all;
    if (quietUntil > Date.now()) return this.#quiet(quietUntil);
    const until = (label, moment, hook) =>
      html`<button class="button" data-test=${hook} @click=${() => this.preferences.want({ quietUntil: moment() })}>
        ${words.say(label)}
      </button>`;
    return html`<div class="alert-choices" role="group" aria-label=${words.say('alerts.quiet')}>
      ${until('alerts.forAnHour', () => Date.now() + HOUR_MILLIS, 'quiet-hour')}
      ${until('alerts.untilTomorrow', tomorrow, 'quiet-tomorrow')}
      ${until('alerts.untilTurnedOff', () => FOR_EVER, 'quiet-on')}
    </div>`;
  }

  #quiet(until) {
    const what = until === FOR_EVER ? words.say('alerts.isQuiet') : words.say('alerts.isQuietUntil', { time: words.moment(until) });
    return html`<div class="alert-row">
      <span role="status" data-test="is-quiet">${what}</span>
      <button class="button" data-test="quiet-off" @click=${() => this.preferences.want({ quietUntil: 0 })}>
        ${words.say('alerts.turnOff')}
      </button>
    </div>`;
  }

  #hours() {
    return html`${this.#check('quietHours')}
      ${this.preferences.all.quietHours ? html`<div class="alert-times">${this.#time('from')} ${this.#time('to')}</div>` : nothing}`;
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

  /** A time that is not whole yet is not taken. */
  #time(name) {
    const take = ({ target }) => target.value && this.preferences.want({ [name]: target.value });
    return html`<label class="field">
      <span>${words.say(`alerts.${name}`)}</span>
      <input class="input" type="time" required data-test="quiet-${name}" .value=${this.preferences.all[name]} @change=${take} />
    </label>`;
  }
}

/** In the morning. */
function tomorrow() {
  const date = new Date();
  date.setDate(date.getDate() + 1);
  return date.setHours(9, 0, 0, 0);
}

customElements.define('hf-alerts', AlertsView);
