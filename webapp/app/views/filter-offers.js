import { html, nothing } from 'lit';
import { words } from '../words/words.js';

/** What may stand after the colon of a filter, below the field where it is written. The pointer must not take the focus from there. */
export function offerList({ offers, at }, take) {
  if (offers.length === 0) return nothing;
  return html`<ul
      class="completion search-offers"
      id="search-offers"
      role="listbox"
      tabindex="0"
      aria-label=${words.say('search.offers')}
      data-test="search-offers"
      @pointerdown=${(event) => event.preventDefault()}
    >
      ${offers.map((offer, index) => offerItem(offer, index, at, take))}
    </ul>
    <p class="heard-only" role="status">${words.say('mention.count', { count: offers.length })}</p>`;
}

function offerItem(offer, index, at, take) {
  const { label, hint } = offer;
  return html`<li id="search-offers-${index}" role="option" aria-selected=${index === at} data-test="search-offer" @click=${() => take(offer)}>
    <bdi>${label}</bdi> ${hint ? html`<span class="meta"><bdi>${hint}</bdi></span>` : nothing}
  </li>`;
}
