import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { isComposing } from './composing.js';
import { DialogView } from './dialog.js';
import { offerList } from './filter-offers.js';
import { hitContent } from './hit.js';
import { reason } from './refusal.js';
import { searchStart } from './search-start.js';
import { FilterOffers } from '../models/filter-offers.js';
import { RecentSearches } from '../models/recent-searches.js';
import { Search, inRoom } from '../models/search.js';
import { words } from '../words/words.js';

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

/** By these the caret leaves the filter that is being written. */
const AWAY = ['Home', 'End', 'ArrowLeft', 'ArrowRight'];

/** Looks for messages. What was found stays when one comes back from a message. */
class SearchView extends DialogView {
  static properties = { chat: MODEL, search: MODEL, offers: MODEL, recent: MODEL };
  static follows = ['search', 'offers', 'recent'];

  /** What another account looked for is not theirs: a page may get another chat while it stands. */
  willUpdate(changed) {
    if (changed.get('chat')) this.search = new Search(this.chat.http);
    super.willUpdate(changed);
  }

  opened() {
    this.search ??= new Search(this.chat.http);
    this.offers = new FilterOffers(this.chat, (key) => words.say(key));
    this.recent = new RecentSearches(this.chat);
  }

  render() {
    if (!this.isOpen) return nothing;
    return html`<div class="search">${this.dialog(words.say('search.title'), [this.#head(), this.#content()])}</div>`;
  }

  /** The list that the field is for at the moment: `{id, at, length}`; its choices have its id and their number. */
  get #list() {
    const { offers, recent, search } = this;
    if (offers.isOpen) return { id: 'search-offers', at: offers.at, length: offers.offers.length };
    if (this.#isBlank) return { id: 'search-recent', at: recent.at, length: recent.all.length };
    return { id: 'search-hits', at: search.at, length: search.hits.length };
  }

  get #isBlank() {
    return this.search.state === 'idle' && this.search.typed.trim() === '';
  }

  #head() {
    return html`<div class="dialog-search">
      <div class="search-field">${this.#field()} ${offerList(this.offers, (offer) => this.#take(offer))}</div>
      ${this.chat.openRoom ? this.#here(this.chat.openRoom) : nothing} ${this.#state()}
    </div>`;
  }

  #field() {
    const label = words.say('search.field');
    const { id, at, length } = this.#list;
    return html`<input
      class="input"
      type="search"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${length > 0}
      aria-controls=${id}
      aria-activedescendant=${length > 0 && at >= 0 ? `${id}-${at}` : nothing}
      aria-label=${label}
      placeholder=${label}
      maxlength="300"
      autofocus
      dir="auto"
      autocomplete="off"
      .value=${this.search.typed}
      data-test="search"
      @input=${(event) => this.#type(event.target)}
      @keydown=${(event) => this.#key(event)}
      @blur=${() => this.offers.close()}
    />`;
  }

  #here({ name }) {
    const part = inRoom(name);
    return html`<button
      class="chip"
      aria-pressed=${this.search.has(part)}
      data-test="search-here"
      @click=${() => this.#toggle(part)}
    >
      ${words.say('search.here', { room: name })}
    </button>`;
  }

  /** Said once, when it is known: not at each letter. */
  #state() {
    return html`<p class="meta search-state" role="status" data-test="search-state">${this.#said()}</p>`;
  }

  #said() {
    const { state, hits, hasMore, isComplete } = this.search;
    if (state !== 'found') return nothing;
    const found = hits.length === 0 ? words.say('search.none') : words.say(`search.${hasMore ? 'atLeast' : 'found'}`, { count: hits.length });
    return isComplete ? found : `${found} ${words.say('search.incomplete')}`;
  }

  #content() {
    const { state, refusal, hits } = this.search;
    if (state === 'idle') return this.#start();
    if (state === 'refused') return html`<p class="problem search-problem" role="alert">${reason(refusal)}</p>`;
    if (state === 'searching' && hits.length === 0) return html`<p class="late soft search-late">${words.say('search.searching')}</p>`;
    return this.#hits();
  }

  #start() {
    const recent = this.#isBlank ? this.recent : { all: [] };
    return searchStart(recent, { run: (text) => this.#run(text), clear: () => this.#clear(), toggle: (part) => this.#toggle(part) });
  }

  #hits() {
    // Scrolled by keys, too: its choices are reached from the field alone.
    return html`<div class="dialog-list" tabindex="0">
      <div role="listbox" id="search-hits" aria-label=${words.say('search.title')}>
        ${repeat(
          this.search.hits,
          ({ room, sequence }) => `${room} ${sequence}`,
          (hit, index) => this.#hit(hit, index),
        )}
      </div>
      ${this.search.hasMore ? this.#more() : nothing}
    </div>`;
  }

  #hit(hit, index) {
    return html`<button
      class="choice hit"
      role="option"
      tabindex="-1"
      id="search-hits-${index}"
      aria-selected=${index === this.search.at}
      data-test="hit"
      @click=${() => this.#open(hit)}
    >
      ${hitContent(hit)}
    </button>`;
  }

  #more() {
    return html`<button class="button quiet more" data-test="search-more" @click=${() => this.search.more()}>
      ${words.say('search.more')}
    </button>`;
  }

  #type({ value, selectionEnd }) {
    this.search.type(value);
    this.recent.leave();
    this.offers.follow(value, selectionEnd);
  }

  #key(event) {
    if (isComposing(event) || (this.offers.isOpen && this.#offerKey(event))) return;
    const step = STEPS[event.key];
    if (!step && event.key !== 'Enter') return;
    event.preventDefault();
    if (step) this.#step(this.#isBlank ? this.recent : this.search, step);
    else this.#enter();
  }

  /** @returns whether the key was for what is offered; a dialog that hears of Escape goes, too */
  #offerKey(event) {
    const { offers } = this;
    const { key } = event;
    if (AWAY.includes(key)) offers.close();
    if (key in STEPS) this.#step(offers, STEPS[key]);
    else if (key === 'Enter' || (key === 'Tab' && !event.shiftKey)) this.#take(offers.offers[offers.at]);
    else if (key === 'Escape') offers.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** What is chosen comes into sight. */
  #step(choices, by) {
    choices.step(by);
    const { id, at } = this.#list;
    this.updateComplete.then(() => this.querySelector(`#${id}-${at}`)?.scrollIntoView({ block: 'nearest' }));
  }

  /** Goes to a message that was found, or else looks for what is chosen, or typed, at once. */
  #enter() {
    const { search, recent } = this;
    if (search.state === 'found' && search.chosen) this.#open(search.chosen);
    else this.#run((this.#isBlank && recent.chosen) || search.typed);
  }

  async #toggle(part) {
    this.search.toggle(part);
    const { typed } = this.search;
    await this.#writeOn(typed.length);
    this.offers.follow(typed, typed.length);
  }

  #take(offer) {
    const { text, caret } = this.offers.taken(offer);
    this.offers.close();
    this.search.write(text);
    this.#writeOn(caret);
  }

  #run(text) {
    this.recent.note(text);
    this.search.write(text);
    this.#writeOn(text.length);
  }

  #clear() {
    this.recent.clear();
    this.#writeOn(0);
  }

  async #writeOn(caret) {
    this.requestUpdate();
    await this.updateComplete;
    const field = this.querySelector('input');
    field.focus();
    field.setSelectionRange(caret, caret);
  }

  #open({ room, sequence }) {
    this.recent.note(this.search.typed);
    this.hide();
    this.chat.seek(room, sequence);
  }
}

customElements.define('hf-search', SearchView);
