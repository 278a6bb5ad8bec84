import { html, nothing } from 'lit';
import { stateOf } from '../../app/views/status.js';
import { words } from '../../app/words/words.js';
import { chart } from './chart.js';

/** What a line is called. */
export function nameOf(rig) {
  return words.say(rig.name === 'ladder' ? 'lab.ladder' : `line.transport.${rig.name}`);
}

function reasonOf(reason) {
  const key = `lab.reason.${reason}`;
  return words.has(key) ? words.say(key) : reason;
}

/** The dot, the word, and why. */
export function stateLine(rig) {
  const { word, reason } = rig.status;
  const state = stateOf({ ...rig.status, isFirst: false });
  return html`<p class="status" data-test="rig-state" data-word=${word}>
    <span class="dot" data-word=${word}></span>
    <span class="status-word">${state}${reason ? ` · ${reasonOf(reason)}` : ''}</span>
  </p>`;
}

/** The newest round trip, the chart, and what the client is waiting for. */
export function roundTrip(rig) {
  const name = nameOf(rig);
  return html`<div class="lab-trip">
    <p class="lab-trip-now">
      <span class="meta">${words.say('line.roundTrip')}</span>
      <strong>${rig.isLive ? latest(rig) : '–'}</strong>
    </p>
    ${chart(rig, name)}
  </div>`;
}

const LATE_MILLIS = 2_000;

function latest(rig) {
  if (rig.silence) {
    const { for: millis, limit } = rig.silence;
    return words.say('lab.silent', { seconds: Math.round(millis / 1000), limit: Math.round(limit / 1000) });
  }
  if (rig.waiting > LATE_MILLIS) return words.say('lab.noAnswer', { seconds: Math.round(rig.waiting / 1000) });
  const { last } = rig.pulse;
  return last === null ? words.say('line.notMeasured') : words.say('line.millis', { value: Math.round(last) });
}

export function counters(rig) {
  const count = (label, value) =>
    html`<div>
      <dt>${words.say(label)}</dt>
      <dd>${words.number(value)}</dd>
    </div>`;
  return html`<dl class="lab-counters">
    ${count('lab.events', rig.events)} ${count('lab.reconnects', rig.reconnects)}
    ${rig.canPoll ? count('lab.polls', rig.polls) : nothing}
  </dl>`;
}

/** Breaking and silencing: what a network does by itself. */
export function harms(rig) {
  return html`<button class="button quiet" data-test="cut" title=${words.say('lab.cut.hint')} @click=${() => rig.cut()}>
      ${words.say('lab.cut')}
    </button>
    <button
      class="button quiet"
      data-test="stall"
      title=${words.say('lab.stall.hint')}
      aria-disabled=${!rig.canStall}
      @click=${() => rig.stall()}
    >
      ${words.say('lab.stall')}
    </button>`;
}

export function block(rig, transport) {
  const name = words.say(`line.transport.${transport}`);
  const isBlocked = rig.isBlocked(transport);
  return html`<button
    class="button quiet ${isBlocked ? 'lab-blocked' : ''}"
    data-test="block"
    aria-label=${words.say(isBlocked ? 'lab.unblock.what' : 'lab.block.what', { name })}
    title=${words.say('lab.block.hint')}
    @click=${() => rig.toggleBlock(transport)}
  >
    ${words.say(isBlocked ? 'lab.unblock' : 'lab.block')}
  </button>`;
}

/** Newest first. A screen reader may read it; it is not read out by itself. */
export function journal(rig) {
  return html`<ol class="lab-journal" tabindex="0" aria-label=${words.say('lab.journal', { name: nameOf(rig) })}>
    ${rig.journal.entries.map(
      (entry) => html`<li><time>${words.timeOfDay(entry.at)}</time><span>${sentence(entry)}</span></li>`,
    )}
  </ol>`;
}

function sentence({ what, values: { transport, previous, reason, ...values }, times }) {
  const transportName = (each) => each && words.say(`line.transport.${each}`);
  const names = { transport: transportName(transport), previous: transportName(previous), reason: reasonOf(reason) };
  const text = words.say(what, { ...values, ...names });
  return times > 1 ? words.say('lab.log.times', { text, count: times }) : text;
}
