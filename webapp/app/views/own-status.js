import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { RecentEmoji } from '../models/recent-emoji.js';
import { ENDS, lifetimeOf } from '../models/status-end.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';
import './emoji-picker.js';

const MOST_TEXT = 100;
const EVERYDAY = [
  { emoji: '📅', text: 'status.meeting', end: 'hour' },
  { emoji: '🍵', text: 'status.break', end: 'half' },
  { emoji: '🏠', text: 'status.home', end: 'today' },
  { emoji: '🤒', text: 'status.ill', end: 'today' },
  { emoji: '🌴', text: 'status.leave', end: 'week' },
];

/** What this person says of themself, and for how long. */
class OwnStatusView extends DialogView {
  static properties = { chat: MODEL, emoji: { state: true }, text: { state: true }, end: { state: true }, refusal: { state: true } };

  opened() {
    const { emoji = '', text = '' } = this.#now ?? {};
    Object.assign(this, { emoji, text, end: 'today', refusal: null });
  }

  get #now() {
    return this.chat.people.profile(this.chat.account.id).status;
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<form class="dialog-body stack" data-test="own-status" @submit=${(event) => this.#save(event)}>
      ${this.#line()} ${this.#everyday()} ${this.#ends()}
      ${this.#now?.until ? html`<p class="soft">${words.say('status.until', { time: words.moment(this.#now.until) })}</p>` : nothing}
      ${this.refusal ? html`<p class="problem" role="alert">${reason(this.refusal)}</p>` : nothing}
      <div class="dialog-foot">
        ${this.#now ? this.#clear() : nothing}
        <button class="button main" data-test="save-status">${words.say('status.save')}</button>
      </div>
    </form>`;
    return this.dialog(words.say('status.set'), content);
  }

  #line() {
    return html`<div class="status-line">
      <hf-emoji-picker
        .label=${words.say('status.emoji')}
        .chosen=${this.emoji}
        .recent=${new RecentEmoji(this.chat)}
        .choose=${(emoji) => (this.emoji = emoji)}
      ></hf-emoji-picker>
      <input
        class="input"
        aria-label=${words.say('status.text')}
        placeholder=${words.say('status.text')}
        maxlength=${MOST_TEXT}
        dir="auto"
        autofocus
        autocomplete="off"
        data-test="status-text"
        .value=${this.text}
        @input=${({ target }) => (this.text = target.value)}
      />
    </div>`;
  }

  #everyday() {
    const take = ({ emoji, text, end }) => Object.assign(this, { emoji, end, text: words.say(text) });
    return html`<div class="status-everyday" role="group" aria-label=${words.say('status.everyday')}>
      ${EVERYDAY.map(
        (each) => html`<button type="button" class="button quiet" data-test=${each.text} @click=${() => take(each)}>
          <span aria-hidden="true">${each.emoji}</span> ${words.say(each.text)}
        </button>`,
      )}
    </div>`;
  }

  #ends() {
    const choose = ({ target }) => (this.end = target.value);
    return html`<label class="field">
      <span>${words.say('status.end')}</span>
      <select class="input" data-test="status-end" @change=${choose}>
        ${ENDS.map((end) => html`<option value=${end} .selected=${end === this.end}>${words.say(`status.end.${end}`)}</option>`)}
      </select>
    </label>`;
  }

  #clear() {
    return html`<button type="button" class="button" data-test="clear-status" @click=${() => this.#say({})}>
      ${words.say('status.clear')}
    </button>`;
  }

  #save(event) {
    event.preventDefault();
    const { emoji, text } = this;
    this.#say({ emoji, text, lifetime: lifetimeOf(this.end, new Date()) });
  }

  async #say(status) {
    try {
      await this.chat.http.ask('PUT', 'api/profile/status', status);
      this.chat.people.profileAnew();
      this.hide();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-own-status', OwnStatusView);
