import { html, nothing } from 'lit';
import { noticeText } from './notice-text.js';

/** Events that are no messages, in one line; nothing, where a reader would miss nothing. Of those who are left out it can be opened. */
export function notice({ event, events = [event], sequence }, room) {
  const { text, whole } = noticeText(events, room);
  if (text === whole) return text ? html`<p class="notice" data-test="notice" data-sequence=${sequence}>${text}</p>` : nothing;
  return html`<details class="notice" data-test="notice" data-sequence=${sequence}>
    <summary title=${whole}>${text}</summary>
    <span data-test="notice-whole">${whole}</span>
  </details>`;
}
