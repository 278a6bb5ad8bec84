import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { EMOJI, nameOf } from '../models/emoji.js';
import { words } from '../words/words.js';
import './emoji-picker.js';

/** Offered without looking for them. */
const QUICK = EMOJI.slice(0, 4);

/** What can be done to the message that the reader looks at. */
class MessageToolsView extends View {
  static properties = { row: MODEL, actions: MODEL, isSure: { state: true } };

  /** The button that was pressed is gone. */
  updated(changed) {
    if (changed.has('isSure') && this.isSure) this.querySelector('[data-test=tool-delete-sure]')?.focus();
  }

  render() {
    const { row, actions } = this;
    return html`<div class="tools" role="toolbar" aria-label=${words.say('message.tools')} data-test="message-tools">
      ${actions.mayWrite ? this.#writing() : nothing} ${this.#link()} ${actions.isOwn(row) ? nothing : this.#unread()}
      ${row.hasReceipts ? this.#button('readers', 'eye', () => actions.showReaders(row), 'receipts.readers') : nothing}
      ${actions.mayDelete(row) ? this.#delete() : nothing}
    </div>`;
  }

  #writing() {
    const { row, actions } = this;
    const isPinned = row.change?.isPinned ?? false;
    return html`${QUICK.map((each) => this.#quick(each.emoji))}
      <hf-emoji-picker .choose=${(emoji) => actions.react(row, emoji, true)}></hf-emoji-picker>
      ${this.#button('reply', 'reply', () => actions.reply(row))}
      ${actions.isOwn(row) ? this.#button('edit', 'write', () => actions.edit(row)) : nothing}
      ${this.#button(isPinned ? 'unpin' : 'pin', 'pin', () => actions.pin(row, !isPinned))}`;
  }

  #quick(emoji) {
    const isMine = this.row.change?.reactions.find((each) => each.emoji === emoji)?.mine ?? false;
    return html`<button
      class="icon-button"
      aria-label=${nameOf(emoji, words.locale)}
      aria-pressed=${isMine}
      data-emoji=${emoji}
      @click=${() => this.actions.react(this.row, emoji, !isMine)}
    >
      <span class="emoji" aria-hidden="true">${emoji}</span>
    </button>`;
  }

  #unread() {
    return this.#button('unread', 'unread', () => this.actions.unreadFrom(this.row), 'rooms.unreadFrom');
  }

  #link() {
    const { row, actions } = this;
    return this.#button(row.isCopied ? 'copied' : 'link', row.isCopied ? 'done' : 'link', () => actions.copyLink(row));
  }

  /** Asks once more: nothing brings a deleted message back. */
  #delete() {
    if (!this.isSure) return this.#button('delete', 'bin', () => (this.isSure = true));
    return html`<button class="button danger" data-test="tool-delete-sure" @click=${() => this.actions.delete(this.row)}>
      ${words.say('message.deleteSure')}
    </button>`;
  }

  #button(name, picture, act, text = `message.${name}`) {
    const label = words.say(text);
    return html`<button class="icon-button" title=${label} aria-label=${label} data-test="tool-${name}" @click=${act}>
      ${icon(picture)}
    </button>`;
  }
}

customElements.define('hf-message-tools', MessageToolsView);
