import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { small } from './quote.js';
import { isImage } from '../models/images.js';
import { pieces } from '../models/search.js';
import { words } from '../words/words.js';

/** What is shown of a message that was found. */
export function hitContent({ author, title, at, text, ranges, files, room }) {
  return html`<span class="meta"><strong><bdi>${author.name}</bdi></strong> · <bdi>${title}</bdi> · ${words.moment(at)}</span>
    ${text ? html`<span class="hit-text" dir="auto" data-test="hit-text">${marked(text, ranges)}</span>` : nothing}
    ${files.map((file) => fileContent({ ...file, log: room }))}`;
}

function fileContent(file) {
  const picture = isImage(file) ? small(file) : icon('file', 'small');
  return html`<span class="meta hit-file">${picture}<bdi>${marked(file.name, file.ranges)}</bdi></span>`;
}

/** A text with what was found in it marked. */
export function marked(text, ranges) {
  return pieces(text, ranges).map((piece) => (piece.isFound ? html`<mark>${piece.text}</mark>` : piece.text));
}
