import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { isComposing } from './composing.js';
import { DialogView } from './dialog.js';
import { icon } from './icons.js';
import { small } from './quote.js';
import { reason } from './refusal.js';
import { isImage } from '../models/images.js';
import { Search, inRoom, pieces } from '../models/search.js';
import { words } from '../words/words.js';

/** What may stand in a search beside words. The names are the same in every language, so that a search can be passed on. */
const FILTERS = ['from:', 'in:', 'before:', 'after:', 'has:file', 'has:image', 'has:link'];

/** Looks for messages. What was found stays when one comes back from a message. */
class SearchView extends DialogView {
  static properties = { chat: MODEL, search: MODEL };
  static follows = ['search'];

  opened() {
    this.search ??= new Search(this.chat.http);
  }

  render() {
    if (!this.isOpen) return nothing;
    return html`<div class="search">${this.dialog(words.say('search.title'), [this.#field(), this.#content()])}</div>`;
  }

  #field() {
    const label = words.say('search.field');
    const { typed, hits, at } = this.search;
    return html`<div class="dialog-search">
      <input
        class="input"
        type="search"
        role="combobox"
        aria-expanded=${hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant=${hits.length > 0 ? `hit-${at}` : nothing}
        aria-label=${label}
        placeholder=${label}
        maxlength="300"
        autofocus
        dir="auto"
        autocomplete="off"
        .value=${typed}
        data-test="search"
        @input=${(event) => this.search.type(event.target.value)}
        @keydown=${(event) => this.#key(event)}
      />
      ${this.chat.openRoom ? this.#here(this.chat.openRoom) : nothing} ${this.#state()}
    </div>`;
  }

  #here({ name }) {
    const part = inRoom(name);
    return html`<button
      class="chip"
      aria-pressed=${this.search.typed.includes(part)}
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
    if (state === 'idle') return this.#explained();
    if (state === 'refused') return html`<p class="problem search-problem" role="alert">${reason(refusal)}</p>`;
    if (state === 'searching' && hits.length === 0) return html`<p class="late soft search-late">${words.say('search.searching')}</p>`;
    return this.#hits();
  }

  #explained() {
    const rows = FILTERS.map(
      (filter) => html`<div>
        <dt><button class="chip" @click=${() => this.#toggle(filter)}>${filter}</button></dt>
        <dd>${words.say(`search.about.${filter.replace(':', '')}`)}</dd>
      </div>`,
    );
    return html`<div class="dialog-list search-about">
      <p class="soft">${words.say('search.about')}</p>
      <dl>${rows}</dl>
    </div>`;
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
      id="hit-${index}"
      aria-selected=${index === this.search.at}
      data-test="hit"
      @click=${() => this.#open(hit)}
    >
      <span class="meta"><strong><bdi>${hit.author.name}</bdi></strong> · <bdi>${hit.title}</bdi> · ${words.moment(hit.at)}</span>
      ${hit.text ? html`<span class="hit-text" dir="auto" data-test="hit-text">${marked(hit.text, hit.ranges)}</span>` : nothing}
      ${hit.files.map((file) => this.#file({ ...file, log: hit.room }))}
    </button>`;
  }

  #file(file) {
    const picture = isImage(file) ? small(file) : icon('file', 'small');
    return html`<span class="meta hit-file">${picture}<bdi>${marked(file.name, file.ranges)}</bdi></span>`;
  }

  #more() {
    return html`<button class="button quiet more" data-test="search-more" @click=${() => this.search.more()}>
      ${words.say('search.more')}
    </button>`;
  }

  #key(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (isComposing(event) || (!step && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step) this.#step(step);
    else if (this.search.state === 'found' && this.search.chosen) this.#open(this.search.chosen);
    else this.search.look();
  }

  #step(by) {
    this.search.step(by);
    this.updateComplete.then(() => this.querySelector(`#hit-${this.search.at}`)?.scrollIntoView({ block: 'nearest' }));
  }

  async #toggle(part) {
    this.search.toggle(part);
    await this.updateComplete;
    const field = this.querySelector('input');
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  #open({ room, sequence }) {
    this.hide();
    this.chat.seek(room, sequence);
  }
}

function marked(text, ranges) {
  return pieces(text, ranges).map((piece) => (piece.isFound ? html`<mark>${piece.text}</mark>` : piece.text));
}

customElements.define('hf-search', SearchView);
