import { html, nothing } from 'lit';
import { MODEL, View } from '../../app/views/view.js';
import { icon } from '../../app/views/icons.js';
import { words } from '../../app/words/words.js';
import './announcer.js';
import './drain.js';
import './ladder.js';
import './race.js';
import './rig.js';
import './streams.js';

/** The page: who may not see it is told why, in words. */
class LabView extends View {
  static properties = { lab: MODEL };
  static follows = ['lab'];

  updated() {
    document.title = `${words.say('lab.title')} · ${words.say('app.name')}`;
  }

  render() {
    if (!this.lab) return nothing;
    return html`<header class="lab-top">
        <a class="icon-button" href="../" aria-label=${words.say('lab.back')} title=${words.say('lab.back')}>
          ${icon('back')}
        </a>
        <h1>${words.say('lab.title')}</h1>
      </header>
      ${this.lab.state === 'in' ? this.#bench() : this.#door()}`;
  }

  #door() {
    const { state } = this.lab;
    if (state === 'asking') return html`<p class="lab-door late" role="status">${words.say('login.asking')}</p>`;
    return html`<main class="lab-door">
      <p data-test="lab-door">${words.say(`lab.${state}`)}</p>
      ${state === 'failed' ? this.#again() : this.#toChat()}
    </main>`;
  }

  #again() {
    return html`<button class="button main" @click=${() => this.lab.open()}>${words.say('login.again')}</button>`;
  }

  #toChat() {
    return html`<a class="button main" href="../">${words.say(`lab.${this.lab.state}.toChat`)}</a>`;
  }

  #bench() {
    const { rigs, ladder, race, drain, demo, desk, refusal } = this.lab;
    return html`<main class="lab">
      <p class="lab-intro soft">${words.say('lab.intro')}</p>
      <section class="lab-rigs" aria-label=${words.say('lab.each')}>
        ${rigs.map((rig) => html`<hf-lab-rig .rig=${rig} .pulse=${rig.pulse}></hf-lab-rig>`)}
      </section>
      <hf-lab-ladder .rig=${ladder} .pulse=${ladder.pulse}></hf-lab-ladder>
      <hf-lab-race .race=${race} .refusal=${refusal}></hf-lab-race>
      <hf-lab-drain .drain=${drain}></hf-lab-drain>
      <hf-lab-streams .demo=${demo} .client=${desk}></hf-lab-streams>
      <hf-lab-announcer .rigs=${this.lab.all}></hf-lab-announcer>
    </main>`;
  }
}

customElements.define('hf-lab', LabView);
