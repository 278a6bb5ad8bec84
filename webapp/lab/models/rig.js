import { Model } from '../../app/models/model.js';
import { Pulse } from '../../app/models/pulse.js';
import { Gate } from './gate.js';
import { Journal } from './journal.js';
import { Outages } from './outages.js';

/** How far back the chart looks. */
export const SPAN_MILLIS = 60_000;
/** A ping may be lost with its connection: after so long there is another. */
const PING_MILLIS = 10_000;
const POLLS = ['long-poll', 'short-poll'];

/** One client on the bench: its line, which can be harmed, and all that can be seen of it. */
export class Rig extends Model {
  #now;
  #outages = new Outages(SPAN_MILLIS);
  #pingedAt = null;
  #silencedAt = null;
  #silenceLimit = 0;
  #lives = 0;

  events = 0;

  /**
   * @param {string} name
   * @param {string[]} transports
   * @param makeClient options → a client
   * @param {{now: () => number}} platform  and the rest of the browser
   */
  constructor(name, transports, makeClient, platform) {
    super();
    this.name = name;
    this.transports = transports;
    this.#now = platform.now;
    this.gate = new Gate(platform);
    this.client = makeClient({ transports, platform: this.gate.platform });
    this.pulse = new Pulse(this.client, this.#now, SPAN_MILLIS);
    this.journal = new Journal(this.#now);
    this.#listen();
  }

  // Seeing

  get status() {
    return this.client.status;
  }

  get isLive() {
    return this.status.word === 'live';
  }

  /** How often the line was lost and came back. */
  get reconnects() {
    return Math.max(0, this.#lives - 1);
  }

  get polls() {
    return this.gate.polls;
  }

  get canPoll() {
    return this.transports.some((each) => POLLS.includes(each));
  }

  /** How long the newest ping has waited for its answer. */
  get waiting() {
    return this.#pingedAt === null ? 0 : this.#now() - this.#pingedAt;
  }

  /** {for, limit}: how long the line has been kept silent, and what the client bears at most; null: it is not. */
  get silence() {
    return this.gate.isSilent ? { for: this.#now() - this.#silencedAt, limit: this.#silenceLimit } : null;
  }

  /** {from, to}: ages of the times without a connection. */
  get outages() {
    const now = this.#now();
    return this.#outages.recent(now).map(({ from, to }) => ({ from: now - from, to: now - (to ?? now) }));
  }

  isBlocked(transport) {
    return this.gate.blocks(transport);
  }

  /** Whether there is something to silence. */
  get canStall() {
    return this.isLive && !this.gate.isSilent;
  }

  // Harming

  cut() {
    const count = this.gate.size;
    this.#note(count > 0 ? 'lab.log.cut' : 'lab.log.nothingToCut', count > 0 ? { count } : {});
    this.gate.cut();
  }

  stall() {
    if (!this.canStall) return;
    this.#silencedAt = this.#now();
    this.gate.silence();
    this.#note('lab.log.stalled');
  }

  /** With its lines there is hope again: a client that rests need not rest on. */
  toggleBlock(transport) {
    const isBlocked = this.isBlocked(transport);
    // Who only polls begins with a short poll, whichever kind it prefers.
    const transports = this.transports.every((each) => POLLS.includes(each)) ? POLLS : [transport];
    this.#note(isBlocked ? 'lab.log.unblocked' : 'lab.log.blocked', { transport });
    if (!isBlocked) return this.gate.block(...transports);
    this.gate.unblock(...transports);
    this.client.connect();
  }

  // Living

  open() {
    this.client.connect();
  }

  /** To be called about once a second. */
  beat() {
    if (this.isLive && (this.#pingedAt === null || this.waiting > PING_MILLIS)) this.#ping();
    this.changed();
  }

  async close() {
    this.pulse.close();
    await this.client.close();
  }

  #listen() {
    const on = (type, handle) => this.client.addEventListener(type, ({ detail }) => handle(detail));
    on('statechange', (move) => this.#moved(move));
    on('statuschange', ({ reason }) => reason === 'draining' && this.#noteOnce('lab.log.draining'));
    on('transportchange', ({ transport, previous }) => previous && this.#note('lab.log.climbed', { transport, previous }));
    on('welcome', ({ timings }) => (this.#silenceLimit = timings.silenceLimit));
    on('event', () => this.events++);
    on('roundtrip', () => (this.#pingedAt = null));
  }

  #ping() {
    this.#pingedAt = this.#now();
    this.client.ping();
  }

  #moved({ state, previous, reason }) {
    if (state === 'live') this.#cameBack();
    else if (state === 'waiting' || state === 'stopped') this.#lost(previous, reason);
  }

  #cameBack() {
    this.#lives++;
    this.#outages.end(this.#now());
    this.#note('lab.log.live', { transport: this.status.transport });
  }

  #lost(previous, reason) {
    this.#pingedAt = null;
    this.#outages.begin(this.#now());
    if (this.gate.isSilent) this.#found();
    this.#note(previous === 'connecting' ? 'lab.log.failed' : 'lab.log.lost', { reason });
  }

  /** The client gave the silent line up: what it opens next may speak. */
  #found() {
    this.gate.release();
    this.#note('lab.log.found', { seconds: Math.round((this.#now() - this.#silencedAt) / 1000) });
  }

  #noteOnce(what) {
    if (this.journal.entries[0]?.what !== what) this.#note(what);
  }

  #note(what, values) {
    this.journal.note(what, values);
    this.changed();
  }
}
