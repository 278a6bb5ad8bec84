import { ReliableEventSource } from '../../../../webapp/holdfast/reliable-event-source.js';
import { settle } from './clock.js';
import { FakePlatform } from './platform.js';

/** A ReliableEventSource, and all that its page hears. */
export class Reader {
  heard = [];

  constructor(options = {}, { url = 'news', platform = new FakePlatform() } = {}) {
    this.platform = platform.hold();
    this.source = new ReliableEventSource(url, { platform, ...options });
    for (const type of ['open', 'message', 'error', 'headline'])
      this.source.addEventListener(type, (event) => this.heard.push(this.#told(event)));
  }

  get request() {
    return this.platform.held.at(-1);
  }

  get clock() {
    return this.platform.clock;
  }

  /** The stream begins, and says something. */
  async stream(text = '', type) {
    this.request.stream(type).sayText(text);
    await settle();
    return this;
  }

  async say(text) {
    this.request.sayText(text);
    await settle();
  }

  async cut() {
    this.request.cut();
    await settle();
  }

  /** What the server would answer instead. */
  async answer(...answer) {
    this.request.answer(...answer);
    await settle();
  }

  #told({ type, data, status, lastEventId }) {
    if (type === 'error') return `error ${status}`;
    return type === 'open' ? type : [type, data, lastEventId].join(' ').trim();
  }
}
