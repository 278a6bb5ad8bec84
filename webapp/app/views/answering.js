import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { line, nameless } from './quote.js';
import { brief } from './brief.js';
import { filesOf } from '../models/images.js';
import { words } from '../words/words.js';

/** What is answered with what is being written: a message, `GONE`, null while it is fetched; undefined: nothing is. `leave` takes that back. */
export function answering(row, leave) {
  if (row === undefined) return nothing;
  const cancel = words.say('replies.cancel');
  return html`<p class="answering" data-test="answering">
    ${icon('reply', 'small')}${row?.author ? named(row) : html`<span class="quote-text soft">${nameless(row)}</span>`}
    <button class="icon-button" title=${cancel} aria-label=${cancel} data-test="answering-cancel" @click=${leave}>
      ${icon('close')}
    </button>
  </p>`;
}

function named(row) {
  return html`<strong><bdi>${words.say('replies.to', { name: row.author.name })}</bdi></strong>
    <bdi class="quote-text soft">${brief({ text: line(row.text), files: filesOf(row) })}</bdi>`;
}
