import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { words } from '../words/words.js';

const MARKS = { private: 'lock', direct: 'person', group: 'people' };

/** What tells a room that not everybody sees; said, too. Nothing for a public one. `picture` may stand for who is there. */
export function roomMark({ kind, people = [] }, picture) {
  const sort = kind === 'direct' && people.length > 2 ? 'group' : kind;
  const mark = MARKS[sort];
  if (!mark) return nothing;
  const text = words.say(`rooms.${sort}`);
  return html`<span class="room-mark" title=${text} data-test="room-mark" data-kind=${sort}>
    ${picture ?? icon(mark, 'small')}<span class="heard-only">${text}</span>
  </span>`;
}
