import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MODEL } from './view.js';
import { SoughtView } from './sought.js';
import { words } from '../words/words.js';

const REFRESH_MILLIS = 3_000;

/** For administrators: who is connected, how, and how well; and ending a connection. */
class ConnectionsView extends SoughtView {
  static properties = { login: MODEL, ended: { state: true } };

  opened() {
    this.ended = '';
    super.opened();
  }

  answer(query) {
    return this.login.http.ask('GET', `api/connections?${query}`);
  }

  /** Again and again while it is open. */
  async load() {
    const isNewest = await super.load();
    if (isNewest && this.isOpen) this.loadIn(REFRESH_MILLIS);
    return isNewest;
  }

  render() {
    if (!this.isOpen) return nothing;
    const content = html`<div class="dialog-body dialog-long" data-test="connections">
      ${this.field(words.say('connections.find'), 'find-connection')}
      <p class="soft" data-test="connections-back">${words.say('connections.back')}</p>
      <p role="status" data-test="connection-ended" ?hidden=${!this.ended}>${this.ended}</p>
      ${this.problem()} ${this.answered((found) => this.#list(found))}
    </div>`;
    return this.dialog(words.say('connections.title'), content);
  }

  #list({ shared, nodes, silent, total, connections }) {
    if (total === 0) return html`<p class="soft">${words.say('connections.none')}</p>${this.#silent(silent)}`;
    return html`<p class="soft" data-test="connections-total">
        ${words.say('connections.total', { count: total })}${shared ? ` · ${this.#nodes(nodes)}` : nothing}
      </p>
      ${this.#silent(silent)}
      <ul class="logins">
        ${repeat(
          connections,
          ({ id }) => id,
          (connection) => this.#item(connection, nodes.length > 1),
        )}
      </ul>
      ${this.more(connections.length, total, words.say('connections.more'), 'connections-more')}`;
  }

  #nodes(names) {
    const said = { count: names.length, nodes: words.list(names) };
    return words.say(said.count > 1 ? 'connections.nodes' : 'connections.alone', said);
  }

  #silent(names) {
    if (names.length === 0) return nothing;
    const said = words.say('connections.silent', { count: names.length, nodes: words.list(names) });
    return html`<p class="problem" role="status" data-test="connections-silent">${said}</p>`;
  }

  #item({ id, user, transport, purpose, openFor, heardAgo, roundTrip }, isOneOfMore) {
    const name = user?.displayName || user?.name || words.say('connections.nobody');
    const by = words.say(`connections.${transport}`);
    const time = words.moment(Date.now() - openFor);
    const trip = words.say(roundTrip === undefined ? 'connections.unknown' : 'connections.roundTrip', { value: roundTrip });
    const heard = words.say('connections.heard', { seconds: Math.round(heardAgo / 1_000) });
    return html`<li class="login-item connection-item" data-test="connection-item" data-user=${user?.name ?? ''}>
      <div class="offer-words">
        <strong dir="auto">${name}</strong>
        <span class="soft">${by}${purpose === 'stream' ? ` · ${words.say('connections.stream')}` : nothing} · ${trip} · ${heard}</span>
        <span class="soft">${words.say('connections.since', { time })}${isOneOfMore ? ` · ${words.say('connections.at', { node: id.split('-')[0] })}` : nothing}</span>
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

  /** The row goes, and the keyboard with it unless it is taken to the next. */
  async #ask(row, id, name) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    await this.act(async () => {
      await this.login.http.ask('DELETE', `api/connections/${id}`);
      this.ended = words.say('connections.ended', { name });
    });
    await this.load();
    await this.updateComplete;
    if (document.activeElement === document.body || document.activeElement?.matches('dialog'))
      (next?.isConnected ? next.querySelector('button') : this.querySelector('input'))?.focus();
  }
}

customElements.define('hf-connections', ConnectionsView);
