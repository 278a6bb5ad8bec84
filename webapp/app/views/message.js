import { html, nothing } from 'lit';
import { attachments } from './attachments.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { markdown } from './markdown.js';
import { isLong } from '../models/folding.js';
import { callsIn } from '../models/mentions.js';
import { quote, replies } from './quote.js';
import { reactions } from './reactions.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** One message. `actions` has retry(id), discard(id), and what can be done to a message that is there: message-actions.js. */
export function message(row, actions) {
  return html`<article
    class="message ${row.first ? 'first' : ''}"
    tabindex="-1"
    data-test="message"
    data-sequence=${row.sequence ?? nothing}
    data-state=${row.state}
    ?data-marked=${row.isMarked}
  >
    ${row.isActive ? tools(row, actions) : nothing}
    ${row.first ? avatar({ ...row.author, picture: row.face?.picture }, '', () => actions.showPerson(row.author)) : nothing}
    <header class="by">
      ${author(row, actions)}
      <time datetime=${new Date(row.at).toISOString()} title=${words.moment(row.at)}>${words.time(row.at)}</time>
      ${row.change?.isPinned ? pinned() : nothing}
    </header>
    ${quote(row, actions)} ${row.isEditing ? edit(row, actions) : text(row, actions)} ${attachments(row)}
    ${reactions(row, actions)} ${replies(row, actions)}
    ${row.state === 'sent' ? nothing : state(row, actions)} ${row.problem ? problem(row.problem) : nothing}
  </article>`;
}

/** It can be reached by the keyboard when its message is, after the tools. */
function author({ author: { id, name }, first, isActive }, { showPerson }) {
  if (!first) return html`<bdi class="heard-only" data-test="message-author">${name}</bdi>`;
  return html`<button class="author" tabindex=${isActive ? 0 : -1} data-test="message-author" @click=${() => showPerson({ id, name })}>
    <bdi>${name}</bdi>
  </button>`;
}

function text(row, actions) {
  const isFoldable = isLong(row.text);
  const isFolded = isFoldable && !row.isUnfolded;
  return html`<div
      class="text ${isFolded ? 'is-folded' : ''}"
      dir="auto"
      data-test="message-text"
      @focusin=${(event) => isFolded && isBelow(event) && actions.unfoldTo(row, event.target)}
    >${markdown(row.text, callsIn(row.calling ?? [], actions.me))}</div>
    ${isFoldable ? foldButton(row, actions, isFolded) : nothing} ${row.change?.editedAt ? edited(row, actions) : nothing}`;
}

/** Whether what the keyboard is at ends where a folded text is not seen any more. */
function isBelow({ target, currentTarget }) {
  return target.matches(':focus-visible') && target.getBoundingClientRect().bottom > currentTarget.getBoundingClientRect().bottom;
}

function foldButton(row, { fold }, isFolded) {
  return html`<button
    class="link-button fold"
    aria-expanded=${!isFolded}
    data-test="fold"
    @click=${({ currentTarget }) => fold(row, currentTarget.closest('.message'))}
  >
    ${words.say(isFolded ? 'message.more' : 'message.less')}
  </button>`;
}

function edited(row, { showEdits }) {
  const title = words.moment(row.change.editedAt);
  return html`<button class="link-button edited" title=${title} data-test="edited" @click=${() => showEdits(row)}>
    ${words.say('message.edited')}
  </button>`;
}

function pinned() {
  const label = words.say('message.pinned');
  return html`<span class="pinned" title=${label}>${icon('pin', 'small')}<span class="heard-only">${label}</span></span>`;
}

function edit(row, actions) {
  return html`<hf-message-edit .row=${row} .actions=${actions}></hf-message-edit>`;
}

function tools(row, actions) {
  return html`<hf-message-tools .row=${row} .actions=${actions}></hf-message-tools>`;
}

function problem(refusal) {
  return html`<p class="problem" role="alert" data-test="message-problem">${reason(refusal)}</p>`;
}

function state(row, actions) {
  if (row.state === 'refused') return refusal(row, actions);
  const label = words.say(`message.${row.state}`);
  return html`<span class="state late" title=${label}>
    ${icon('clock', 'small')}<span class="heard-only">${label}</span>
  </span>`;
}

function refusal(row, { retry, discard }) {
  return html`<div class="refusal" role="alert">
    <p><strong>${words.say('message.refused')}</strong> ${reason(row.refusal)}</p>
    <button class="button quiet" data-test="retry" @click=${() => retry(row.id)}>${words.say('message.retry')}</button>
    <button class="button quiet" data-test="discard" @click=${() => discard(row.id)}>
      ${words.say('message.discard')}
    </button>
  </div>`;
}
