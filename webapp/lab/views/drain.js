import { html, nothing } from 'lit';
import { MODEL, View } from '../../app/views/view.js';
import { reason } from '../../app/views/refusal.js';
import { words } from '../../app/words/words.js';

/** Sends everybody away from this server, and lets them in again. It is asked for twice: others use the server, too. */
class DrainView extends View {
  static properties = { drain: MODEL, isSure: { state: true } };
  static follows = ['drain'];

  /** Whether a button was pressed that gives way to another: the focus must not be lost with it. */
  #isPressed = false;

  updated() {
    if (!this.#isPressed || this.drain.isBusy) return;
    this.#isPressed = false;
    this.querySelector('button').focus();
  }

  render() {
    const { drain } = this;
    return html`<section class="lab-panel" aria-label=${words.say('lab.drain')} data-test="drain">
      <h2>${words.say('lab.drain')}</h2>
      <p class="meta">${words.say('lab.drain.hint')}</p>
      <p class="lab-drain-state" data-test="drain-state">${this.#state()}</p>
      ${drain.refusal ? html`<p class="problem" role="alert">${reason(drain.refusal)}</p>` : nothing}
      <div class="lab-buttons">${this.#buttons()}</div>
    </section>`;
  }

  #state() {
    const { isOn, isOver, live, all } = this.drain;
    if (isOn) return words.say('lab.drain.on', { away: all - live, all });
    return isOver ? words.say('lab.drain.over', { live, all }) : words.say('lab.drain.off');
  }

  #buttons() {
    if (this.drain.isOn) return this.#button('lab.drain.end', 'end-drain', 'main', () => this.drain.end());
    if (!this.isSure) return this.#button('lab.drain.begin', 'begin-drain', '', () => (this.isSure = true));
    // Where the first was: a second click by accident does no harm.
    return html`${this.#button('cancel', 'cancel-drain', '', () => (this.isSure = false))}
    ${this.#button('lab.drain.sure', 'sure-drain', 'main', () => this.#begin())}`;
  }

  #button(label, hook, kind, act) {
    const press = () => {
      this.#isPressed = true;
      act();
    };
    return html`<button class="button ${kind}" data-test=${hook} ?disabled=${this.drain.isBusy} @click=${press}>
      ${words.say(label)}
    </button>`;
  }

  #begin() {
    this.isSure = false;
    this.drain.begin();
  }
}

customElements.define('hf-lab-drain', DrainView);
