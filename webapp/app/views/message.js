import { html, nothing } from 'lit';
import { attachments } from './attachments.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { runs } from '../models/runs.js';
import { words } from '../words/words.js';

/** One message. `actions` has retry(id) and discard(id). */
export function message(row, actions) {
  return html`<article
    class="message ${row.first ? 'first' : ''}"
    data-test="message"
    data-sequence=${row.sequence ?? nothing}
    data-state=${row.state}
  >
    ${row.first ? avatar(row.author) : nothing}
    <header class="by">
      <bdi class=${row.first ? 'author' : 'heard-only'} data-test="message-author">${row.author.name}</bdi>
      <time datetime=${new Date(row.at).toISOString()} title=${words.moment(row.at)}>${words.time(row.at)}</time>
    </header>
    <div class="text" dir="auto" data-test="message-text">${runs(row.text).map(run)}</div>
    ${attachments(row)}
    ${row.state === 'sent' ? nothing : state(row, actions)}
  </article>`;
}

/** Text and links as nodes: what people write is never parsed as HTML. */
function run({ text, href }) {
  return href ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${text}</a>` : text;
}

function state(row, actions) {
  if (row.state === 'refused') return refusal(row, actions);
  const label = words.say(`message.${row.state}`);
  return html`<span class="state late" title=${label}>
    ${icon('clock', 'small')}<span class="heard-only">${label}</span>
  </span>`;
}

function refusal(row, { retry, discard }) {
  return html`<div class="refusal" role="alert">
    <p><strong>${words.say('message.refused')}</strong> ${reason(row.refusal)}</p>
    <button class="button quiet" data-test="retry" @click=${() => retry(row.id)}>${words.say('message.retry')}</button>
    <button class="button quiet" data-test="discard" @click=${() => discard(row.id)}>
      ${words.say('message.discard')}
    </button>
  </div>`;
}
