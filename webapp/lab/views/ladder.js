import { html, nothing } from 'lit';
import { MODEL, View } from '../../app/views/view.js';
import { words } from '../../app/words/words.js';
import { block, counters, harms, journal, nameOf, roundTrip, stateLine } from './parts.js';

/** The client as the chat has it: it falls to what works, and climbs to what is best. */
class LadderView extends View {
  static properties = { rig: MODEL, pulse: MODEL };
  static follows = ['rig', 'pulse'];

  render() {
    const { rig } = this;
    return html`<section class="lab-panel" aria-label=${nameOf(rig)} data-test="rig" data-name=${rig.name}>
      <h2>${nameOf(rig)}</h2>
      <div class="lab-ladder">
        <div>
          ${stateLine(rig)}
          <p class="meta">${words.say('lab.ladder.hint')}</p>
          <ol class="lab-rungs">
            ${rig.transports.map((transport) => this.#rung(transport))}
          </ol>
          <div class="lab-buttons">${harms(rig)}</div>
        </div>
        <div>${roundTrip(rig)} ${counters(rig)} ${journal(rig)}</div>
      </div>
    </section>`;
  }

  /** The last cannot be blocked: who holds no request open gets through wherever the web does. */
  #rung(transport) {
    const { rig } = this;
    const isUsed = rig.status.transport === transport;
    const isLast = transport === rig.transports.at(-1);
    return html`<li data-test="rung" data-name=${transport} aria-current=${isUsed ? 'true' : nothing}>
      <span class="lab-rung-name">${words.say(`line.transport.${transport}`)}</span>
      <span class="meta">${words.say(this.#fate(transport, isUsed))}</span>
      ${isLast ? nothing : block(rig, transport)}
    </li>`;
  }

  #fate(transport, isUsed) {
    if (isUsed) return 'lab.rung.used';
    return this.rig.isBlocked(transport) ? 'lab.rung.blocked' : 'lab.rung.free';
  }
}

customElements.define('hf-lab-ladder', LadderView);
