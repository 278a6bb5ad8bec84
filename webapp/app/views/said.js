import { html, nothing } from 'lit';

/** For whoever wrote words only. */
const SPEECH = '💬';

/** What a person says of themself, in one line. */
export function said({ status }) {
  if (!status) return nothing;
  const { emoji, text } = status;
  return html`<span class="said" title=${text} data-test="said"
    >${emoji} <bdi>${text}</bdi></span
  >`;
}

/** The same where there is no room: the words are in its title, and said. */
export function saidMark({ status }) {
  if (!status) return nothing;
  const { emoji, text } = status;
  return html`<span class="said-mark" title=${text} data-test="said"
    ><span aria-hidden="true">${emoji || SPEECH}</span><span class="heard-only">${emoji} ${text}</span></span
  >`;
}

/** How the other shows themself in a direct room of two; otherwise nobody is meant. */
export function profileOfOther(chat, room) {
  const other = otherOf(chat, room);
  return other ? chat.people.profile(other.id) : {};
}

/** Whether they are here, as People.stateOf() has it; null: it is not known, or nobody is meant. */
export function stateOfOther(chat, room) {
  const other = otherOf(chat, room);
  return other && chat.people.stateOf(room.log, other.id);
}

function otherOf(chat, { kind, people = [] }) {
  const others = kind === 'direct' ? people.filter(({ id }) => id !== chat.account.id) : [];
  return others.length === 1 ? others[0] : null;
}
