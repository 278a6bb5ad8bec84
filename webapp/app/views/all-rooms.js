import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { SoughtView } from './sought.js';
import { roomMark } from './room-mark.js';
import { words } from '../words/words.js';

/** For administrators: which rooms there are, whose, how large, and how alive. */
class AllRoomsView extends SoughtView {
  static properties = { chat: MODEL, login: MODEL };

  answer(query) {
    return this.login.http.ask('GET', `api/rooms/all?${query}`);
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="all-rooms">
      ${this.field(words.say('allRooms.find'), 'find-room')}
      <p class="soft">${words.say('allRooms.about')}</p>
      ${this.problem()} ${this.answered((found) => this.#list(found))}
    </div>`;
    return this.dialog(words.say('allRooms.title'), content);
  }

  #list({ total, rooms }) {
    if (total === 0) return html`<p class="soft">${words.say('allRooms.none')}</p>`;
    return html`<p class="soft" data-test="all-rooms-total">${words.say('allRooms.total', { count: total })}</p>
      <ul class="logins">
        ${repeat(
          rooms,
          ({ log }) => log,
          (room) => this.#item(room),
        )}
      </ul>
      ${this.more(rooms.length, total, words.say('allRooms.more'), 'all-rooms-more')}`;
  }

  #item(room) {
    return html`<li class="login-item listed-room" data-test="listed-room" data-room=${room.log}>
      <div class="offer-words">
        <strong>${roomMark(room)}<bdi>${room.name}</bdi></strong>
        ${room.topic ? html`<span class="soft" dir="auto">${room.topic}</span>` : nothing}
        <span class="soft">${facts(room).join(' · ')}</span>
        <span class="soft" dir="auto">${owners(room)}</span>
      </div>
      ${this.#way(room)}
    </li>`;
  }

  /** Into those that are one's own, or everybody's. */
  #way({ log, name, kind }) {
    if (this.chat.rooms.some((mine) => mine.log === log))
      return this.#button('open', name, () => this.chat.enter(log));
    return kind === 'public' ? this.#button('join', name, () => this.chat.doors.join(log)) : nothing;
  }

  #button(what, name, act) {
    const go = () => this.act(async () => {
      await act();
      this.hideInto();
    });
    const label = words.say(`allRooms.${what}Named`, { name });
    return html`<button class="button" aria-label=${label} data-test="${what}-listed" @click=${go}>${words.say(`rooms.${what}`)}</button>`;
  }
}

function facts({ kind, archived, members, events, lastAt }) {
  return [
    words.say(`allRooms.${kind}`),
    ...(archived ? [words.say('rooms.putAway')] : []),
    words.say('rooms.members', { count: members }),
    words.say('allRooms.events', { count: events }),
    words.say('allRooms.last', { day: words.day(lastAt) }),
  ];
}

function owners({ members, owners: names }) {
  if (names.length > 0) return words.say('allRooms.owners', { names: words.list(names) });
  return words.say(members > 0 ? 'allRooms.noOwner' : 'allRooms.nobody');
}

customElements.define('hf-all-rooms', AllRoomsView);
