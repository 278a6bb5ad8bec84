import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { words } from '../words/words.js';

const TITLES = { favourites: 'own.favourites', others: 'own.others', talks: 'own.talks' };

/**
 * A part of the list of rooms, with its heading, by which it is folded. The list stays the same element whatever is above it: one
 * of its lines may have the focus.
 *
 * @param part of `RoomList.parts`
 * @param preferences what is folded
 * @param rows its lines
 */
export function roomPart(part, preferences, rows) {
  const { rooms, isEmpty, isAlone } = part;
  const isLeftOut = isEmpty || (preferences.onlyUnread && rooms.length === 0);
  if (isLeftOut && !isAlone) return nothing;
  const title = words.say(TITLES[part.name]);
  return html`${isAlone ? nothing : heading(part, preferences, title)}
    <ul aria-label=${title}>
      ${rows}
    </ul>`;
}

/** Where only what waits is seen there is nothing to fold. */
function heading({ name, isFolded }, preferences, title) {
  if (preferences.onlyUnread) return html`<h2 class="rooms-part" aria-hidden="true">${title}</h2>`;
  return html`<h2 class="rooms-part">
    <button class="rooms-fold" aria-expanded=${!isFolded} data-test="fold-part" data-part=${name} @click=${() => preferences.fold(name, !isFolded)}>
      ${icon('forth', 'small')} ${title}
    </button>
  </h2>`;
}
