import { html, nothing, svg } from 'lit';
import { MODEL, View } from './view.js';
import { SPAN_MILLIS } from '../models/pulse.js';
import { words } from '../words/words.js';

const WIDTH = 232;
const HEIGHT = 40;
const EDGE = 3;
/** From one measurement to the next while somebody looks. */
const MEASURE_MILLIS = 2_000;

/** Behind the dot: the transport, the round trip, and how it went in the last five minutes. */
class LineDetailsView extends View {
  static properties = { line: MODEL, pulse: MODEL };
  static follows = ['line', 'pulse'];
  #measuring = null;

  constructor() {
    super();
    this.addEventListener('toggle', ({ newState }) => (newState === 'open' ? this.#opened() : this.#rest()));
  }

  firstUpdated() {
    if (this.matches(':popover-open')) this.#opened();
  }

  render() {
    const transport = words.say(`line.transport.${this.line.transport ?? 'none'}`);
    return html`<dl>
        ${this.#fact('line.transport', transport, 'transport')} ${this.#fact('line.roundTrip', this.#millis(this.pulse.last))}
      </dl>
      ${this.pulse.last === null ? nothing : this.#history()}`;
  }

  disconnectedCallback() {
    this.#rest();
    super.disconnectedCallback();
  }

  #opened() {
    this.#rest();
    this.#measuring = setInterval(() => this.line.measure(), MEASURE_MILLIS);
    this.line.measure();
    this.requestUpdate();
  }

  #rest() {
    clearInterval(this.#measuring);
  }

  #fact(label, value, hook = nothing) {
    return html`<div>
      <dt>${words.say(label)}</dt>
      <dd data-test=${hook}>${value}</dd>
    </div>`;
  }

  #millis(value) {
    return value === null ? words.say('line.notMeasured') : words.say('line.millis', { value: Math.round(value) });
  }

  #history() {
    const { fastest, slowest } = this.pulse;
    const range = words.say('line.history', { fastest: Math.round(fastest), slowest: Math.round(slowest) });
    return html`<figure>
      ${this.#sparkline(slowest)}
      <figcaption class="meta">${range}</figcaption>
    </figure>`;
  }

  /** Time runs to the right edge, which is now; from the bottom, zero, up to the slowest. */
  #sparkline(slowest) {
    const x = (age) => EDGE + (1 - age / SPAN_MILLIS) * (WIDTH - 2 * EDGE);
    const y = (millis) => HEIGHT - EDGE - (millis / Math.max(slowest, 1)) * (HEIGHT - 2 * EDGE);
    const points = this.pulse.points().map(({ age, millis }) => [x(age).toFixed(1), y(millis).toFixed(1)]);
    const [endX, endY] = points.at(-1) ?? [WIDTH, HEIGHT]; // the last one may have grown too old just now
    return html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
      ${svg`<polyline points=${points.join(' ')} /><circle cx=${endX} cy=${endY} r="2.5" />`}
    </svg>`;
  }
}

customElements.define('hf-line-details', LineDetailsView);
