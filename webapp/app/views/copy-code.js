import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { copy } from './copy.js';
import { icon } from './icons.js';
import { words } from '../words/words.js';

/** Puts a block of code on the clipboard. That it is there is said, and shown until one leaves the button. */
class CopyCodeView extends View {
  static properties = { code: MODEL, isCopied: { state: true } };

  render() {
    if (!words.has('code.copy')) return nothing; // code may come before the texts of what comes late
    const copied = this.isCopied ? words.say('code.copied') : '';
    const label = words.say('code.copy');
    return html`<button
        type="button"
        class="icon-button"
        title=${copied || label}
        aria-label=${label}
        data-test="copy-code"
        @click=${() => this.#copy()}
        @blur=${() => this.#leave()}
        @pointerleave=${() => this.#leave()}
      >
        ${icon(this.isCopied ? 'done' : 'copy')}
      </button>
      <span class="heard-only" role="status">${copied}</span>`;
  }

  async #copy() {
    this.isCopied = await copy(this.code);
  }

  #leave() {
    this.isCopied = false;
  }
}

customElements.define('hf-copy-code', CopyCodeView);
