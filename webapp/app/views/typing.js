import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { words } from '../words/words.js';

/** So many are named; of more it is only said that there are several. */
const MOST_NAMED = 3;

/** Who types in the open room. Its place is always there, so that nothing moves; a screen reader is not told: it would never end. */
class TypingView extends View {
  static properties = { people: MODEL, log: MODEL };
  static follows = ['people'];

  render() {
    return html`<p class="typing" data-test="typing">${this.#sentence(this.people.typing(this.log))}</p>`;
  }

  /** Names that are too long are cut, and what is said of them is not. */
  #sentence(names) {
    if (names.length === 0) return nothing;
    if (names.length > MOST_NAMED) return words.say('typing.several');
    const [before, after] = words.say('typing.named', { count: names.length }).split('{names}');
    return html`${before}<bdi>${words.list(names)}</bdi><span>${after}</span>`;
  }
}

customElements.define('hf-typing', TypingView);
