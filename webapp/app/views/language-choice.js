import { html } from 'lit';

const NAMES = { en: 'English', zh: '简体中文' };

/** The page's languages, each in its own words. */
export function languageChoice(preferences) {
  return html`<div class="login-language">
    ${Object.entries(NAMES).map(([language, name]) => {
      const choose = () => (preferences.language = language);
      return html`<button class="link-button" lang=${language} @click=${choose}>${name}</button>`;
    })}
  </div>`;
}
