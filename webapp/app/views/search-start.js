import { html, nothing } from 'lit';
import { FILTERS } from '../models/filters.js';
import { words } from '../words/words.js';

/** What was looked for last, and what can be: there while nothing is. */
export function searchStart(recent, { run, clear, toggle }) {
  return html`<div class="dialog-list search-about">
    ${recent.all.length > 0 ? recentSearches(recent, run, clear) : nothing}
    <p class="soft">${words.say('search.about')}</p>
    <dl>${FILTERS.map((filter) => explained(filter, toggle))}</dl>
  </div>`;
}

function recentSearches({ all, at }, run, clear) {
  const title = words.say('search.recent');
  return html`<div class="recent-top">
      <h3>${title}</h3>
      <button class="button quiet" data-test="recent-clear" @click=${clear}>${words.say('search.recentClear')}</button>
    </div>
    <div class="recent" role="listbox" id="search-recent" aria-label=${title}>${all.map((text, index) => recentSearch(text, index, at, run))}</div>`;
}

function recentSearch(text, index, at, run) {
  return html`<button
    class="choice"
    role="option"
    tabindex="-1"
    id="search-recent-${index}"
    aria-selected=${index === at}
    data-test="recent-search"
    @click=${() => run(text)}
  >
    <bdi>${text}</bdi>
  </button>`;
}

/** The names are the same in every language, so that a search can be passed on. */
function explained(filter, toggle) {
  const key = filter === '-' ? 'not' : filter.replace(':', '');
  return html`<div>
    <dt><button class="chip" @click=${() => toggle(filter)}>${filter}</button></dt>
    <dd>${words.say(`search.about.${key}`)}</dd>
  </div>`;
}
