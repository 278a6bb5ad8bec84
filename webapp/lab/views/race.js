import { html, nothing, svg } from 'lit';
import { MODEL, View } from '../../app/views/view.js';
import { reason } from '../../app/views/refusal.js';
import { words } from '../../app/words/words.js';
import { nameOf } from './parts.js';

/** A bar that is full: so long, or longer. */
const SHORTEST_SCALE = 100;

/** One message, seen to arrive over each line. */
class RaceView extends View {
  static properties = { race: MODEL, refusal: MODEL };
  static follows = ['race'];

  render() {
    const refusal = this.refusal ?? this.race?.refusal;
    return html`<section class="lab-panel" aria-label=${words.say('lab.race')} data-test="race">
      <h2>${words.say('lab.race')}</h2>
      <p class="meta">${words.say('lab.race.hint')}</p>
      <div class="lab-buttons">
        <button class="button main" data-test="post" ?disabled=${!this.race} @click=${() => this.#post()}>
          ${words.say('lab.post')}
        </button>
      </div>
      ${refusal ? html`<p class="problem" role="alert">${reason(refusal)}</p>` : nothing}
      ${this.race?.isStarted ? this.#table() : nothing}
    </section>`;
  }

  #post() {
    this.race.start(words.say('lab.message', { time: words.timeOfDay(Date.now()) }));
  }

  #table() {
    const { race } = this;
    return html`<table class="lab-race">
      <caption class="heard-only">${words.say('lab.race.caption')}</caption>
      <tbody>
        ${this.#row(words.say('lab.acked'), race.acked, 'acked')}
        ${race.rigs.map((rig) => this.#row(nameOf(rig), race.arrival(rig), rig.name))}
      </tbody>
    </table>`;
  }

  #row(name, millis, hook) {
    return html`<tr data-test="arrival" data-name=${hook} data-is-there=${millis !== null}>
      <th scope="row">${name}</th>
      <td class="lab-bar">${millis === null ? nothing : this.#bar(millis)}</td>
      <td>${millis === null ? words.say('lab.underWay') : words.say('line.millis', { value: Math.round(millis) })}</td>
    </tr>`;
  }

  #bar(millis) {
    const width = (100 * millis) / Math.max(SHORTEST_SCALE, this.race.slowest);
    return html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect width=${Math.max(1, width).toFixed(1)} height="8" />`}
    </svg>`;
  }
}

customElements.define('hf-lab-race', RaceView);
