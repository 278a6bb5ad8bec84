import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { attention } from '../models/attention.js';
import { messageInAddress, roomInAddress, showInAddress } from './address.js';
import { isComposing } from './composing.js';
import { refuseOtherDrops } from './dropping.js';
import { whenIdle } from './idle.js';
import { SWITCHER_KEYS } from './keys.js';
import { fetchAll, isCovered, showDialog } from './late.js';
import { noRooms } from './no-rooms.js';
import { words } from '../words/words.js';
import './rooms.js';
import './conversation.js';

/** What the page shows when it is asked to. */
const DIALOGS = ['shortcuts', 'own-profile', 'own-status', 'account', 'alerts', 'tokens', 'invite', 'accounts', 'all-rooms', 'connections', 'audit', 'search', 'own-mentions'];

/** What opens by a key alone, unless one writes. */
const LONE_KEYS = { '/': 'search', '?': 'shortcuts' };

/** What opens by a key with Ctrl, also while one writes. */
const COMMANDS = { k: 'switcher', '/': 'shortcuts', 'shift f': 'search', 'shift m': 'own-mentions' };

/** Signs of a person. */
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus'];

const WIDE = matchMedia('(min-width: 640px)');

/** The chat of one account: the rooms, the open conversation, and the keys that work everywhere. */
class ChatView extends View {
  static properties = { chat: MODEL, login: MODEL, preferences: MODEL, notFetched: { state: true } };
  static follows = ['chat'];

  #abort = null;

  connectedCallback() {
    super.connectedCallback();
    this.#abort = new AbortController();
    const options = { signal: this.#abort.signal };
    addEventListener('keydown', (event) => this.#key(event), options);
    for (const type of TOUCHES) addEventListener(type, () => this.chat.people.touch(), { ...options, passive: true });
    for (const dialog of DIALOGS) this.addEventListener(`show-${dialog}`, () => showDialog(this, dialog), options);
    this.addEventListener('show-person', ({ detail }) => showDialog(this, 'person-card', { person: detail }), options);
    this.addEventListener('not-fetched', ({ detail }) => (this.notFetched = detail), options);
    this.addEventListener('entered', () => this.#toComposer(), options);
    addEventListener('popstate', () => this.#enter(roomInAddress()), options);
    refuseOtherDrops(options);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#abort.abort();
    document.title = words.say('app.name');
    mark({ calls: 0, hasUnread: false });
    showInAddress(null);
  }

  firstUpdated() {
    whenLive(this.chat.line, () => whenIdle(() => this.#fetchLater()));
    this.chat.resumed = roomInAddress() ?? (WIDE.matches ? this.chat.lastOpened : null);
    this.#enter(this.chat.resumed);
  }

  /** What nobody waits for. */
  #fetchLater() {
    this.chat.people.meet();
    fetchAll();
  }

  #enter(log) {
    const message = messageInAddress();
    if (message === null) this.chat.enter(log);
    else this.chat.seek(log, message);
  }

  updated() {
    showInAddress(this.chat.open ?? this.chat.wanted);
    const waiting = attention(this.chat);
    document.title = this.#title(waiting);
    mark(waiting);
  }

  render() {
    const { openRoom, isLost } = this.chat;
    this.toggleAttribute('data-room', openRoom !== null || isLost);
    return html`<hf-rooms .chat=${this.chat} .threads=${this.chat.threads} .login=${this.login} .preferences=${this.preferences}></hf-rooms>
      ${openRoom ? this.#conversation(openRoom) : this.#noRoom()}
      <hf-switcher .chat=${this.chat}></hf-switcher>
      <hf-shortcuts></hf-shortcuts>
      <hf-own-status .chat=${this.chat}></hf-own-status>
      <hf-own-profile .chat=${this.chat}></hf-own-profile>
      <hf-person-card .chat=${this.chat}></hf-person-card>
      <hf-alerting .alerts=${this.login.alerts}></hf-alerting>
      <hf-alerts .preferences=${this.login.alerts?.preferences} .quiet=${this.chat.preferences.quiet}></hf-alerts>
      <hf-account .login=${this.login}></hf-account>
      <hf-tokens .login=${this.login} .account=${this.chat.account}></hf-tokens>
      <hf-invite .login=${this.login}></hf-invite>
      <hf-accounts .login=${this.login}></hf-accounts>
      <hf-all-rooms .chat=${this.chat} .login=${this.login}></hf-all-rooms>
      <hf-connections .login=${this.login}></hf-connections>
      <hf-audit .login=${this.login}></hf-audit>
      <hf-own-mentions .chat=${this.chat}></hf-own-mentions>
      <hf-search .chat=${this.chat}></hf-search> ${this.#problem()}`;
  }

  #conversation(room) {
    return html`<hf-conversation
      .chat=${this.chat}
      .room=${room}
      .threads=${this.chat.threads}
      @leave-view=${() => this.#backToRooms()}
    ></hf-conversation>`;
  }

  #noRoom() {
    const [before, after] = words.say('rooms.choose').split('{keys}');
    const hint = html`<p class="soft">${before}<kbd>${SWITCHER_KEYS}</kbd>${after}</p>`;
    return html`<main class="conversation">
      <hf-line-bar .line=${this.chat.line}></hf-line-bar>
      <div class="centre">${this.chat.isLost ? this.#lost() : this.chat.rooms.length + this.chat.list.closed.length > 0 ? hint : this.#noRooms()}</div>
    </main>`;
  }

  /** The same for what does not exist and for what one may not read. */
  #lost() {
    return html`<div role="alert" data-test="link-lost"><h1>${words.say('link.lost')}</h1></div>
      <button class="button" data-test="back" @click=${() => this.#backToRooms()}>${words.say('conversation.back')}</button>`;
  }

  #noRooms() {
    return this.chat.isWelcome ? noRooms(() => this.querySelector('hf-rooms').browse()) : nothing;
  }

