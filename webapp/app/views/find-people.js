import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { avatar } from './avatar.js';
import { MOST_OTHERS, chosenPeople } from './chosen-people.js';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { said } from './said.js';
import { TypedQuestion } from '../models/typed-question.js';
import { words } from '../words/words.js';

/** Finds people: to be added to a room, or without one, to be written to, one or some together. */
class FindPeopleView extends DialogView {
  static properties = {
    chat: MODEL,
    room: MODEL,
    found: { state: true },
    inRoom: { state: true },
    chosen: { state: true },
    refusal: { state: true },
  };
  static follows = ['chat'];

  #question = new TypedQuestion();

  opened() {
    Object.assign(this, { found: null, inRoom: new Set(), chosen: [], refusal: null });
    this.#find('');
    if (this.room) this.#attempt(async () => this.#mark(await this.chat.membership.of(this.room.log)));
  }

  render() {
    if (!this.isOpen) return nothing;
    const title = words.say(this.room ? 'people.add' : 'people.write');
    return this.dialog(title, [this.#search(), chosenPeople(this.chosen, this.#drop, () => this.#writeTo(this.chosen)), this.#list()]);
  }

  #search() {
    const label = words.say('people.find');
    const type = ({ target }) => this.#question.soon(() => this.#find(target.value));
    return html`<div class="dialog-search">
      <input
        class="input"
        type="search"
        placeholder=${label}
        aria-label=${label}
        autofocus
        dir="auto"
        data-test="find-people"
        @input=${type}
      />
      ${this.refusal ? html`<p class="problem" role="alert">${reason(this.refusal)}</p>` : nothing}
    </div>`;
  }

  #list() {
    const others = (this.found ?? []).filter(({ id }) => id !== this.chat.account.id);
    // Scrolled by keys, too: of those who are in it already there is nothing to press.
    return html`<ul class="dialog-list" tabindex="0">
      ${repeat(
        others,
        ({ id }) => id,
        (person) => this.#person(person),
      )}
      ${this.found && others.length === 0 ? html`<li class="soft" data-test="none">${words.say('people.none')}</li>` : nothing}
    </ul>`;
  }

  #person({ id, name, displayName }) {
    return html`<li class="offer" data-test="found-person">
      ${avatar({ id, name: displayName, picture: this.chat.people.profile(id).picture }, 'small')}
      <div class="offer-words">
        <strong><bdi>${displayName}</bdi></strong>
        ${name === displayName ? nothing : html`<span class="meta"><bdi>${name}</bdi></span>`}
        ${said(this.chat.people.profile(id))}
      </div>
      ${this.#action({ id, displayName })}
    </li>`;
  }

  #action(person) {
    const { id, displayName: name } = person;
    if (this.inRoom.has(id)) return this.#said('people.isIn');
    if (this.room) return this.#button('people.add', name, () => this.#add(id));
    if (this.chosen.some((each) => each.id === id)) return this.#said('group.isChosen');
    const mayChoose = this.chosen.length < MOST_OTHERS;
    return [
      mayChoose ? this.#chooser(person) : nothing,
      this.chosen.length > 0 ? nothing : this.#button('people.write', name, () => this.#writeTo([person])),
    ];
  }

  #said(word) {
    return html`<span class="meta">${words.say(word)}</span>`;
  }

  #chooser(person) {
    const label = words.say('group.choose', { name: person.displayName });
    return html`<button class="icon-button" title=${label} aria-label=${label} data-test="choose-person" @click=${() => this.#choose(person)}>
      ${icon('plus')}
    </button>`;
  }

  #button(word, name, act) {
    const label = words.say(`${word}This`, { name });
    return html`<button class="button quiet main" aria-label=${label} data-test="take-person" @click=${() => this.#attempt(act)}>
      ${words.say(`${word}Short`)}
    </button>`;
  }

  /** The next one is looked for. */
  #choose(person) {
    this.chosen = [...this.chosen, person];
    const field = this.querySelector('input');
    field.value = '';
    field.focus();
    this.#find('');
  }

  #drop = ({ id }) => {
    this.chosen = this.chosen.filter((each) => each.id !== id);
    this.querySelector('input').focus();
  };

  async #add(id) {
    await this.chat.membership.add(this.room.log, id);
    this.#mark([{ id }]);
  }

  #writeTo(people) {
    return this.#attempt(async () => {
      await this.chat.doors.openDirect(...people.map(({ id }) => id));
      this.hideInto();
    });
  }

  #mark(people) {
    this.inRoom = new Set([...this.inRoom, ...people.map(({ id }) => id)]);
  }

  #find(name) {
    const isLast = this.#question.anew();
    return this.#attempt(async () => {
      const found = await this.chat.membership.find(name);
      if (isLast()) this.found = found;
    });
  }

  async #attempt(action) {
    try {
      this.refusal = null;
      await action();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-find-people', FindPeopleView);
