/** @import { Hub } from './hub.js' */
/** @import { SharingPlatform } from './road.js' */
/** @import { TabMessage } from './tab-channel.js' */
import { ChannelLocks } from './channel-locks.js';
import { messageId } from './ids.js';
import { TabChannel } from './tab-channel.js';

/**
 * One tab's part in the connection that all tabs of the browser share. Whoever holds the lock has the hub; when that
 * tab is closed, or crashes, the browser gives the lock to the next.
 */
export class TabShare {
  /** Whether the hub has, or seeks, a connection. */
  isUp = false;
  /** @type {import('./tab-channel.js').Outlook} */
  outlook = { retryAt: null, hint: null, transport: 'websocket', isHidden: false };
  #platform;
  #locks;
  #name;
  #makeHub;
  #id;
  /** @type {((message: TabMessage) => void)[]} */
  #listeners = [];
  /** @type {TabChannel|null} */
  #channel = null;
  /** @type {Hub|null} */
  #hub = null;
  /** @type {AbortController|null} of the wish for the lock */
  #wish = null;
  #release = () => {};

  /**
   * @param {SharingPlatform} platform
   * @param {string} name  the same in all tabs that share
   * @param {(open: (onMessage: (message: TabMessage) => void) => TabChannel, hasBeenUp: boolean) => Hub} makeHub
   */
  constructor(platform, name, makeHub) {
    this.#platform = platform;
    this.#locks = platform.locks ?? new ChannelLocks(platform);
    this.#name = name;
    this.#makeHub = makeHub;
    this.#id = messageId(platform.crypto);
  }

  /** @param {(message: TabMessage) => void} listener */
  listen(listener) {
    this.#listeners.push(listener);
  }

  /** Takes part. */
  join() {
    if (this.#channel) return;
    this.#channel = this.#open(this.#id, (message) => this.#heard(message));
    this.#wishFor();
  }

  /** Leaves it to the others. */
  withdraw() {
    this.#wish?.abort();
    this.#resign();
    this.#channel?.say('hub', 'leave');
    this.#channel?.close();
    this.#channel = null;
    this.isUp = false;
  }

  /** The hub is frozen, or sleeps in a hidden tab: takes its place. */
  takeOver() {
    if (!this.#channel || this.#hub) return;
    this.#wish?.abort();
    this.#wishFor({ steal: true });
  }

  /** The same, if the hub is in a hidden tab, where timers are slow, and somebody looks at this one. */
  takeOverIfSeen() {
    if (this.outlook.isHidden && this.#platform.document?.visibilityState === 'visible') this.takeOver();
  }

  /**
   * @param {string} type
   * @param {Partial<TabMessage>} [more]
   */
  say(type, more) {
    this.#channel?.say('hub', type, more);
  }

  /**
   * @param {string} from
   * @param {(message: TabMessage) => void} onMessage
   */
  #open(from, onMessage) {
    return new TabChannel(this.#platform.BroadcastChannel, this.#name, from, onMessage);
  }

  /** @param {{steal?: boolean}} [more] */
  async #wishFor(more) {
    const wish = (this.#wish = new AbortController());
    // Browsers do not take a signal for a lock that is stolen.
    const options = more ?? { signal: wish.signal };
    const had = this.#locks.request(this.#name, options, () => this.#lead(wish));
    await had.catch(() => {}); // withdrawn, or stolen
    if (wish !== this.#wish || wish.signal.aborted) return;
    this.#resign();
    this.#wishFor();
  }

  /**
   * @param {AbortController} wish
   * @returns {Promise<void>} pending for as long as the lock is held
   */
  #lead(wish) {
    if (wish.signal.aborted) return Promise.resolve();
    this.#hub = this.#makeHub((onMessage) => this.#open('hub', onMessage), this.isUp);
    return new Promise((resolve) => (this.#release = resolve));
  }

  #resign() {
    this.#hub?.close();
    this.#hub = null;
    this.#release();
  }

  /** @param {TabMessage} message */
  #heard(message) {
    if (message.to !== 'all' && message.to !== this.#id) return;
    if (message.outlook) this.outlook = message.outlook;
    if (message.type === 'up') this.isUp = true;
    if (message.type === 'down') this.isUp = false;
    if (message.type === 'lead') this.takeOverIfSeen();
    for (const listener of this.#listeners) listener(message);
  }
}
