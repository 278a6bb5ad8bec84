import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { icon } from './icons.js';
import { words } from '../words/words.js';

/** Whether the reader of a thread follows it. Asked anew when they wrote in it, or changed it elsewhere. */
class ThreadFollowView extends View {
  static properties = { threads: MODEL, place: MODEL, newest: MODEL, following: { state: true } };
  static follows = ['threads'];

  #asked = '';

  updated() {
    const { log, root } = this.place;
    const state = `${log}/${root}/${this.newest}/${this.threads.newsOf(this.place)}`;
    if (state === this.#asked) return;
    this.#asked = state;
    this.#look();
  }

  render() {
    if (this.following === undefined) return nothing;
    const label = words.say(this.following ? 'threads.unfollow' : 'threads.follow');
    return html`<button
      class="icon-button"
      title=${label}
      aria-label=${label}
      aria-pressed=${this.following}
      data-test="thread-follow"
      @click=${() => this.#follow(!this.following)}
    >
      ${icon(this.following ? 'bell' : 'muted')}
    </button>`;
  }

  async #look() {
    const asked = this.#asked;
    const { following } = await this.threads.of(this.place).catch(() => ({}));
    if (asked === this.#asked) this.following = following;
  }

  async #follow(on) {
    try {
      await this.threads.follow(this.place, on);
      this.following = on;
    } catch {
      this.#look();
    }
  }
}

customElements.define('hf-thread-follow', ThreadFollowView);
