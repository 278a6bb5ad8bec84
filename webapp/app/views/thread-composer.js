import { MODEL } from './view.js';
import { WritingView } from './writing.js';
import { draftOf } from '../models/draft-place.js';
import { words } from '../words/words.js';

/** Where one replies in a thread. */
class ThreadComposerView extends WritingView {
  static properties = { thread: MODEL };

  hooks = 'thread-';

  get key() {
    return draftOf(this.thread);
  }

  get label() {
    return words.say('thread.label');
  }

  post(text) {
    const { log, newest } = this.thread;
    return this.chat.posting.post(log, text, newest, this.key);
  }
}

customElements.define('hf-thread-composer', ThreadComposerView);
