import { Model } from '../../app/models/model.js';
import { Metronome } from './metronome.js';
import { Plot } from './plot.js';

const BEAT_MILLIS = 1_000;
/** Anybody may publish to them, so that this page may. */
const TOPICS = {
  'demo-clock': { durable: false },
  'demo-ticker': { keepEvents: 500 },
  'demo-match': { keepEvents: 100 },
  'demo-map': { durable: false },
  'demo-text': { keepEvents: 1000 },
};

/** The program that publishes what the examples show, as long as the page is there. */
export class Demo extends Model {
  #request;
  #now;
  #metronome;
  #plot = new Plot();
  #isPublishing = false;

  isOn = false;
  refusal = null;

  /**
   * @param request (method, path, body) → resolves with the answer, rejects with a refusal
   * @param platform the browser, with `now`
   */
  constructor(request, platform) {
    super();
    this.#request = request;
    this.#now = platform.now;
    this.#metronome = new Metronome(platform, BEAT_MILLIS, () => this.#beat());
  }

  /** Makes the topics that are not there yet. */
  async prepare() {
    this.refusal = null;
    try {
      const { topics } = await this.#request('GET', 'api/streams');
      const known = new Set(topics.map(({ name }) => name));
      for (const name of Object.keys(TOPICS)) if (!known.has(name)) await this.#make(name);
    } catch (refusal) {
      this.#refused(refusal);
    }
  }

  start() {
    this.refusal = null;
    this.isOn = true;
    this.#metronome.start();
    this.changed();
  }

  stop() {
    this.isOn = false;
    this.#metronome.stop();
    this.changed();
  }

  /** Somebody may be quicker. */
  async #make(name) {
    try {
      await this.#request('POST', 'api/streams', { name, publishers: 'members', ...TOPICS[name] });
    } catch (refusal) {
      if (refusal.code !== 'name_taken') throw refusal;
    }
  }

  /** One after the other, by one connection; a beat that comes too soon is left out. */
  async #beat() {
    if (this.#isPublishing) return;
    this.#isPublishing = true;
    try {
      for (const { topic, event, data } of this.#plot.next(this.#now()))
        await this.#request('POST', `api/streams/${topic}?event=${event}`, data);
    } catch (refusal) {
      if (refusal.code === 'forbidden' || refusal.status === 401) this.#refused(refusal);
      // What is lost while the server is away is lost: the next one says more.
    } finally {
      this.#isPublishing = false;
    }
  }

  #refused(refusal) {
    this.refusal = refusal;
    this.stop();
  }
}
