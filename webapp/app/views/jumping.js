import { html, nothing } from 'lit';
import { showMessageInAddress } from './address.js';
import { icon } from './icons.js';
import { unfold } from '../models/folding.js';
import { words } from '../words/words.js';

/** Brings a reader to the message that is sought, and says so when there is none for them. */
export class Jumping {
  #view;
  #target = null; // the sequence of the message that is to come into sight
  #marked = null;
  #problem = null;

  /** @param view the log: `{chat, room, conversation, requestUpdate(), querySelector()}` */
  constructor(view) {
    this.#view = view;
  }

  /** A row with what shows of this. */
  dress(row) {
    const isMarked = this.#marked !== null && row.sequence === this.#marked; // one that is on its way has no sequence
    return isMarked && row.type === 'message' ? { ...row, isMarked: true } : row;
  }

  /** Goes for what is sought in this room, once all is here that the room has had so far. */
  seek() {
    const { chat, room, conversation } = this.#view;
    if (chat.sought?.log !== room.log || conversation.last < room.head) return;
    const { sequence } = chat.sought;
    chat.sought = null;
    this.#go(conversation, sequence);
  }

  /** To one that is held. */
  aim(sequence) {
    unfold(this.#view.conversation, sequence);
    this.#target = sequence;
    this.#view.requestUpdate();
  }

  /** Whether the message is in sight now, for the first time. */
  arrive(place) {
    const row = this.#target && this.#view.querySelector(`.message[data-sequence="${this.#target}"]`);
    if (!row) return false;
    this.#target = null;
    place.toRow(row);
    row.focus({ preventScroll: true });
    return true;
  }

  /** The reader goes elsewhere. */
  forget() {
    this.#set({ target: null, marked: null, problem: null });
  }

  problem() {
    if (this.#problem === null) return nothing;
    const close = words.say('close');
    return html`<div class="jump-problem" role="alert" data-test="jump-problem">
      ${words.say(this.#problem)}
      <button class="icon-button" title=${close} aria-label=${close} @click=${() => this.forget()}>${icon('close')}</button>
    </div>`;
  }

  async #go(conversation, sequence) {
    const problem = await attempt(conversation, sequence);
    if (this.#view.conversation !== conversation) return; // the reader went elsewhere meanwhile
    if (problem) return this.#set({ target: null, marked: null, problem });
    showMessageInAddress(conversation.log, sequence);
    unfold(conversation, sequence);
    this.#set({ target: sequence, marked: sequence, problem: null });
  }

  #set({ target, marked, problem }) {
    this.#target = target;
    this.#marked = marked;
    this.#problem = problem;
    this.#view.requestUpdate();
  }
}

/** @returns null, or the word for why there is nothing to see */
async function attempt(conversation, sequence) {
  try {
    return (await conversation.jumpTo(sequence)) ? null : 'link.gone';
  } catch {
    return 'link.failed';
  }
}
