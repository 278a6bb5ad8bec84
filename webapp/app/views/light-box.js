import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { icon } from './icons.js';
import { addressOf, fitted, imagesOf } from '../models/images.js';
import { words } from '../words/words.js';

/** An image of the conversation, as large as the window lets it be, and from there the ones before and after it. */
class LightBoxView extends DialogView {
  static properties = { conversation: MODEL, shown: { state: true } };
  static follows = ['conversation'];

  render() {
    if (!this.isOpen) return nothing;
    const images = imagesOf(this.conversation.shown.entries());
    const at = images.findIndex(({ id }) => id === this.shown.id);
    return html`<div class="light-box" @keydown=${(event) => this.#key(event, images, at)}>
      ${this.dialog(this.shown.name, this.#content(images, at))}
    </div>`;
  }

  #content(images, at) {
    const { log, name } = this.shown;
    const { width, height } = fitted(this.shown, { width: 2048, height: 2048 });
    const label = words.say('files.download', { name });
    return html`<div class="light-box-image">
        <img src=${addressOf(log, this.shown, 'view')} width=${width} height=${height} alt=${name} data-test="shown-image" />
      </div>
      <div class="light-box-foot">
        ${this.#step('previous', 'back', nextTo(images, at, -1))}
        <span class="meta" aria-live="polite">
          ${at < 0 ? nothing : words.say('files.of', { n: at + 1, count: images.length })}
        </span>
        ${this.#step('next', 'forth', nextTo(images, at, 1))}
        <a class="button" href=${addressOf(log, this.shown)} download=${name} aria-label=${label} data-test="download-image">
          ${icon('down', 'small')} ${words.say('files.downloadShort')}
        </a>
      </div>`;
  }

  /** Not disabled at the ends: the focus would be lost. */
  #step(verb, shape, image) {
    const label = words.say(verb === 'next' ? 'files.next' : 'files.previous');
    return html`<button
      type="button"
      class="icon-button"
      aria-label=${label}
      title=${label}
      aria-disabled=${image ? 'false' : 'true'}
      data-test="${verb}-image"
      @click=${() => this.#turnTo(image)}
    >
      ${icon(shape)}
    </button>`;
  }

  #key({ key }, images, at) {
    if (key === 'ArrowLeft') this.#turnTo(nextTo(images, at, -1));
    if (key === 'ArrowRight') this.#turnTo(nextTo(images, at, 1));
  }

  #turnTo(image) {
    if (image) this.shown = image;
  }
}

/** Nothing is, of one that is pinned far from what is held. */
function nextTo(images, at, step) {
  return at < 0 ? undefined : images[at + step];
}

customElements.define('hf-light-box', LightBoxView);
