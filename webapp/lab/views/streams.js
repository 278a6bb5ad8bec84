import { html, nothing } from 'lit';
import { MODEL, View } from '../../app/views/view.js';
import { reason } from '../../app/views/refusal.js';
import { words } from '../../app/words/words.js';

/** Each is a module with `start(element, client)`, which shows its topic and returns what ends it. */
const EXAMPLES = ['clock', 'score', 'ticker', 'map', 'text'];

/** What event streams are for. Each example has a connection of its own, so they are there only when they are asked for. */
class StreamsView extends View {
  static properties = { demo: MODEL, client: MODEL, isShown: { state: true } };
  static follows = ['demo'];

  #ends = [];

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#end();
  }

  render() {
    const { demo } = this;
    return html`<section class="lab-panel" aria-label=${words.say('lab.streams')} data-test="streams">
      <h2>${words.say('lab.streams')}</h2>
      <p class="meta">${words.say('lab.streams.hint')}</p>
      <div class="lab-buttons">${this.isShown ? this.#plays() : this.#button('lab.streams.show', 'show-streams', () => this.#show())}</div>
      ${demo.refusal ? html`<p class="problem" role="alert">${this.#reason()}</p>` : nothing}
      ${this.isShown ? this.#places() : nothing}
    </section>`;
  }

  #reason() {
    return this.demo.refusal.code === 'forbidden' ? words.say('lab.streams.taken') : reason(this.demo.refusal);
  }

  #plays() {
    const { demo } = this;
    const play = demo.isOn
      ? this.#button('lab.streams.stop', 'stop-demo', () => demo.stop())
      : this.#button('lab.streams.play', 'play-demo', () => demo.start());
    return html`${play} ${this.#button('lab.streams.hide', 'hide-streams', () => this.#hide())}`;
  }

  #button(label, hook, act) {
    return html`<button class="button" data-test=${hook} @click=${act}>
      ${words.say(label)}
    </button>`;
  }

  #places() {
    return html`<div class="lab-streams">
      ${EXAMPLES.map(
        (name) => html`<section aria-label=${words.say(`lab.streams.${name}`)} data-example=${name}>
          <h3 class="meta">${words.say(`lab.streams.${name}`)}</h3>
          <div></div>
        </section>`,
      )}
    </div>`;
  }

  async #show() {
    this.isShown = true;
    await this.demo.prepare();
    const modules = await Promise.all(EXAMPLES.map((name) => import(`../streams/${name}.js`)));
    await this.updateComplete;
    if (!this.isShown) return;
    this.querySelector('button').focus();
    const starts = modules.map(({ start }, n) => start(this.#place(EXAMPLES[n]), this.client));
    this.#ends = await Promise.all(starts);
    if (!this.isShown) this.#end();
  }

  #place(name) {
    return this.querySelector(`[data-example=${name}] > div`);
  }

  async #hide() {
    this.#end();
    this.isShown = false;
    await this.updateComplete;
    this.querySelector('button').focus();
  }

  #end() {
    this.demo.stop();
    for (const end of this.#ends) end();
    this.#ends = [];
  }
}

customElements.define('hf-lab-streams', StreamsView);
