import { html, nothing } from 'lit';
import { naming, otherEmoji } from '../models/parsing.js';
import { words } from '../words/words.js';

/** What people put to a message: each emoji with a count; a click puts one's own, or takes it away. Who did is in who-reacted.js. */
export function reactions(row, { react, mayWrite }) {
  const all = row.change?.reactions ?? [];
  if (all.length === 0) return nothing;
  return html`<div class="reactions" data-test="reactions">
    ${all.map((one) => reaction(one, mayWrite, () => react(row, one.emoji, !one.mine)))}
  </div>`;
}

/** Who may put none is told who did: it can be reached. */
function reaction({ emoji, count, mine, people }, mayWrite, toggle) {
  naming.want(() => import('../models/emoji.js'));
  const name = naming.module?.nameOf(emoji, words.locale, otherEmoji.module ?? []) ?? emoji;
  const label = words.say('message.reaction', { name, count });
  return html`<button
    class="reaction ${mine ? 'mine' : ''}"
    aria-label=${label}
    aria-description=${who(people, count)}
    aria-pressed=${mine}
    aria-disabled=${mayWrite ? nothing : true}
    data-test="reaction"
    data-emoji=${emoji}
    @click=${mayWrite ? toggle : null}
  >
    <span class="emoji" aria-hidden="true">${emoji}</span> ${words.number(count)}
  </button>`;
}

/** The first of them by name, of the others only how many. */
function who(people, count) {
  const names = people.map(({ name }) => name);
  const others = count - names.length;
  return words.list(others > 0 ? [...names, words.say('message.others', { count: others })] : names);
}
