import { html, nothing } from 'lit';
import { alertText } from './alert-text.js';
import { chime } from './chime.js';
import { icon } from './icons.js';
import { Popups } from './popups.js';
import { MODEL, View } from './view.js';
import { words } from '../words/words.js';

const SHOWN_MILLIS = 10_000;

/** Tells of new messages: by the browser's notifications, or where it has none, by a notice in the page; by a sound. */
class AlertingView extends View {
  static properties = { alerts: MODEL, notice: { state: true } };
  static follows = ['alerts'];

  #abort = null;
  #popups = new Popups((message) => this.alerts.open(message));
  #timer = null;

  firstUpdated() {
    this.#abort = new AbortController();
    const on = (type, handle) => this.alerts.addEventListener(type, handle, { signal: this.#abort.signal });
    on('raised', (event) => this.#isPoppedUp(event.detail) && event.preventDefault());
    on('sound', () => chime());
    on('notice', ({ detail }) => this.#show(detail));
    this.alerts.begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#abort?.abort();
    this.#popups.close();
    clearTimeout(this.#timer);
  }

  updated() {
    const isUnread = (message) => this.alerts?.isUnread(message) ?? false;
    this.#popups.close(isUnread);
    if (this.notice && !this.notice.some(isUnread)) this.#hide();
  }

  render() {
    return html`<div class="alert-place" role="status">${this.notice ? this.#notice() : nothing}</div>`;
  }

  #notice() {
    const { title, body } = alertText(this.notice);
    return html`<div class="alert" data-test="alert" @pointerenter=${() => this.#stay()} @focusin=${() => this.#stay()}>
      <button class="alert-open" data-test="alert-open" @click=${() => this.#open()}>
        <strong dir="auto">${title}</strong><span dir="auto">${body}</span>
      </button>
      <button class="icon-button" aria-label=${words.say('close')} data-test="alert-close" @click=${() => this.#hide()}>
        ${icon('close')}
      </button>
    </div>`;
  }

  #isPoppedUp(news) {
    return this.alerts.preferences.all.popups && this.#popups.show(news);
  }

  #show(news) {
    this.notice = news;
    this.#stay();
    this.#timer = setTimeout(() => this.#hide(), SHOWN_MILLIS);
  }

  /** Whoever is at it decides themselves when it goes. */
  #stay() {
    clearTimeout(this.#timer);
  }

  #open() {
    const [message] = this.notice;
    this.#hide();
    this.alerts.open(message);
    this.ask('entered');
  }

  #hide() {
    this.#stay();
    this.notice = null;
  }
}

customElements.define('hf-alerting', AlertingView);
