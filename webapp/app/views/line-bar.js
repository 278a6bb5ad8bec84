import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { stateOf } from './status.js';
import { words } from '../words/words.js';

/** The slim bar over a conversation while trouble lasts: what is true, and that nothing written is lost. */
class LineBarView extends View {
  static properties = { line: MODEL };
  static follows = ['line'];

  render() {
    if (!this.line.isTroubled) return nothing;
    return html`<div class="line-bar"><span data-test="line-bar">${this.#text()}</span>${this.#action()}</div>`;
  }

  #action() {
    if (this.line.word !== 'offline') return nothing;
    if (this.line.isStopped) return this.#button('line.reload', () => location.reload());
    return this.#button('line.tryNow', () => this.line.retry());
  }

  #button(label, act) {
    return html`<button class="link-button" @click=${act}>${words.say(label)}</button>`;
  }

  #text() {
    const state = stateOf(this.line);
    if (this.line.word === 'catching-up') return words.say('line.barCatchingUp', { state });
    return words.say('line.bar', { trouble: this.#trouble(state), promise: this.#promise() });
  }

  #trouble(state) {
    if (this.line.isStopped) return words.say('line.barStopped');
    return this.line.reason === 'draining' ? words.say('line.barDraining') : words.say('line.barOffline', { state });
  }

  /** Only what is true: a browser whose database fails keeps nothing. */
  #promise() {
    if (!this.line.isKept) return words.say(this.line.isStopped ? 'line.lostOnReload' : 'line.unkept');
    return words.say(this.line.isStopped ? 'line.sentOnReload' : 'line.kept');
  }
}

customElements.define('hf-line-bar', LineBarView);
