import { html, nothing } from 'lit';
import { reason } from './refusal.js';
import { MODEL, View } from './view.js';
import { words } from '../words/words.js';

const HOUR_MILLIS = 3_600_000;
const EVENING = { from: '18:00', to: '08:00' };

/** When this person wants quiet, at all of their devices. */
class QuietView extends View {
  static properties = { quiet: MODEL, refusal: { state: true } };
  static follows = ['quiet'];

  /** What they had before they turned it off here. */
  #last = EVENING;
  #sent = Promise.resolve();

  render() {
    return html`<h3>${words.say('alerts.quiet')}</h3>
      <p class="soft">${words.say('alerts.everywhere')}</p>
      ${this.#doNotDisturb()} ${this.#hours()}
      ${this.refusal ? html`<p class="problem" role="alert">${reason(this.refusal)}</p>` : nothing}`;
  }

  #doNotDisturb() {
    const { until } = this.quiet;
    if (until > Date.now()) return this.#isOn(until);
    const choice = (label, lifetime, hook) =>
      html`<button class="button" data-test=${hook} @click=${() => this.#want({ doNotDisturb: { lifetime: lifetime() } })}>
        ${words.say(label)}
      </button>`;
    return html`<div class="alert-choices" role="group" aria-label=${words.say('alerts.quiet')}>
      ${choice('alerts.forAnHour', () => HOUR_MILLIS, 'quiet-hour')}
      ${choice('alerts.untilTomorrow', () => tomorrow() - Date.now(), 'quiet-tomorrow')}
      ${choice('alerts.untilTurnedOff', () => undefined, 'quiet-on')}
    </div>`;
  }

  #isOn(until) {
    const what = until === Infinity ? words.say('alerts.isQuiet') : words.say('alerts.isQuietUntil', { time: words.moment(until) });
    return html`<div class="alert-row">
      <span role="status" data-test="is-quiet">${what}</span>
      <button class="button" data-test="quiet-off" @click=${() => this.#want({ doNotDisturb: null })}>
        ${words.say('alerts.turnOff')}
      </button>
    </div>`;
  }

  #hours() {
    const { hours } = this.quiet;
    this.#last = hours ?? this.#last;
    return html`<label class="alert-check">
        <input type="checkbox" data-test="alerts-quietHours" .checked=${hours !== undefined} @change=${(event) => this.#turn(event.target)} />
        <span>${words.say('alerts.quietHours')}</span>
      </label>
      ${hours ? html`<div class="alert-times">${this.#time('from')} ${this.#time('to')} ${this.#zone()}</div>` : nothing}`;
  }

  async #turn(box) {
    await this.#want({ quietHours: box.checked ? { zone: here(), ...this.#last } : null });
    // What was refused is as it was.
    box.checked = this.quiet.hours !== undefined;
  }

  /** A time that is not whole yet is not taken. */
  #time(name) {
    const take = ({ target }) => target.value && this.#wantHours();
    return html`<label class="field">
      <span>${words.say(`alerts.${name}`)}</span>
      <input class="input" type="time" required data-test="quiet-${name}" .value=${this.#last[name]} @change=${take} />
    </label>`;
  }

  #zone() {
    const { zone } = this.#last;
    return html`<label class="field alert-zone">
      <span>${words.say('alerts.zone')}</span>
      <select class="input" data-test="quiet-zone" @change=${() => this.#wantHours()}>
        ${zones(zone).map((each) => html`<option value=${each} .selected=${each === zone}>${each.replaceAll('_', ' ')}</option>`)}
      </select>
    </label>`;
  }

  /** As they stand there: what was said a moment ago has not come back yet. */
  #wantHours() {
    const said = (name) => this.querySelector(`[data-test=quiet-${name}]`).value || this.#last[name];
    return this.#want({ quietHours: { from: said('from'), to: said('to'), zone: said('zone') } });
  }

  /** One after the other: the last one holds. */
  #want(wanted) {
    this.#sent = this.#sent.then(() => this.#send(wanted));
    return this.#sent;
  }

  async #send(wanted) {
    this.refusal = null;
    try {
      await this.quiet.want(wanted);
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

/** In the morning. */
function tomorrow() {
  const date = new Date();
  date.setDate(date.getDate() + 1);
  return date.setHours(9, 0, 0, 0);
}

/** The time zone of this device. */
function here() {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All that the browser knows, and the two that matter. */
function zones(chosen) {
  return [...new Set([...(Intl.supportedValuesOf?.('timeZone') ?? []), here(), chosen])].sort();
}

customElements.define('hf-quiet', QuietView);
