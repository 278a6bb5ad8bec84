import { html } from 'lit';
import { MODEL, View } from '../../app/views/view.js';
import { Announcements } from '../../app/models/announcements.js';
import { words } from '../../app/words/words.js';
import { nameOf } from './parts.js';

/** Says to a screen reader which lines went and came back: once a second at most, and of many only how many. */
class AnnouncerView extends View {
  static properties = { rigs: MODEL, announcements: MODEL };
  static follows = ['announcements'];

  #words = new Map();

  constructor() {
    super();
    this.announcements = new Announcements();
  }

  firstUpdated() {
    for (const rig of this.rigs) rig.client.addEventListener('statuschange', ({ detail }) => this.#heard(rig, detail));
  }

  render() {
    return html`<div class="heard-only" role="status">${this.#text()}</div>`;
  }

  #heard(rig, { word }) {
    if (word === 'catching-up' || word === this.#words.get(rig)) return;
    this.#words.set(rig, word);
    this.announcements.add([rig]);
  }

  #text() {
    const rigs = [...new Set(this.announcements.batch)];
    if (rigs.length === 0) return '';
    if (rigs.length > 1) return words.say('lab.liveLines', { live: this.#live, all: this.rigs.length });
    return words.say('lab.announce', { name: nameOf(rigs[0]), state: words.say(`line.${rigs[0].status.word === 'live' ? 'live' : 'offline'}`) });
  }

  get #live() {
    return this.rigs.filter(({ isLive }) => isLive).length;
  }
}

customElements.define('hf-lab-announcer', AnnouncerView);
