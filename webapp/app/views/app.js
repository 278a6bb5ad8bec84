import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { words } from '../words/words.js';

/** The whole page: the door, or the chat of whoever came in. */
class AppView extends View {
  static properties = { login: MODEL, preferences: MODEL };
  static follows = ['login'];

  render() {
    switch (this.login?.state) {
      case 'out':
        return this.#door();
      case 'in':
        return this.#chat();
      case 'failed':
        return this.#failed();
      case 'asking':
        return html`<div class="centre late" role="status">${words.say('login.asking')}</div>`;
      default:
        return nothing;
    }
  }

  #door() {
    import('./login.js');
    return html`<hf-login .login=${this.login} .preferences=${this.preferences}></hf-login>`;
  }

  /** The chat's views are fetched only now: whoever signs in should not wait for them. */
  #chat() {
    import('./chat.js');
    return html`<hf-chat .chat=${this.login.chat} .login=${this.login} .preferences=${this.preferences}></hf-chat>`;
  }

  #failed() {
    return html`<main class="centre">
      <p role="alert">${words.say('login.failed')}</p>
      <button class="button main" @click=${() => this.login.resume()}>${words.say('login.again')}</button>
    </main>`;
  }
}

customElements.define('hf-app', AppView);
