import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { words } from '../words/words.js';

/** With oneself they are as many as still talk with each other; more want a room with a name. */
export const MOST_OTHERS = 7;

/**
 * Those who were chosen for one conversation, and its beginning.
 * @param drop takes one out again
 * @param write begins it
 */
export function chosenPeople(people, drop, write) {
  if (people.length === 0) return nothing;
  const isFull = people.length >= MOST_OTHERS;
  return html`<div class="chosen" data-test="chosen">
    <ul class="chosen-people" aria-label=${words.say('group.chosen')}>
      ${people.map((person) => chip(person, drop))}
    </ul>
    ${isFull ? html`<p class="soft" role="status">${words.say('group.full', { most: MOST_OTHERS + 1 })}</p>` : nothing}
    <button class="button main" data-test="write-to-all" @click=${write}>
      ${words.say('group.write', { count: people.length })}
    </button>
  </div>`;
}

function chip(person, drop) {
  const label = words.say('group.drop', { name: person.displayName });
  return html`<li class="chosen-person">
    <bdi>${person.displayName}</bdi>
    <button class="icon-button" title=${label} aria-label=${label} data-test="drop-person" @click=${() => drop(person)}>
      ${icon('close', 'small')}
    </button>
  </li>`;
}
