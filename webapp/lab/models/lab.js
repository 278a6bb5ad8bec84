import { Model } from '../../app/models/model.js';
import { Demo } from './demo.js';
import { Drain } from './drain.js';
import { Metronome } from './metronome.js';
import { Race } from './race.js';
import { Rig } from './rig.js';
import { labRoom } from './room.js';

const TRANSPORTS = ['websocket', 'sse', 'long-poll', 'short-poll'];
const BEAT_MILLIS = 1_000;

/** The whole bench: a line for each transport, one that may use all of them, and what is done to all at once. */
export class Lab extends Model {
  #makeClient;
  #platform;
  #request;
  #metronome;

  /** asking, out, forbidden, failed, in */
  state = 'asking';
  rigs = [];
  ladder = null;
  race = null;
  drain = null;
  /** Why there is no race; null: there is one, or none yet. */
  refusal = null;

  /**
   * @param makeClient options → a client of this server
   * @param platform the browser, with `now`
   * @param request see Drain
   */
  constructor(makeClient, platform, request) {
    super();
    this.#makeClient = makeClient;
    this.#platform = platform;
    this.#request = request;
    /** Asks, and opens topics; it has no connection itself. */
    this.desk = makeClient({});
    this.demo = new Demo(request, platform);
    this.#metronome = new Metronome(platform, BEAT_MILLIS, () => this.#beat());
  }

  get all() {
    return [...this.rigs, ...(this.ladder ? [this.ladder] : [])];
  }

  async open() {
    this.#set('asking');
    try {
      const { role } = await this.desk.http.session();
      if (role === 'admin') await this.#enter();
      else this.#set('forbidden');
    } catch (refusal) {
      this.#set(refusal.status === 401 ? 'out' : 'failed');
    }
  }

  async close(state = 'out') {
    this.#metronome.stop();
    this.demo.stop();
    this.#set(state);
    await Promise.all(this.all.map((rig) => rig.close()));
  }

  async #enter() {
    this.rigs = TRANSPORTS.map((transport) => this.#rig(transport, [transport]));
    this.ladder = this.#rig('ladder', TRANSPORTS);
    this.drain = new Drain(this.all, this.#request);
    this.#set('in');
    await this.#prepareRace();
    for (const rig of this.all) rig.open();
    this.#metronome.start();
  }

  async #prepareRace() {
    try {
      const room = await labRoom(this.desk.http);
      this.race = new Race(this.ladder.client, this.all, room, this.#platform.now);
    } catch (refusal) {
      this.refusal = refusal;
    }
    this.changed();
  }

  #rig(name, transports) {
    const rig = new Rig(name, transports, this.#makeClient, this.#platform);
    rig.client.addEventListener('signedout', () => this.state === 'in' && this.close());
    return rig;
  }

  #beat() {
    for (const rig of this.all) rig.beat();
  }

  #set(state) {
    this.state = state;
    this.changed();
  }
}