  /** A part of the page that is wanted, and could not be had. */
  #problem() {
    if (!this.notFetched) return nothing;
    const { again } = this.notFetched;
    const leave = (act) => () => {
      this.notFetched = null;
      act();
    };
    return html`<div class="not-fetched" role="alert" data-test="not-fetched">
      ${words.say('page.notFetched')}
      <button class="button quiet" @click=${leave(again)}>${words.say('login.again')}</button>
      <button class="button quiet" @click=${leave(() => {})}>${words.say('close')}</button>
    </div>`;
  }

  #backToRooms() {
    this.chat.enter(null);
  }

  async #toComposer() {
    this.requestUpdate();
    await this.updateComplete;
    await this.querySelector('hf-conversation')?.updateComplete;
    this.querySelector('hf-composer')?.focus();
  }

  #title({ calls, hasUnread }) {
    const name = this.chat.openRoom?.name;
    return `${calls > 0 ? `(${words.number(calls)}) ` : hasUnread ? '• ' : ''}${name ? `${name} · ` : ''}${words.say('app.name')}`;
  }

  #key(event) {
    if (event.key === 'Escape' && event.shiftKey) return this.#readAll(event);
    if (isFilterKey(event)) return this.#onlyUnread(event);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step && !event.ctrlKey && !event.metaKey) return this.#toNextRoom(step, event);
    const dialog = dialogFor(event);
    if (!dialog) return;
    event.preventDefault();
    showDialog(this, dialog);
  }

  /** Browsers may have a meaning of their own for these keys. */
  #readAll(event) {
    if (isComposing(event) || isCovered()) return;
    event.preventDefault();
    this.chat.reading.readAll(...this.chat.rooms);
  }

  #onlyUnread(event) {
    event.preventDefault(); // some browsers read the page aloud by it
    if (isCovered()) return;
    const { preferences } = this.chat.list;
    preferences.onlyUnread = !preferences.onlyUnread;
  }

  #toNextRoom(step, event) {
    // A choice of several opens by that key.
    if (isCovered() || event.target.matches?.('select')) return;
    event.preventDefault();
    this.chat.enterNext(step, event.shiftKey);
  }
}

/** Held down it would list one and the other by turns. */
function isFilterKey({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }) {
  return (ctrlKey || metaKey) && shiftKey && !altKey && !repeat && key.toLowerCase() === 'u';
}

/** What a key opens. Ctrl and Alt together are AltGr, by which some keyboards write. */
function dialogFor({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  if (!(ctrlKey || metaKey) || altKey) return isWriting(target) ? undefined : LONE_KEYS[key];
  const letter = key.toLowerCase();
  return (shiftKey && COMMANDS[`shift ${letter}`]) || COMMANDS[letter];
}

/** The tab's icon can wait. */
async function mark(waiting) {
  const { badge } = await import('./badge.js');
  badge(waiting);
}

/** A page that waits for its messages is idle, too. */
function whenLive(line, act) {
  const look = () => {
    if (line.word !== 'live') return;
    line.removeEventListener('change', look);
    act();
  };
  line.addEventListener('change', look);
  look();
}

function isWriting(target) {
  return target.matches?.('input, textarea, select, [contenteditable]') ?? false;
}

customElements.define('hf-chat', ChatView);
