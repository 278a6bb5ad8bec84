import { html, nothing, svg } from 'lit';
import { SPAN_MILLIS } from '../models/rig.js';
import { words } from '../../app/words/words.js';

/** The drawing's own units; it is stretched to the width there is. */
const WIDTH = 300;
const HEIGHT = 60;
/** Points further apart are not joined: nothing is known of the time between. */
const GAP_MILLIS = 4_000;
const LOWEST_TOP = 10;

/** Round trips of the last minute; shaded where there was no connection. */
export function chart(rig, name) {
  const points = rig.pulse.points();
  const top = scaleFor(points);
  return html`<figure class="lab-chart">
    <span class="meta" aria-hidden="true">${words.say('line.millis', { value: top })}</span>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${textOf(name, points)}>
      ${svg`<path class="lab-grid" d="M0 ${HEIGHT / 2}H${WIDTH}" />`}
      ${rig.outages.map(({ from, to }) => band(from, to))}
      ${points.length > 0 ? line(points, top) : nothing}
    </svg>
    <span class="meta" aria-hidden="true">0</span>
    <span class="lab-ages meta" aria-hidden="true">
      <span>${words.say('lab.aMinuteAgo')}</span><span>${words.say('lab.now')}</span>
    </span>
  </figure>`;
}

/** A round number over the slowest. */
function scaleFor(points) {
  const slowest = Math.max(LOWEST_TOP, ...points.map(({ millis }) => millis));
  const power = 10 ** Math.floor(Math.log10(slowest));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= slowest);
}

function textOf(name, points) {
  if (points.length === 0) return words.say('lab.chart.none', { name });
  const all = points.map(({ millis }) => Math.round(millis));
  const values = { fastest: Math.min(...all), slowest: Math.max(...all), last: all.at(-1) };
  return words.say('lab.chart', { name, ...values });
}

const x = (age) => Math.max(0, (1 - age / SPAN_MILLIS) * WIDTH);

function band(from, to) {
  const width = Math.max(1, x(to) - x(from));
  return svg`<rect class="lab-outage" x=${x(from).toFixed(1)} y="0" width=${width.toFixed(1)} height=${HEIGHT} />`;
}

function line(points, top) {
  const y = (millis) => HEIGHT - 3 - (millis / top) * (HEIGHT - 6);
  const step = ({ age, millis }, n) => {
    const isJoined = n > 0 && points[n - 1].age - age < GAP_MILLIS;
    return `${isJoined ? 'L' : 'M'}${x(age).toFixed(1)} ${y(millis).toFixed(1)}`;
  };
  const path = points.map(step).join('');
  return svg`<path class="lab-line" d=${path} /><path class="lab-dot" d="${path.slice(path.search(/[ML][^ML]*$/)).replace('L', 'M')}h0" />`;
}
