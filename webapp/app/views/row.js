import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { message } from './message.js';
import { notice } from './notice.js';
import { naming, otherEmoji, parsing } from '../models/parsing.js';
import { words } from '../words/words.js';

/** A row of the log. It is drawn anew only when something of it changed: a long log costs as much as what is new in it. */
export function drawn(row, room, actions) {
  const { first, state, sequence, at, refusal, change, problem, face, quoted } = row;
  const shown = [first, state, sequence, at, refusal, change, problem, face, quoted?.text, quoted?.isGone];
  const inHand = [row.isActive, row.isEditing, row.isMarked, row.isUnfolded, row.copied, row.hasReceipts];
  return guard([...shown, ...inHand, words.locale, parsing.module, naming.module, otherEmoji.module], () => draw(row, room, actions));
}

function draw(row, room, actions) {
  if (row.type === 'message') return message(row, actions);
  if (row.type === 'day') return divider(words.day(row.at), 'day');
  if (row.type === 'new') return divider(words.say('conversation.new'), 'new');
  return notice(row, room);
}

function divider(text, kind) {
  return html`<div class="divider ${kind}" role="separator" data-test="${kind}-divider"><span>${text}</span></div>`;
}
