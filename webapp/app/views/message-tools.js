import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { nameOf } from '../models/emoji.js';
import { otherEmoji } from '../models/parsing.js';
import { RecentEmoji } from '../models/recent-emoji.js';
import { words } from '../words/words.js';
import './emoji-picker.js';

/** So many emoji are offered without looking for them. */
const QUICK = 4;

/** By these, as ARIA calls them, the keyboard does the same to the message that it is at: message-keys.js. */
const KEYS = { react: 'A Plus', reply: 'R', edit: 'E', pin: 'P', unpin: 'P', link: 'C', text: 'Y', unread: 'U', delete: 'D Delete' };
const THREAD_KEY = 'T';

/** What is said of what is on the clipboard. */
const COPIED = { link: 'message.copied', text: 'message.textCopied' };

/** What can be done to the message that the reader looks at. */
class MessageToolsView extends View {
  static properties = { row: MODEL, actions: MODEL, isSure: { state: true } };

  #recent = null;
  #quick = []; // they stay while the tools are out: the next press may take the last one back

  willUpdate(changed) {
    super.willUpdate(changed);
    if (!changed.has('actions')) return;
    this.#recent = new RecentEmoji(this.actions.chat);
    this.#quick = this.#recent.first(QUICK);
  }

  /** The button that was pressed is gone. */
  updated(changed) {
    if (changed.has('isSure') && this.isSure) this.querySelector('[data-test=tool-delete-sure]')?.focus();
  }

  render() {
    const { row, actions } = this;
    return html`<div class="tools" role="toolbar" aria-label=${words.say('message.tools')} data-test="message-tools">
      ${actions.mayWrite ? this.#writing() : nothing} ${this.#copying('link', 'link', actions.copyLink)}
      ${row.text ? this.#copying('text', 'copy', actions.copyText) : nothing} ${actions.isOwn(row) ? nothing : this.#unread()}
      ${row.hasReceipts ? this.#button('readers', 'eye', () => actions.showReaders(row), 'receipts.readers') : nothing}
      ${actions.mayDelete(row) ? this.#delete() : nothing}
      <span class="heard-only" role="status">${row.copied ? words.say(COPIED[row.copied]) : ''}</span>
    </div>`;
  }

  #writing() {
    const { row, actions } = this;
    const isPinned = row.change?.isPinned ?? false;
    return html`${this.#quick.map((emoji) => this.#one(emoji))}
      <hf-emoji-picker shortcuts=${KEYS.react} .recent=${this.#recent} .choose=${(emoji) => actions.react(row, emoji, true)}></hf-emoji-picker>
      ${this.#button('reply', 'reply', () => actions.reply(row))}
      ${actions.isOwn(row) ? this.#button('edit', 'write', () => actions.edit(row)) : nothing}
      ${this.#button(isPinned ? 'unpin' : 'pin', 'pin', () => actions.pin(row, !isPinned))}`;
  }

  #one(emoji) {
    const isMine = this.row.change?.reactions.find((each) => each.emoji === emoji)?.mine ?? false;
    return html`<button
      class="icon-button"
      aria-label=${nameOf(emoji, words.locale, otherEmoji.module ?? [])}
      aria-pressed=${isMine}
      data-emoji=${emoji}
      @click=${() => this.#react(emoji, !isMine)}
    >
      <span class="emoji" aria-hidden="true">${emoji}</span>
    </button>`;
  }

  #react(emoji, on) {
    if (on) this.#recent.use(emoji);
    this.actions.react(this.row, emoji, on);
  }

  /** What a key does to the message is what its tool does; without one it does nothing. */
  async press(key) {
    this.isSure = false; // whoever is at the message has left that question
    await this.updateComplete;
    if (key === THREAD_KEY) this.#openThread();
    else this.querySelector(`[aria-keyshortcuts~=${key}]`)?.click();
  }

  /** Whoever may not write begins none. */
  #openThread() {
    const { row, actions } = this;
    const isThere = row.thread || row.change?.replies?.count > 0;
    if (isThere || actions.mayWrite) actions.openThread(row.thread ?? row.sequence);
  }

  #unread() {
    return this.#button('unread', 'unread', () => this.actions.unreadFrom(this.row), 'rooms.unreadFrom');
  }

  /** Puts a part of the message on the clipboard. */
  #copying(part, picture, copy) {
    const { row } = this;
    const isCopied = row.copied === part;
    return this.#button(part, isCopied ? 'done' : picture, () => copy(row), isCopied ? COPIED[part] : `message.${part}`, isCopied ? 'copied' : part);
  }

  /** Asks once more: nothing brings a deleted message back. */
  #delete() {
    if (!this.isSure) return this.#button('delete', 'bin', () => (this.isSure = true));
    return html`<button class="button danger" data-test="tool-delete-sure" @click=${() => this.actions.delete(this.row)}>
      ${words.say('message.deleteSure')}
    </button>`;
  }

  #button(name, picture, act, text = `message.${name}`, hook = name) {
    const label = words.say(text);
    return html`<button
      class="icon-button"
      title=${label}
      aria-label=${label}
      aria-keyshortcuts=${KEYS[name] ?? nothing}
      data-test="tool-${hook}"
      @click=${act}
    >
      ${icon(picture)}
    </button>`;
  }
}

customElements.define('hf-message-tools', MessageToolsView);
