import { html, nothing } from 'lit';
import { hue, initials } from '../models/avatar.js';

/**
 * A person's picture, or the letters of their name.
 * @param person `{id, name, picture}`
 * @param show shows more of them by a click; by the keyboard their name does
 */
export function avatar({ id, name, picture }, size = '', show = nothing) {
  return html`<span class="avatar ${size} hue-${hue(id)}" aria-hidden="true" @click=${show}
    >${initials(name)}${picture ? portrait(id, picture) : nothing}</span
  >`;
}

/** Until it is there, and where it can't be had, the letters are seen. */
function portrait(id, picture) {
  const hide = ({ target }) => (target.hidden = true);
  const show = ({ target }) => (target.hidden = false);
  return html`<img src="./api/profiles/${id}/picture?v=${picture}" alt="" data-test="portrait" @error=${hide} @load=${show} />`;
}
