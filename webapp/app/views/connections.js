import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

const PAGE = 50;
const MOST = 1_000;
const TYPING_MILLIS = 200;
const REFRESH_MILLIS = 3_000;

/** For administrators: who is connected, how, and how well; and ending a connection. */
class ConnectionsView extends DialogView {
  static properties = {
    login: MODEL,
    found: { state: true },
    ended: { state: true },
    refusal: { state: true },
  };

  #timer = null;
  #wanted = '';
  #most = PAGE;
  #asked = 0;

  opened() {
    Object.assign(this, { found: null, ended: '', refusal: null });
    this.#wanted = '';
    this.#most = PAGE;
    this.#load();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="connections">
      <input
        class="input"
        type="search"
        aria-label=${words.say('connections.find')}
        placeholder=${words.say('connections.find')}
        data-test="find-connection"
        @input=${(event) => this.#find(event.target.value)}
      />
      <p class="soft" data-test="connections-back">${words.say('connections.back')}</p>
      ${this.refusal ? html`<p class="problem" role="alert" data-test="problem">${reason(this.refusal)}</p>` : nothing}
      <p role="status" data-test="connection-ended" ?hidden=${!this.ended}>${this.ended}</p>
      ${this.found ? this.#list(this.found) : html`<p class="soft" role="status">${words.say('login.asking')}</p>`}
    </div>`;
    return this.dialog(words.say('connections.title'), content);
  }

  #list({ node, shared, total, connections }) {
    if (total === 0) return html`<p class="soft">${words.say('connections.none')}</p>`;
    return html`<p class="soft" data-test="connections-total">
        ${words.say('connections.total', { count: total })}${shared ? html` · ${words.say('connections.node', { node })}` : nothing}
      </p>
      <ul class="logins">
        ${repeat(
          connections,
          ({ id }) => id,
          (connection) => this.#item(connection),
        )}
      </ul>
      ${connections.length < Math.min(total, MOST) ? this.#more() : nothing}`;
  }

  #item({ id, user, transport, purpose, openFor, heardAgo, roundTrip }) {
    const name = user?.displayName || user?.name || words.say('connections.nobody');
    const by = words.say(`connections.${transport}`);
    const time = words.moment(Date.now() - openFor);
    const trip = words.say(roundTrip === undefined ? 'connections.unknown' : 'connections.roundTrip', { value: roundTrip });
    const heard = words.say('connections.heard', { seconds: Math.round(heardAgo / 1_000) });
    return html`<li class="login-item connection-item" data-test="connection-item" data-user=${user?.name ?? ''}>
      <div class="offer-words">
        <strong dir="auto">${name}</strong>
        <span class="soft">${by}${purpose === 'stream' ? ` · ${words.say('connections.stream')}` : nothing} · ${trip} · ${heard}</span>
        <span class="soft">${words.say('connections.since', { time })}</span>
      </div>
      ${this.#end(id, name, words.say('connections.endNamed', { name, transport: by, time }))}
    </li>`;
  }

  #end(id, name, label) {
    return html`<button
      class="button"
      aria-label=${label}
      data-test="end-connection"
      @click=${(event) => this.#ask(event.target.closest('li'), id, name)}
    >
      ${words.say('connections.end')}
    </button>`;
  }

  #more() {
    const more = () => {
      this.#most = Math.min(this.#most + PAGE, MOST);
      this.#load();
    };
    return html`<button class="button" data-test="connections-more" @click=${more}>${words.say('connections.more')}</button>`;
  }

  #find(text) {
    clearTimeout(this.#timer);
    this.#wanted = text;
    this.#timer = setTimeout(() => this.#load(), TYPING_MILLIS);
  }

  /** The row goes, and the keyboard with it unless it is taken to the next. */
  async #ask(row, id, name) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    try {
      await this.login.http.ask('DELETE', `api/connections/${id}`);
      this.ended = words.say('connections.ended', { name });
    } catch (refusal) {
      this.refusal = refusal;
    }
    await this.#load();
    await this.updateComplete;
    if (document.activeElement === document.body || document.activeElement?.matches('dialog'))
      (next?.isConnected ? next.querySelector('button') : this.querySelector('input'))?.focus();
  }

  /** Again and again while it is open. The newest question counts: answers may come in another order. */
  async #load() {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    try {
      const query = new URLSearchParams({ name: this.#wanted, limit: this.#most });
      const found = await this.login.http.ask('GET', `api/connections?${query}`);
      if (asked === this.#asked) this.found = found;
    } catch (refusal) {
      this.refusal = refusal;
    }
    if (asked === this.#asked && this.isOpen) this.#timer = setTimeout(() => this.#load(), REFRESH_MILLIS);
  }
}

customElements.define('hf-connections', ConnectionsView);
