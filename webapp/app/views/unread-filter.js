import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { words } from '../words/words.js';

/** Lists only what waits, or everything again. */
export function unreadFilter(preferences) {
  const { onlyUnread } = preferences;
  return html`<button
    class="room unread-filter"
    aria-pressed=${onlyUnread}
    aria-keyshortcuts="Control+Shift+U"
    data-test="only-unread"
    @click=${() => (preferences.onlyUnread = !onlyUnread)}
  >
    ${icon('unread', 'small')}<span class="room-name">${words.say('rooms.onlyUnread')}</span>
  </button>`;
}

/** While it is being asked what waits it is not said that nothing does. */
export function allRead({ isAllRead }, showAll) {
  return html`<div role="status">${isAllRead ? html`<p class="all-read late" data-test="all-read">${words.say('rooms.allRead')}</p>` : nothing}</div>
    ${isAllRead ? html`<button class="button quiet all-read late" data-test="show-all" @click=${showAll}>${words.say('rooms.showAll')}</button>` : nothing}`;
}
