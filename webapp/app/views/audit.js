import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

const PAGE = 100;

/** For administrators: who did what, when, and from where. */
class AuditView extends DialogView {
  static properties = {
    login: MODEL,
    entries: { state: true },
    hasMore: { state: true },
    refusal: { state: true },
  };

  opened() {
    Object.assign(this, { entries: [], hasMore: true, refusal: null });
    this.#load();
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" tabindex="0" data-test="audit">
      ${this.refusal ? html`<p class="problem" role="alert">${reason(this.refusal)}</p>` : nothing}
      <ol class="logins">
        ${this.entries.map((entry) => this.#entry(entry))}
      </ol>
      ${this.hasMore ? this.#more() : nothing}
    </div>`;
    return this.dialog(words.say('audit.title'), content);
  }

  #entry({ at, action, actorName, subject, address }) {
    const key = `audit.${action}`;
    return html`<li class="login-item" data-test="audit-entry" data-action=${action}>
      <div class="offer-words">
        <span class="did"><strong dir="auto">${actorName || words.say('audit.nobody')}</strong> · ${words.has(key) ? words.say(key) : action}</span>
        <span class="soft"><time datetime=${new Date(at).toISOString()}>${words.moment(at)}</time>
          ${subject ? html` · <bdi>${subject}</bdi>` : nothing} ${address ? html` · <bdi>${address}</bdi>` : nothing}</span>
      </div>
    </li>`;
  }

  #more() {
    return html`<button class="button" data-test="audit-more" @click=${() => this.#load()}>${words.say('audit.more')}</button>`;
  }

  async #load() {
    this.refusal = null;
    try {
      const query = new URLSearchParams({ limit: PAGE });
      if (this.entries.length > 0) query.set('before', this.entries.at(-1).id);
      const { entries } = await this.login.http.ask('GET', `api/audit?${query}`);
      this.entries = [...this.entries, ...entries];
      this.hasMore = entries.length === PAGE;
    } catch (refusal) {
      this.refusal = refusal;
    }
  }
}

customElements.define('hf-audit', AuditView);
