import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { words } from '../words/words.js';

const MARKS = { private: 'lock', direct: 'person' };

/** What tells a room that not everybody sees; said, too. Nothing for a public one. */
export function roomMark({ kind }) {
  const mark = MARKS[kind];
  if (!mark) return nothing;
  const text = words.say(`rooms.${kind}`);
  return html`<span class="room-mark" title=${text} data-test="room-mark" data-kind=${kind}>
    ${icon(mark, 'small')}<span class="heard-only">${text}</span>
  </span>`;
}
