import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { brief } from './brief.js';
import { draftMark } from './room-row.js';
import { draftOf, draftThreads } from '../models/draft-place.js';
import { words } from '../words/words.js';

/** The threads that one follows and in which replies wait, and those in which one has begun to write; a click goes there. */
class ThreadsView extends DialogView {
  static properties = { chat: MODEL, threads: MODEL };
  static follows = ['threads', 'drafts'];

  get drafts() {
    return this.chat.drafts;
  }

  render() {
    if (!this.isOpen) return nothing;
    return this.dialog(words.say('threads.title'), html`<div class="dialog-list" data-test="threads-list">${this.#content()}</div>`);
  }

  #content() {
    const { list } = this.threads;
    const drafted = this.#drafted(list);
    if (list.length + drafted.length === 0) return html`<p class="soft" data-test="none">${words.say('threads.none')}</p>`;
    return [
      list.map((thread) => this.#one(thread, this.chat.room(thread.room))),
      drafted.map((place) => this.#draft(place, this.chat.room(place.log))),
    ];
  }

  /** Where nothing waits but what one has begun. */
  #drafted(waiting) {
    const isWaiting = ({ log, root }) => waiting.some(({ room, thread }) => room === log && thread === root);
    return draftThreads(this.chat).filter((place) => !isWaiting(place));
  }

  #one({ thread, replies, at, author, text, files }, room) {
    const hasDraft = this.drafts.has(draftOf({ log: room.log, root: thread }));
    return html`<button class="choice thread-choice" data-test="thread-waiting" @click=${() => this.#go(room.log, thread)}>
      <span class="meta"><bdi>${room.name}</bdi> · <bdi>${author}</bdi> · ${words.moment(at)} ${hasDraft ? ['· ', draftMark()] : nothing}</span>
      <span class="thread-text" dir="auto">${brief({ text, files }) || words.say('replies.gone')}</span>
      <span class="thread-new">${words.say('threads.new', { count: replies })}</span>
    </button>`;
  }

  #draft({ log, root }, room) {
    return html`<button class="choice thread-choice" data-test="thread-draft" @click=${() => this.#go(log, root)}>
      <span class="meta"><bdi>${room.name}</bdi> · ${draftMark()}</span>
      <span class="thread-text" dir="auto">${this.drafts.of(draftOf({ log, root }))}</span>
    </button>`;
  }

  #go(log, root) {
    this.hide();
    this.threads.want({ log, root });
    this.chat.enter(log);
  }
}

customElements.define('hf-threads', ThreadsView);
