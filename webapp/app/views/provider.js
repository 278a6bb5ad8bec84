import { html, nothing } from 'lit';
import { words } from '../words/words.js';

/** The way in for whom something before this server signed in, and who signed out here. */
export function principalDoor({ principal }, isBusy, enter) {
  if (!principal) return nothing;
  return html`<button class="button main" ?disabled=${isBusy} data-test="principal" @click=${enter}>
      ${words.say('login.as', { name: principal })}
    </button>
    <p class="or soft">${words.say('login.or')}</p>`;
}

/** The way in by the company's identity provider, if there is one. A link: whoever comes back is on a new page. */
export function providerDoor({ provider }) {
  if (!provider) return nothing;
  const { name } = provider;
  const label = name ? words.say('login.with', { name }) : words.say('login.withCompany');
  return html`<a class="button main" href="./api/oidc/login" data-test="provider">${label}</a>
    <p class="or soft">${words.say('login.or')}</p>`;
}

/** Why the provider, or this server, did not let somebody in, and what to do. */
export function providerProblem(code) {
  if (!code) return nothing;
  const key = `provider.${code}`;
  const why = words.say(words.has(key) ? key : 'provider.wrong_login');
  return html`<p class="problem" role="alert" data-test="problem">${why}</p>`;
}
