/** @import { SharingPlatform } from './road.js' */
/** @import { TabMessage } from './tab-channel.js' */
import { messageId } from './ids.js';
import { TabChannel } from './tab-channel.js';
import { Timer } from './timer.js';

/** For whoever holds the lock to answer a tab that comes. */
const FIRST_ANSWER_MILLIS = 100;
/** The same, once somebody has held it: a page may be busy for a while. */
const ANSWER_MILLIS = 2000;
/** From one look whether whoever holds it lives to the next, which serves all who wait. */
const LOOK_MILLIS = 5000;
/** Over so long those who wait ask when it is free: not all of them at once. */
const RUSH_MILLIS = 50;

/**
 * What is needed of Web Locks, for pages that browsers lend none: those of plain http. Tabs agree by a channel; one that is
 * closed frees what it holds, of one that crashed it is found out. For a moment two may hold a lock: the newer stays.
 */
export class ChannelLocks {
  #platform;
  #news = { since: 0 };

  /** @param {SharingPlatform} platform */
  constructor(platform) {
    this.#platform = platform;
  }

  /**
   * @param {string} name
   * @param {{signal?: AbortSignal, steal?: boolean}} options
   * @param {() => Promise<void>} work
   * @returns {Promise<unknown>} rejects when the wish was withdrawn, or the lock stolen
   */
  request(name, options, work) {
    const claim = (/** @type {(value?: unknown) => void} */ resolve, /** @type {(error: unknown) => void} */ reject) =>
      new Claim(this.#platform, name, options, this.#news, { work, resolve, reject });
    return new Promise(claim);
  }
}

/**
 * One tab's wish for a lock, until it is over.
 *
 *     asking ─ nobody answers ─▶ holding ─ done ─▶ over
 *       ▲ ▼ held                    ╰ another holds it since ─▶ over
 *     waiting
 */
class Claim {
  #platform;
  #news;
  #end;
  #id;
  #channel;
  #timer;
  /** @type {'asking'|'waiting'|'holding'|'over'} */
  #phase = 'asking';
  /** When it took the lock. */
  #since = 0;
  /** @type {Record<string, (message: TabMessage) => void>} */
  #handlers = {
    ask: () => this.#phase === 'holding' && this.#sayHeld(),
    held: (message) => (this.#phase === 'holding' ? this.#compare(message) : this.#wait(message)),
    free: () => this.#phase !== 'holding' && this.#ask(this.#platform.random() * RUSH_MILLIS),
  };

  /**
   * @param {SharingPlatform} platform
   * @param {string} name
   * @param {{signal?: AbortSignal, steal?: boolean}} options
   * @param {{since: number}} news  when the newest that was heard of took the lock
   * @param {{work: () => Promise<void>, resolve: (value?: unknown) => void, reject: (error: unknown) => void}} end
   */
  constructor(platform, name, { signal, steal }, news, end) {
    this.#platform = platform;
    this.#news = news;
    this.#end = end;
    this.#id = messageId(platform.crypto);
    this.#timer = new Timer(platform, () => (this.#phase === 'asking' ? this.#take() : this.#ask(ANSWER_MILLIS)));
    this.#channel = new TabChannel(platform.BroadcastChannel, `${name} lock`, this.#id, (message) =>
      this.#handlers[message.type](message),
    );
    signal?.addEventListener('abort', () => this.#phase !== 'holding' && this.#fail('withdrawn'));
    if (steal) this.#take();
    else this.#ask(FIRST_ANSWER_MILLIS);
  }

  /** @param {number} patience */
  #ask(patience) {
    this.#phase = 'asking';
    this.#channel.say('all', 'ask');
    this.#timer.start(patience);
  }

  /** @param {TabMessage} message */
  #wait({ since = 0 }) {
    this.#news.since = Math.max(this.#news.since, since);
    this.#phase = 'waiting';
    this.#timer.start(LOOK_MILLIS);
  }

  async #take() {
    this.#timer.cancel();
    this.#phase = 'holding';
    // Later than whoever held it before, even if the clock was set back.
    this.#since = Math.max(this.#platform.now(), this.#news.since + 1);
    this.#sayHeld();
    await this.#end.work();
    if (this.#phase === 'holding') this.#free();
  }

  #sayHeld() {
    this.#channel.say('all', 'held', { since: this.#since });
  }

  /**
   * Another holds it, too.
   * @param {TabMessage} message
   */
  #compare({ from, since = 0 }) {
    const isNewer = since > this.#since || (since === this.#since && from > this.#id);
    if (isNewer) this.#fail('stolen');
    else this.#sayHeld();
  }

  #free() {
    this.#channel.say('all', 'free');
    this.#leave();
    this.#end.resolve();
  }

  /** @param {string} reason */
  #fail(reason) {
    this.#leave();
    this.#end.reject(new DOMException(reason, 'AbortError'));
  }

  #leave() {
    this.#phase = 'over';
    this.#timer.cancel();
    this.#channel.close();
  }
}
