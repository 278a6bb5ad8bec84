import { answering } from './answering.js';
import { MODEL } from './view.js';
import { WritingView } from './writing.js';
import { words } from '../words/words.js';

/** Where one writes to a room, and answers one of its messages. */
class ComposerView extends WritingView {
  static properties = { conversation: MODEL };
  static follows = [...WritingView.follows, 'conversation'];

  get label() {
    return words.say('composer.label', { room: this.room.name });
  }

  begun() {
    if (matchMedia('(min-width: 640px)').matches) this.focus(); // on a phone the keyboard would cover the room
  }

  above() {
    return answering(this.#answered && this.conversation.quoted(this.#answered), () => this.answer(null));
  }

  /** What is written answers that message; null: none. */
  answer(row) {
    this.drafts.answer(this.room.log, row && { sequence: row.sequence, epoch: this.room.epoch });
    this.requestUpdate();
    this.focus();
  }

  takeBack() {
    if (this.#answered === undefined) return false;
    this.answer(null);
    return true;
  }

  post(text) {
    const refusal = this.chat.posting.post(this.room.log, text, this.#answered);
    this.requestUpdate(); // nothing is answered any more
    return refusal;
  }

  /** The sequence of what the draft answers. Where the log began anew it is another message's. */
  get #answered() {
    const answered = this.drafts.answered(this.room.log);
    return answered?.epoch === this.room.epoch ? answered?.sequence : undefined;
  }
}

customElements.define('hf-composer', ComposerView);
