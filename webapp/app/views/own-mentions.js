import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { marked } from './hit.js';
import { reason } from './refusal.js';
import { OwnMentions } from '../models/own-mentions.js';
import { words } from '../words/words.js';

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

/** The messages in which this person is mentioned, of all their rooms; a click goes there. */
class OwnMentionsView extends DialogView {
  static properties = { chat: MODEL, mentions: MODEL };
  static follows = ['mentions'];

  opened() {
    this.mentions?.close();
    this.mentions = new OwnMentions(this.chat.client, this.chat.account, () =>
      this.chat.rooms.flatMap((room) => this.chat.reading.newsOf(room)),
    );
    this.mentions.open();
  }

  updated() {
    if (!this.isOpen) this.mentions?.close();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.mentions?.close();
  }

  render() {
    if (!this.isOpen) return nothing;
    return html`<div class="search">${this.dialog(words.say('mentions.title'), [this.#state(), this.#content()])}</div>`;
  }

  #state() {
    return html`<div class="dialog-search"><p class="meta search-state" role="status" data-test="mentions-state">${this.#said()}</p></div>`;
  }

  #said() {
    const { state, hits, unread, isComplete } = this.mentions;
    const count = hits.length === 0 ? '' : unread > 0 ? words.say('mentions.new', { count: unread }) : words.say('mentions.allRead');
    return state === 'ready' && !isComplete ? `${count} ${words.say('search.incomplete')}` : count;
  }

  #content() {
    const { state, hits, hasMore } = this.mentions;
    if (hits.length > 0) return this.#list(hits);
    if (state === 'loading') return html`<p class="late soft search-late">${words.say('message.loading')}</p>`;
    if (state === 'failed' || hasMore) return html`<div class="dialog-list">${this.#more()}</div>`;
    return html`<div class="dialog-list">
      <p class="soft" data-test="none">${words.say('mentions.none', { name: this.chat.account.name })}</p>
    </div>`;
  }

  #list(hits) {
    return html`<div class="dialog-list" data-test="own-mentions-list" @keydown=${(event) => this.#key(event)}>
      <div role="list" aria-label=${words.say('mentions.title')}>
        ${repeat(
          hits,
          ({ room, sequence }) => `${room} ${sequence}`,
          (hit) => this.#one(hit),
        )}
      </div>
      ${this.#more()}
    </div>`;
  }

  #one(hit) {
    const { author, text, ranges, files, at } = hit;
    const isNew = this.mentions.isUnread(hit);
    const room = this.chat.room(hit.room).name;
    return html`<div role="listitem">
      <button class="choice hit" data-test="own-mention" data-unread=${isNew} @click=${() => this.#open(hit)}>
        <span class="meta">
          <strong><bdi>${author.name}</bdi></strong> · <bdi>${room}</bdi> · ${words.moment(at)}
          ${isNew ? html`· <span class="thread-new" data-test="mention-new">${words.say('conversation.new')}</span>` : nothing}
        </span>
        <span class="hit-text" dir="auto">${marked(text, ranges)}</span>
        ${files.length > 0 ? html`<span class="meta"><bdi>${words.list(files.map(({ name }) => name))}</bdi></span>` : nothing}
      </button>
    </div>`;
  }

  /** What is not there yet, and why. */
  #more() {
    const { state, refusal, hasMore } = this.mentions;
    const again = () => (hasMore ? this.#older() : this.mentions.load());
    return [
      state === 'failed' ? html`<p class="problem search-problem" role="alert">${reason(refusal)}</p>` : nothing,
      state === 'failed' || hasMore
        ? html`<button class="button quiet more" data-test="mentions-older" @click=${again}>
            ${words.say(hasMore ? 'mentions.older' : 'login.again')}
          </button>`
        : nothing,
    ];
  }

  /** The button may go with the last page, and the reader goes on below what they had. */
  async #older() {
    const had = this.mentions.hits.length;
    await this.mentions.more();
    this.requestUpdate();
    await this.updateComplete;
    this.querySelectorAll('.choice')[had]?.focus();
  }

  #key(event) {
    const buttons = [...this.querySelectorAll('.dialog-list button')];
    const next = STEPS[event.key] && buttons[buttons.indexOf(event.target) + STEPS[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #open({ room, sequence }) {
    this.hide();
    this.chat.seek(room, sequence);
  }
}

customElements.define('hf-own-mentions', OwnMentionsView);
