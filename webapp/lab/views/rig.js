import { html } from 'lit';
import { MODEL, View } from '../../app/views/view.js';
import { block, counters, harms, journal, nameOf, roundTrip, stateLine } from './parts.js';

/** One transport by itself. */
class RigView extends View {
  static properties = { rig: MODEL, pulse: MODEL };
  static follows = ['rig', 'pulse'];

  render() {
    const { rig } = this;
    return html`<section class="lab-panel" aria-label=${nameOf(rig)} data-test="rig" data-name=${rig.name}>
      <h2>${nameOf(rig)}</h2>
      ${stateLine(rig)} ${roundTrip(rig)} ${counters(rig)}
      <div class="lab-buttons">${harms(rig)} ${block(rig, rig.name)}</div>
      ${journal(rig)}
    </section>`;
  }
}

customElements.define('hf-lab-rig', RigView);
