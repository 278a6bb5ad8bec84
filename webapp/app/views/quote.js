import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { brief } from './brief.js';
import { addressOf, filesOf, fitted, isImage } from '../models/images.js';
import { words } from '../words/words.js';

/** More would not fit in a line. */
const SHOWN = 160;

/** As high as the line. */
const SMALL = { width: 60, height: 20 };

/** What a message answers, in a line above it; the way there. */
export function quote({ reply, thread, quoted }, { goTo }) {
  if (!reply) return nothing;
  if (!quoted?.author) return html`<p class="quote soft">${icon('reply', 'small')}${nameless(quoted)}</p>`;
  const { author } = quoted;
  const files = filesOf(quoted);
  const shown = brief({ text: line(quoted.text), files });
  const label = words.say('replies.goTo', { name: author.name });
  return html`<button class="quote" aria-label="${label}: ${shown}" data-test="quote" @click=${() => goTo({ reply, thread })}>
    ${icon('reply', 'small')}<bdi class="quote-author">${author.name}</bdi>${small(files.find(isImage))}<bdi class="quote-text">${shown}</bdi>
  </button>`;
}

/** An image beside its name. */
export function small(file) {
  if (!file) return nothing;
  const { width, height } = fitted(file, SMALL);
  return html`<img class="quote-image" data-test="quote-image" src=${addressOf(file.log, file, 'thumbnail')} width=${width} height=${height} alt="" loading="lazy" decoding="async" />`;
}

/** The thread that began with a message. */
export function replies(row, { openThread }) {
  const { count = 0, last } = row.change?.replies ?? {};
  if (count === 0) return nothing;
  return html`<button class="link-button thread-link" title=${words.moment(last)}
    data-test="thread-open" @click=${() => openThread(row.sequence)}>
    ${icon('reply', 'small')}${words.say('replies.count', { count })}
    <span class="soft">${isToday(last) ? words.time(last) : words.day(last)}</span>
  </button>`;
}

/** As a line: the first of the text, without what marks it up. */
export function line(text = '') {
  return text.replaceAll(/[*_`>#~]+/g, '').trim().split('\n', 1)[0].slice(0, SHOWN);
}

function isToday(at) {
  return new Date(at).toDateString() === new Date().toDateString();
}

/** Of what can't be quoted, or not yet. */
export function nameless(quoted) {
  return words.say(quoted?.isGone ? 'replies.gone' : 'replies.loading');
}
