import { html } from 'lit';
import { MODEL, View } from './view.js';
import { fetchView } from './late.js';
import { words } from '../words/words.js';

const PLAIN = { live: 'line.live', 'catching-up': 'line.catchingUp', offline: 'line.offline' };

/** The state of the line in words. The first seconds of a page are no trouble yet. */
export function stateOf({ word, behind, since, isFirst, isTroubled }) {
  if (word === 'catching-up' && behind > 0) return words.say('line.catchingUpCount', { count: behind });
  if (word !== 'offline') return words.say(PLAIN[word]);
  if (since === null || (isFirst && !isTroubled)) return words.say('line.connecting');
  return words.say('line.offlineSince', { time: words.time(since) });
}

/** The dot and the word: at the foot of the room list, and in the room where that list is out of sight. Told to a screen reader only when the word itself changes. */
class StatusView extends View {
  static properties = { line: MODEL, hook: {}, hasDetails: { type: Boolean, attribute: 'details' } };
  static follows = ['line'];

  constructor() {
    super();
    this.hook = 'status';
  }

  render() {
    const { word } = this.line;
    return html`${this.hasDetails ? this.#button(word) : this.#sign(word)}
      <span class="heard-only" role="status">${words.say(PLAIN[word])}</span>`;
  }

  #sign(word) {
    return html`<span class="status" data-test=${this.hook} data-word=${word}>
      <span class="dot" data-word=${word}></span><span class="status-word">${stateOf(this.line)}</span>
    </span>`;
  }

  #button(word) {
    const title = words.say('line.details');
    return html`<button class="status-button" popovertarget="line-details" title=${title} data-test="line">
        ${this.#sign(word)}
      </button>
      <hf-line-details
        class="menu line-details"
        id="line-details"
        popover
        role="dialog"
        aria-label=${title}
        data-test="line-details"
        .line=${this.line}
        .pulse=${this.line.pulse}
        @beforetoggle=${() => fetchView('line-details')}
      ></hf-line-details>`;
  }
}

customElements.define('hf-status', StatusView);
