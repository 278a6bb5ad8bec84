import { Alerts } from '../../../webapp/app/models/alerts.js';
import { Clock } from './page-fixtures.js';

/** The tabs of one browser, each with what it raised, noticed and sounded; the first of them leads. */
export class Tabs {
  tabs = [];
  #client;

  constructor(client) {
    this.#client = client;
  }

  open(chat, shelf, visibilityState = 'hidden') {
    const clock = new Clock();
    const tab = { clock, document: { visibilityState, hasFocus: () => true }, raised: [], notices: [], sounds: 0, leads: this.tabs.length === 0 };
    const platform = Object.assign(clock, { document: tab.document });
    tab.alerts = new Alerts(this.#client, chat, shelf, platform);
    tab.alerts.addEventListener('raised', ({ detail }) => tab.raised.push(detail.map(({ sequence }) => sequence)));
    tab.alerts.addEventListener('raised', ({ detail }) => (tab.news = detail[0]));
    tab.alerts.addEventListener('notice', ({ detail }) => tab.notices.push(detail.length));
    tab.alerts.addEventListener('sound', () => (tab.sounds += 1));
    tab.alerts.begin((name, hear) => this.#join(tab, hear));
    this.tabs.push(tab);
    return tab;
  }

  ring() {
    for (const { clock } of this.tabs) clock.ring();
  }

  #join(tab, hear) {
    tab.hear = hear;
    const say = (message) => this.tabs.filter((each) => each !== tab).forEach((each) => each.hear(structuredClone(message)));
    return { say, close: () => {}, get leads() { return tab.leads; } };
  }
}
