import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { avatar } from './avatar.js';
import { roomMark } from './room-mark.js';
import { profileOfOther, saidMark, stateOfOther } from './said.js';
import { words } from '../words/words.js';

/**
 * A room's line in the list: what waits there, and the way to what can be done with it.
 * @param chat the model
 * @param drag what makes the line one that can be dragged, and dropped on
 * @param more opens the room's menu at a place
 */
export function roomRow(chat, room, drag, more) {
  const { muted, favourite } = chat.own(room);
  const states = [muted ? 'muted' : '', chat.reading.waiting(room) > 0 ? 'unread' : ''];
  return html`<li
    class="room-row"
    draggable="true"
    data-favourite=${favourite !== null}
    @dragstart=${(event) => drag.start(event, room)}
    @dragover=${(event) => drag.over(event, room)}
    @dragleave=${drag.leave}
    @dragend=${drag.end}
    @drop=${(event) => drag.drop(event, room)}
    @contextmenu=${(event) => more(event, room)}
  >
    ${opener(chat, room, states.join(' '))} ${moreButton(room, more)}
  </li>`;
}

function opener(chat, room, states) {
  const isOpen = room.log === chat.open;
  const other = profileOfOther(chat, room);
  const { name } = room;
  return html`<button
    class="room ${states}"
    aria-current=${isOpen ? 'page' : nothing}
    title=${name}
    data-test="room"
    data-room=${room.log}
    data-unread=${unreadIn(chat, room)}
    data-muted=${chat.own(room).muted}
    @click=${() => chat.enter(room.log)}
  >
    ${roomMark(room, other.picture ? avatar({ ...other, name }, 'tiny') : undefined)}${here(stateOfOther(chat, room))}<span class="room-name"><bdi>${name}</bdi></span>${saidMark(other)}
    ${marks(chat, room)}
  </button>`;
}

/** A dot on who is meant; said, too. */
function here(state) {
  if (!state) return nothing;
  const text = words.say(`members.${state}`);
  return html`<span class="here" title=${text} data-state=${state} data-test="here"><span class="heard-only">${text}</span></span>`;
}

/** What waits in a room, of one's own and of others. */
export function marks(chat, room) {
  const unread = unreadIn(chat, room);
  return html`${room.log === chat.open || !chat.drafts.has(room.log) ? nothing : draftMark()}
  ${chat.own(room).muted ? mutedMark() : nothing} ${mentions(chat.reading.mentions(room))} ${unread > 0 ? count(unread) : nothing}`;
}

function unreadIn(chat, room) {
  return chat.own(room).muted ? 0 : chat.reading.unread(room);
}

function moreButton(room, more) {
  const label = words.say('own.more', { name: room.name });
  return html`<button
    class="icon-button room-more"
    title=${label}
    aria-label=${label}
    aria-haspopup="dialog"
    data-test="room-more"
    @click=${(event) => more(event, room)}
  >
    ${icon('more', 'small')}
  </button>`;
}

export function draftMark() {
  return html`<span class="draft-mark">${words.say('rooms.draft')}</span>`;
}

function mutedMark() {
  const text = words.say('own.muted');
  return html`<span class="room-mark" title=${text}>${icon('muted', 'small')}<span class="heard-only">${text}</span></span>`;
}

/** How often this person is called. */
export function mentions(count) {
  if (count === 0) return nothing;
  return html`<span class="count mentions" aria-hidden="true" data-test="mentions">@${words.number(count)}</span>
    <span class="heard-only">${words.say('rooms.mentions', { count })}</span>`;
}

/** How many messages wait. */
export function count(unread) {
  const shown = unread > 999 ? '999+' : words.number(unread);
  return html`<span class="count" aria-hidden="true" data-test="unread">${shown}</span>
    <span class="heard-only">${words.say('rooms.unread', { count: unread })}</span>`;
}
