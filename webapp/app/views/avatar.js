import { html } from 'lit';
import { hue, initials } from '../models/avatar.js';

export function avatar({ id, name }, size = '') {
  return html`<span class="avatar ${size} hue-${hue(id)}" aria-hidden="true">${initials(name)}</span>`;
}
