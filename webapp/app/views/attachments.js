import { html, nothing } from 'lit';
import { fileSize } from './file-size.js';
import { icon } from './icons.js';
import { addressOf, filesOf, fitted, isImage } from '../models/images.js';
import { words } from '../words/words.js';

const THUMBNAIL = { width: 360, height: 270 };

/** Several stand beside each other. */
const SMALL = { width: 200, height: 150 };

/** The files of a message: images as what they show, the others as what one can download. */
export function attachments(row) {
  const files = filesOf(row);
  if (files.length === 0) return nothing;
  const images = files.filter(isImage);
  const others = files.filter((file) => !isImage(file));
  return html`<div class="files">
    ${images.length > 0 ? html`<div class="thumbnails">${images.map((file) => thumbnail(file, images.length > 1 ? SMALL : THUMBNAIL))}</div>` : nothing}
    ${others.map(download)}
  </div>`;
}

/** As large as it will be, before it is there: nothing moves when it comes. */
function thumbnail(file, most) {
  const { width, height } = fitted(file, most);
  const show = ({ currentTarget }) =>
    currentTarget.dispatchEvent(new CustomEvent('show-image', { detail: file, bubbles: true }));
  return html`<button class="thumbnail" data-test="thumbnail" title=${file.name} @click=${show}>
    <img
      src=${addressOf(file.log, file, 'thumbnail')}
      width=${width}
      height=${height}
      alt=${words.say('files.show', { name: file.name })}
      loading="lazy"
      decoding="async"
      draggable="false"
    />
  </button>`;
}

function download(file) {
  const label = words.say('files.download', { name: file.name });
  return html`<a class="file" href=${addressOf(file.log, file)} download=${file.name} title=${label} data-test="file">
    ${icon('file')}
    <bdi class="file-name">${file.name}</bdi>
    <span class="file-size">${fileSize(file.size)}</span>
    <span class="heard-only">${label}</span>
  </a>`;
}
