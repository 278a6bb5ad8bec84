import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { avatar } from './avatar.js';
import { isComposing } from './composing.js';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { roomMark } from './room-mark.js';
import { marks } from './room-row.js';
import { Elsewhere, without } from '../models/elsewhere.js';
import { found, waitingFirst } from '../models/found.js';
import { words } from '../words/words.js';

/** Ctrl-K: type some letters of a room or a person, press Enter. */
class SwitcherView extends DialogView {
  static properties = {
    chat: MODEL,
    elsewhere: MODEL,
    typed: { state: true },
    at: { state: true },
    refusal: { state: true },
  };
  static follows = ['elsewhere'];

  #rooms = []; // as they were when it was opened: what comes meanwhile moves nothing under whoever chooses
  #waitingFirst = [];

  opened() {
    const { all, closed } = this.chat.list;
    this.#rooms = [...all, ...closed];
    this.#waitingFirst = waitingFirst(this.#rooms, (room) => this.chat.reading.waiting(room) > 0);
    this.elsewhere = new Elsewhere(this.chat);
    this.#type('');
  }

  render() {
    if (!this.isOpen) return nothing;
    const groups = this.#groups;
    return this.dialog(words.say('switcher.title'), [this.#search(groups.length > 0), this.#list(groups)]);
  }

  /** What there is to choose, in its order: `each` of them is drawn, and gone to. */
  get #groups() {
    const own = found(this.typed.trim() === '' ? this.#waitingFirst : this.#rooms, this.typed);
    const { people, rooms } = this.elsewhere.found ?? { people: [], rooms: [] };
    const { doors } = this.chat;
    const groups = [
      { name: 'room', each: own, draw: (room) => this.#own(room), go: ({ log }) => this.chat.enter(log) },
      { name: 'person', each: without(people, own), draw: (person) => this.#person(person), go: ({ id }) => doors.openDirect(id) },
      { name: 'other', each: rooms, draw: other, go: ({ log }) => doors.join(log) },
    ];
    return groups.filter(({ each }) => each.length > 0);
  }

  #search(isFound) {
    const label = words.say('switcher.find');
    return html`<div class="dialog-search">
      <input
        class="input"
        role="combobox"
        aria-expanded=${isFound}
        aria-controls="switcher-rooms"
        aria-activedescendant=${isFound ? `switcher-${this.at}` : nothing}
        aria-label=${label}
        placeholder=${label}
        autofocus
        dir="auto"
        autocomplete="off"
        data-test="switcher"
        @input=${(event) => this.#type(event.target.value)}
        @keydown=${(event) => this.#key(event)}
      />
      ${this.refusal ? html`<p class="problem" role="alert">${reason(this.refusal)}</p>` : nothing}
    </div>`;
  }

  #list(groups) {
    if (groups.length === 0) return html`<div class="dialog-list">${this.#none()}</div>`;
    const begins = groups.map((_, index) => groups.slice(0, index).reduce((sum, { each }) => sum + each.length, 0));
    return html`<div class="dialog-list" role="listbox" id="switcher-rooms" aria-label=${words.say('rooms.title')}>
      ${repeat(
        groups,
        ({ name }) => name,
        (group, index) => this.#group(group, begins[index]),
      )}
    </div>`;
  }

  #none() {
    if (this.elsewhere.found === null) return html`<p class="soft late" role="status">${words.say('login.asking')}</p>`;
    return html`<p class="soft" data-test="none">${words.say('switcher.none')}</p>`;
  }

  /** While nothing is typed there is one group, which needs no title. */
  #group({ name, each, draw, go }, begin) {
    const title = words.say(`switcher.${name}`);
    return html`<div role="group" aria-label=${title}>
      ${this.typed.trim() === '' ? nothing : html`<p class="choices-part" aria-hidden="true">${title}</p>`}
      ${repeat(
        each,
        ({ log, id }) => log ?? id,
        (one, index) => this.#choice(name, begin + index, draw(one), () => go(one)),
      )}
    </div>`;
  }

  #choice(name, index, content, go) {
    return html`<button
      class="choice room-choice"
      role="option"
      tabindex="-1"
      id="switcher-${index}"
      aria-selected=${index === this.at}
      data-test="switcher-${name}"
      @click=${() => this.#choose(go)}
    >
      ${content}
    </button>`;
  }

  #own(room) {
    return html`${roomMark(room)}<bdi class="room-name">${room.name}</bdi> ${marks(this.chat, room)}`;
  }

  #person({ id, name, displayName }) {
    const { picture } = this.chat.people.profile(id);
    return html`${avatar({ id, name: displayName, picture }, 'tiny')}<bdi class="room-name">${displayName}</bdi>
      ${name === displayName ? nothing : html`<span class="meta">${name}</span>`}`;
  }

  #type(typed) {
    this.typed = typed;
    this.at = 0;
    this.refusal = null;
    this.elsewhere.seek(typed);
  }

  #key(event) {
    const choices = this.#groups.flatMap(({ each, go }) => each.map((one) => () => go(one)));
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (isComposing(event) || choices.length === 0 || (!step && event.key !== 'Enter')) return;
    event.preventDefault();
    if (!step) return this.#choose(choices[this.at]);
    this.at = (this.at + step + choices.length) % choices.length;
    this.updateComplete.then(() => this.querySelector(`#switcher-${this.at}`)?.scrollIntoView({ block: 'nearest' }));
  }

  async #choose(go) {
    this.refusal = null;
    try {
      await go();
      this.hideInto();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

function other({ name, topic }) {
  return html`<bdi class="room-name">${name}</bdi>${topic ? html`<span class="meta choice-topic" dir="auto">${topic}</span>` : nothing}`;
}

customElements.define('hf-switcher', SwitcherView);
