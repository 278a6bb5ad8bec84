import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { brief } from './brief.js';
import { draftOf } from '../models/draft-place.js';
import { words } from '../words/words.js';

/** The threads that one follows and in which replies wait; a click goes there. */
class ThreadsView extends DialogView {
  static properties = { chat: MODEL, threads: MODEL };
  static follows = ['threads'];

  render() {
    if (!this.isOpen) return nothing;
    return this.dialog(words.say('threads.title'), html`<div class="dialog-list" data-test="threads-list">${this.#content()}</div>`);
  }

  #content() {
    const { list } = this.threads;
    if (list.length === 0) return html`<p class="soft" data-test="none">${words.say('threads.none')}</p>`;
    return list.map((thread) => this.#one(thread, this.chat.room(thread.room)));
  }

  #one({ thread, replies, at, author, text, files }, room) {
    const hasDraft = this.chat.drafts.has(draftOf({ log: room.log, root: thread }));
    return html`<button class="choice thread-choice" data-test="thread-waiting" @click=${() => this.#go(room.log, thread)}>
      <span class="meta"><bdi>${room.name}</bdi> · <bdi>${author}</bdi> · ${words.moment(at)} ${hasDraft ? draftMark() : nothing}</span>
      <span class="thread-text" dir="auto">${brief({ text, files }) || words.say('replies.gone')}</span>
      <span class="thread-new">${words.say('threads.new', { count: replies })}</span>
    </button>`;
  }

  #go(log, root) {
    this.hide();
    this.threads.want({ log, root });
    this.chat.enter(log);
  }
}

function draftMark() {
  return html`· <span class="draft-mark">${words.say('rooms.draft')}</span>`;
}

customElements.define('hf-threads', ThreadsView);
