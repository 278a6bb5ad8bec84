import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { line } from './quote.js';
import { brief } from './brief.js';
import { filesOf } from '../models/images.js';
import { words } from '../words/words.js';

/** What is answered with what is being written; null: nothing is. `leave` takes that back. */
export function answering(row, leave) {
  if (!row) return nothing;
  const cancel = words.say('replies.cancel');
  return html`<p class="answering" data-test="answering">
    ${icon('reply', 'small')}<strong><bdi>${words.say('replies.to', { name: row.author.name })}</bdi></strong>
    <bdi class="quote-text soft">${brief({ text: line(row.text), files: filesOf(row) })}</bdi>
    <button class="icon-button" title=${cancel} aria-label=${cancel} data-test="answering-cancel" @click=${leave}>
      ${icon('close')}
    </button>
  </p>`;
}
