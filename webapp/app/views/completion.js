import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { addressOfRoom } from './address.js';
import { isComposing } from './composing.js';
import { put } from './put.js';
import { offers, openAt, roomOffers } from '../models/completion.js';
import { fetchOthers } from '../models/emoji.js';
import { otherEmoji } from '../models/parsing.js';
import { RecentEmoji } from '../models/recent-emoji.js';
import { words } from '../words/words.js';

const LIST = 'completion-list';

/** What a name, an emoji or a room that is being written may become: the writer goes on, or takes one. */
class CompletionView extends View {
  static properties = { chat: MODEL, room: MODEL, offers: { state: true }, at: { state: true } };

  #area = null;
  #members = null; // {log, since, list}: who can be called, a promise

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.get('room') && changed.get('room').log !== this.room.log) this.close();
  }

  updated() {
    if (!this.#area) return;
    const told = { 'aria-controls': LIST, 'aria-activedescendant': `${LIST}-${this.at}` };
    for (const [name, value] of Object.entries(told))
      this.#isOpen ? this.#area.setAttribute(name, value) : this.#area.removeAttribute(name);
    this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    if (!this.#isOpen) return nothing;
    // The pointer must not take the focus from the composer; nor do keys, of which Tab takes an offer.
    return html`<ul
        class="completion"
        id=${LIST}
        role="listbox"
        tabindex="0"
        aria-label=${words.say('mention.list')}
        data-test="completion"
        @pointerdown=${(event) => event.preventDefault()}
      >
        ${this.offers.map((offer, index) => this.#offer(offer, index))}
      </ul>
      <p class="heard-only" role="status">${words.say('mention.count', { count: this.offers.length })}</p>`;
  }

  /** The text or the caret has changed. */
  async follow(area) {
    this.#area = area;
    const open = openAt(area.value, area.selectionEnd);
    if (!open || area.selectionStart !== area.selectionEnd) return this.close();
    const members = open.name === undefined ? [] : await this.#others();
    if (open.emoji !== undefined) otherEmoji.want(fetchOthers);
    const { value, selectionEnd } = area;
    const isThere = document.activeElement === area;
    if (!isThere || openAt(value, selectionEnd)?.from !== open.from) return; // the writer has gone on meanwhile
    this.offers = this.#offersFor(openAt(value, selectionEnd), members);
    this.at = 0;
  }

  #offersFor(open, members) {
    const { all, closed } = this.chat.list;
    if (open.room) return roomOffers(open, [...all, ...closed], addressOfRoom);
    return offers(open, members, groups(), words.locale, otherEmoji.module ?? []);
  }

  /** @returns whether the key was for the list */
  key(event) {
    const steps = { ArrowUp: -1, ArrowDown: 1 };
    if (!this.#isOpen || isComposing(event)) return false;
    if (event.key in steps) this.at = (this.at + steps[event.key] + this.offers.length) % this.offers.length;
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) this.#take(this.offers[this.at]);
    else if (event.key === 'Escape') this.close();
    else return this.#passes(event);
    event.preventDefault();
    event.stopPropagation(); // Escape would also leave the place in the log
    return true;
  }

  /** The caret leaves what the list is about. */
  #passes({ key }) {
    if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(key)) this.close();
    return false;
  }

  close() {
    this.offers = [];
  }

  get #isOpen() {
    return this.offers?.length > 0;
  }

  #offer(offer, index) {
    return html`<li
      id="${LIST}-${index}"
      role="option"
      aria-selected=${index === this.at}
      data-test="completion-offer"
      @click=${() => this.#take(offer)}
    >
      <bdi>${offer.label}</bdi> ${offer.hint ? html`<span class="meta"><bdi>${offer.hint}</bdi></span>` : nothing}
    </li>`;
  }

  #take({ text, emoji }) {
    const open = openAt(this.#area.value, this.#area.selectionEnd);
    if (!open) return this.close(); // the caret was put elsewhere by the pointer
    if (emoji) new RecentEmoji(this.chat).use(emoji);
    this.close();
    put(this.#area, { from: open.from, to: this.#area.selectionEnd, text });
  }

  /** What could not be had is asked for with the next letter. */
  #forget() {
    this.#members = null;
    return [];
  }

  /** Asked again when who is in the room has changed. */
  async #others() {
    const { log } = this.room;
    const since = this.chat.conversation(log).membershipSequence;
    if (this.#members?.log !== log || this.#members.since !== since)
      this.#members = { log, since, list: this.chat.membership.of(log).catch(() => this.#forget()) };
    const me = this.chat.account.id;
    return (await this.#members.list).filter(({ id }) => id !== me);
  }
}

function groups() {
  return [
    { key: 'all', word: words.say('mention.all'), hint: words.say('mention.allHint') },
    { key: 'here', word: words.say('mention.here'), hint: words.say('mention.hereHint') },
  ];
}

customElements.define('hf-completion', CompletionView);
