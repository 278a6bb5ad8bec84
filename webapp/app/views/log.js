import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL, View } from './view.js';
import { Place } from './place.js';
import { forgetMessageInAddress } from './address.js';
import { lookLate } from './late.js';
import { MessageActions } from './message-actions.js';
import { icon } from './icons.js';
import { Jumping } from './jumping.js';
import { KeptFocus } from './kept-focus.js';
import { Reach } from './reach.js';
import { drawn } from './row.js';
import { isLookedAt } from '../models/gaze.js';
import { words } from '../words/words.js';

/** What a place can hang on: dividers and the head move when history is put above them. */
const ANCHORS = '.message, .notice';

/** The messages of the open room. The reader's place is theirs: nothing that arrives moves it. */
class LogView extends View {
  static properties = { chat: MODEL, conversation: MODEL, room: MODEL, isAtEnd: { state: true } };
  static follows = ['chat', 'conversation'];

  #place = null;
  #watch = null;
  #isSettled = false;
  #actions = new MessageActions(this);
  #jumping = new Jumping(this);
  #reach = new Reach(this);
  #focus = new KeptFocus(this);

  constructor() {
    super();
    lookLate(this, (sequence) => this.#actions.look(sequence));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch = new ResizeObserver(() => this.#resized());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  firstUpdated() {
    const scroller = this.querySelector('.log');
    this.#place = new Place(scroller);
    this.#watch.observe(scroller);
    this.#watch.observe(this.querySelector('.log-rows'));
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    this.#focus.remember();
    if (changed.has('conversation')) this.#begin();
    else this.#place?.remember([...this.querySelectorAll(ANCHORS)]);
  }

  updated() {
    if (this.#place.restore()) this.#scrolled();
    this.#focus.restore();
    this.#settle();
    this.#jumping.seek();
    if (this.#jumping.arrive(this.#place)) this.#scrolled();
    // Before more is fetched: nothing is given back while something is on its way.
    if (this.#isSettled && !this.#place.isAtEnd) this.#reach.giveBack();
    this.#fetch();
    this.#see();
  }

  render() {
    return html`<div
        class="log"
        tabindex="0"
        role="log"
        aria-live="off"
        aria-label=${words.say('conversation.log', { room: this.room.name })}
        @scroll=${() => this.#scrolled()}
        @wheel=${this.#moved}
        @touchmove=${this.#moved}
        @keydown=${(event) => this.#key(event)}
      >
        <div class="log-rows">
          ${this.#head()} ${repeat(
            this.#shown.rows().map((row) => this.#jumping.dress(this.#actions.dress(row))),
            (row) => row.key,
            (row) => drawn(row, this.room, this.#actions),
          )}
          ${this.conversation.excerpt?.newer === 'failed' ? this.#failed('newer') : nothing}
        </div>
      </div>
      ${this.#jumping.problem()} ${this.isAtEnd === false || this.conversation.excerpt ? this.#jump() : nothing}`;
  }

  /** The reader goes to the newest message, and has read all. */
  toEnd() {
    this.#isSettled = true;
    this.conversation.leaveExcerpt();
    this.#jumping.forget();
    forgetMessageInAddress();
    this.#place.toEnd();
    this.#see();
  }

  /** @returns whether it is held */
  goTo(sequence) {
    if (!this.querySelector(`.message[data-sequence="${sequence}"]`)) return false;
    this.#isSettled = true;
    this.#jumping.aim(sequence);
    return true;
  }

  /** A row alone is about to become higher or lower. */
  hold(row) {
    this.#moved();
    this.#place.hold(row);
  }

  /** One's own newest message is written anew, in its place. */
  editLast() {
    this.#actions.editLast(this.#shown.rows());
  }

  /** The reader looks at the page again. */
  look() {
    this.#see();
  }

  /** What the reader is at: the newest, or what they jumped to. */
  get #shown() {
    return this.conversation.shown;
  }

  #head() {
    const { older, hasOlder, isEmpty } = this.#shown;
    if (older === 'failed') return this.#failed('older');
    if (hasOlder) return this.#olderComes(older === 'loading');
    const isDirect = this.room.kind === 'direct';
    return html`<div class="log-head">
      <h2>${words.say(isDirect ? 'conversation.beginningDirect' : 'conversation.beginning', { room: this.room.name })}</h2>
      ${isEmpty && !isDirect ? html`<p>${words.say('conversation.empty')}</p>` : nothing}
    </div>`;
  }

  /** As high while nothing is said as while it is: the rows must not jump. */
  #olderComes(isLoading) {
    return html`<div class="older meta">
      ${isLoading ? html`<span class="late">${words.say('conversation.older')}</span>` : nothing}
    </div>`;
  }

  #failed(side) {
    const again = () => (side === 'older' ? this.#shown.loadOlder() : this.#shown.loadNewer());
    return html`<div class="older meta">
      <span role="alert">${words.say(`conversation.${side}Failed`)}</span>
      <button class="button quiet" @click=${again}>${words.say('login.again')}</button>
    </div>`;
  }

  #jump() {
    const count = this.chat.reading.unread(this.room);
    const text = count > 0 ? words.say('conversation.jumpCount', { count }) : words.say('conversation.jump');
    return html`<button
      class="button jump ${count > 0 ? 'has-new' : ''}"
      data-test="jump-newest"
      @click=${() => this.toEnd()}
    >
      ${icon('down', 'small')}${text}
    </button>`;
  }

  #begin() {
    this.#isSettled = false;
    if (this.#place) this.#place.isAtEnd = true;
    this.#actions.forget();
    this.#jumping.forget();
  }

  /** Once all that the room has is here, the reader is put at the "new" divider; until then, at the end. */
  #settle() {
    if (this.#isSettled || this.conversation.last < this.room.head) return;
    this.#isSettled = true;
    const divider = this.querySelector('.divider.new');
    if (divider && divider.getBoundingClientRect().top < this.getBoundingClientRect().top) this.#place.toRow(divider);
    this.isAtEnd = this.#place.isAtEnd;
  }

  #moved = () => {
    this.#isSettled = true;
  };

  #key(event) {
    this.#moved();
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.altKey || !event.target.matches('.log, .message')) return;
    event.preventDefault();
    const messages = [...this.querySelectorAll('.message[data-sequence]')];
    const at = messages.indexOf(document.activeElement.closest('.message'));
    messages.at(at < 0 ? -1 : Math.min(Math.max(0, at + step), messages.length - 1))?.focus();
  }

  #scrolled() {
    this.#place.scrolled();
    // The end of an excerpt is none: what is put below it must not take the reader along.
    if (this.conversation.excerpt) this.#place.isAtEnd = false;
    this.isAtEnd = this.#place.isAtEnd;
    this.#fetch();
    this.#see();
  }

  #resized() {
    this.#place?.stay();
  }

  #fetch() {
    if (this.#isSettled) this.#reach.fetch();
  }

  #see() {
    if (this.#isSettled && this.#place.isAtEnd && !this.conversation.excerpt && isLookedAt(this.chat.people, document)) this.chat.seeEnd();
  }
}

customElements.define('hf-log', LogView);
