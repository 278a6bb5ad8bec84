import { html } from 'lit';
import { MODEL, View } from './view.js';
import { brief } from './brief.js';
import { Announcements } from '../models/announcements.js';
import { words } from '../words/words.js';

const SPOKEN_LENGTH = 200;

/** Says to a screen reader what others write in the open room, from when it was opened on. */
class AnnouncerView extends View {
  static properties = { chat: MODEL, log: MODEL, announcements: MODEL };
  static follows = ['announcements'];

  #conversation = null;
  #last = 0;
  #listen = () => this.#arrived();

  constructor() {
    super();
    this.announcements = new Announcements();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#turnTo(null);
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has('log') || changed.has('chat')) this.#turnTo(this.chat.conversation(this.log));
  }

  render() {
    return html`<div class="heard-only" aria-live="polite">${this.#text()}</div>`;
  }

  #turnTo(conversation) {
    this.#conversation?.removeEventListener('change', this.#listen);
    this.announcements.clear();
    this.#conversation = conversation;
    this.#last = conversation?.last ?? 0;
    conversation?.addEventListener('change', this.#listen);
  }

  #arrived() {
    const { last } = this.#conversation;
    if (last > this.#last && this.chat.line.word === 'live')
      this.announcements.add(this.#conversation.messagesOfOthersAfter(this.#last));
    this.#last = last;
  }

  #text() {
    const { batch } = this.announcements;
    if (batch.length === 0) return '';
    if (batch.length > 1) return words.say('conversation.announceMany', { count: batch.length });
    const [{ author, body }] = batch;
    return words.say('conversation.announce', { name: author.name, text: brief(body).slice(0, SPOKEN_LENGTH) });
  }
}

customElements.define('hf-announcer', AnnouncerView);
