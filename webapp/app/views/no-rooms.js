import { html } from 'lit';
import { words } from '../words/words.js';

/** What somebody sees who is in no room: one thing to learn, one thing to do. */
export function noRooms(browse) {
  return html`<p>${words.say('rooms.none')}</p>
    <button class="button main" @click=${browse}>${words.say('rooms.browse')}</button>`;
}
