import { ChannelLocks } from '../../holdfast/channel-locks.js';
import { browserPlatform } from '../../holdfast/platform.js';

/** What the tabs of one browser have to settle about alerts: which of them raises them, and what each of them sees. */
export class AlertTabs {
  #channel;
  #abort = new AbortController();
  #release = () => {};

  /** Whether this tab is the one that raises alerts: none is, for a moment, when that tab was closed. */
  leads = false;

  /**
   * @param name the same in all tabs of an account
   * @param hear takes what another tab says
   */
  constructor(name, hear, platform = browserPlatform()) {
    const { BroadcastChannel, locks = new ChannelLocks(platform) } = platform;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => hear(data);
    const { signal } = this.#abort;
    this.#lead(() => locks.request(name, { signal }, () => this.#holdUntilClosed(signal)), signal);
  }

  /** Says something to all other tabs. */
  say(message) {
    this.#channel.postMessage(message);
  }

  close() {
    this.#abort.abort();
    this.#channel.close();
    this.leads = false;
    this.#release();
  }

  /** Pages without Web Locks may lose the lock while they hold it, to a tab that holds it, too; then they wait again. */
  async #lead(request, signal) {
    while (!signal.aborted) {
      await request().catch((error) => error.name !== 'AbortError' && this.#abort.abort()); // a browser that forbids locks
      this.leads = false;
    }
  }

  #holdUntilClosed(signal) {
    if (signal.aborted) return Promise.resolve();
    this.leads = true;
    return new Promise((resolve) => (this.#release = resolve));
  }
}
