import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL, View } from './view.js';
import { fileSize } from './file-size.js';
import { icon } from './icons.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** What the same file will always be refused for. */
const FOR_GOOD = new Set(['too_big', 'unsupported_type']);

/** What is to go with the message: each file with how far it is, and what one can do about it. */
class UploadTrayView extends View {
  static properties = { uploads: MODEL, draft: MODEL, limit: MODEL };
  static follows = ['uploads'];

  #hadFocus = false;

  willUpdate() {
    super.willUpdate();
    this.#hadFocus = this.contains(document.activeElement);
  }

  /** A button goes with its file, and when what it is for begins by itself. */
  updated() {
    if (this.#hadFocus && document.activeElement === document.body) this.ask('left');
  }

  render() {
    const uploads = this.uploads.of(this.draft);
    if (uploads.length === 0) return nothing;
    return html`<ul class="upload-tray" aria-label=${words.say('files.list')}>
      ${repeat(
        uploads,
        (upload) => upload,
        (upload) => this.#row(upload),
      )}
    </ul>`;
  }

  #row(upload) {
    const { name, state, size, loaded } = upload;
    return html`<li class="upload" data-test="upload" data-state=${state}>
      ${icon(state === 'failed' ? 'warning' : 'file', 'small')}
      <bdi class="file-name" title=${name}>${name}</bdi>
      <span class="file-size" role=${state === 'failed' ? 'alert' : nothing}>${this.#said(upload)}</span>
      ${upload.isUnderWay
        ? html`<progress max=${size || 1} value=${loaded} aria-label=${name}></progress>`
        : nothing}
      ${mayStart(upload) ? this.#action('again', name, () => upload.start()) : nothing}
      ${this.#action('remove', name, () => this.uploads.remove(this.draft, upload))}
    </li>`;
  }

  #said({ state, size, loaded, refusal }) {
    if (state === 'failed' && refusal.code === 'too_big' && this.limit)
      return words.say('files.tooBig', { size: fileSize(size), limit: fileSize(this.limit) });
    if (state === 'failed') return reason(refusal);
    if (state === 'retrying') return words.say('files.retrying');
    if (state === 'uploading') return words.say('files.uploading', { done: fileSize(loaded), size: fileSize(size) });
    return fileSize(size);
  }

  #action(verb, name, act) {
    const label = words.say(verb === 'again' ? 'files.again' : 'files.remove', { name });
    const shape = verb === 'again' ? 'again' : 'close';
    return html`<button
      type="button"
      class="icon-button small"
      title=${label}
      aria-label=${label}
      data-test="upload-${verb}"
      @click=${() => this.#act(act)}
    >
      ${icon(shape, 'small')}
    </button>`;
  }

  /** Not every browser gives a button the focus that is clicked. */
  #act(act) {
    act();
    this.ask('left');
  }
}

/** Also before it does so by itself: whoever mended the line knows that it is there. */
function mayStart({ state, refusal }) {
  return state === 'retrying' || (state === 'failed' && !FOR_GOOD.has(refusal.code));
}

customElements.define('hf-upload-tray', UploadTrayView);
