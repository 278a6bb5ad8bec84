import { html, nothing } from 'lit';
import { words } from '../words/words.js';

/** A labelled input of a form. `label` and `hint` name texts. */
export function field({ name, label, hint, type = 'text', autocomplete = 'off', minlength = 0, maxlength, required = true }) {
  return html`<label class="field">
    <span>${words.say(label)}</span>
    <input
      class="input"
      name=${name}
      type=${type}
      dir="auto"
      autocomplete=${autocomplete}
      autocapitalize="none"
      minlength=${minlength}
      maxlength=${maxlength}
      ?required=${required}
      data-test=${name}
    />
    ${hint ? html`<small>${words.say(hint)}</small>` : nothing}
  </label>`;
}

/** A password that is chosen, not asked for. */
export function newPassword(name, label) {
  const limits = { minlength: 8, maxlength: 200 };
  return field({ name, label, hint: 'login.passwordHint', type: 'password', autocomplete: 'new-password', ...limits });
}
