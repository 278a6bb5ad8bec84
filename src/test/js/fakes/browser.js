// Loaded late, which takes a moment the first time: not in the middle of a test.
import '../../../../webapp/holdfast/shared-road.js';
import { FakePlatform } from './platform.js';

/** What the tabs of one browser share: channels, locks, and the clock. */
export class FakeBrowser {
  /** How long it takes until another tab has the lock of one that gave it back, or that crashed. */
  handOverMillis = 0;
  crashMillis = 0;
  #channels = new Set();
  #queues = new Map();

  /** @returns {FakePlatform} a new tab's */
  tab(clock) {
    const tab = Object.assign(new FakePlatform(clock), { isThere: true });
    const browser = this;
    tab.BroadcastChannel = class {
      onmessage = null;

      constructor(name) {
        Object.assign(this, { name, tab });
        browser.#channels.add(this);
      }

      postMessage(message) {
        if (!tab.isThere) return;
        if (!browser.#channels.has(this)) throw new DOMException('the channel is closed', 'InvalidStateError');
        browser.#deliver(this, JSON.stringify(message));
      }

      close() {
        browser.#channels.delete(this);
      }
    };
    tab.locks = { request: (name, options, work) => this.#request(tab, name, options, work) };
    return tab;
  }

  /** The tab crashes: nothing of it runs any more, and the browser frees what it held. */
  kill(tab) {
    tab.isThere = false;
    for (const channel of this.#channels) if (channel.tab === tab) channel.close();
    for (const [name, queue] of this.#queues) {
      this.#queues.set(
        name,
        queue.filter((wish) => wish.tab !== tab),
      );
      this.#grant(name);
    }
    for (const socket of tab.openSockets) socket.readyState = 3;
  }

  /** The tab sleeps: it hears nothing, but holds what it holds. */
  freeze(tab) {
    tab.isThere = false;
  }

  /** The tab is too busy to hear anything now; what is said meanwhile it hears when it is told to. */
  stun(tab) {
    tab.missed = [];
    return () => {
      const { missed } = tab;
      tab.missed = null;
      for (const hear of missed) hear();
    };
  }

  /** How many wish for, or hold, the lock. */
  wishes(name) {
    return this.#queues.get(name)?.length ?? 0;
  }

  get openChannels() {
    return this.#channels.size;
  }

  channels(wanted) {
    return [...this.#channels].filter(({ name }) => name === wanted).length;
  }

  #deliver(from, text) {
    for (const channel of this.#channels)
      if (channel !== from && channel.name === from.name) {
        const hear = () => channel.tab.isThere && channel.onmessage?.({ data: JSON.parse(text) });
        if (channel.tab.missed) channel.tab.missed.push(hear);
        else queueMicrotask(hear);
      }
  }

  #request(tab, name, { signal, steal }, work) {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    return new Promise((resolve, reject) => {
      const wish = { tab, work, resolve, reject, isHeld: false };
      if (steal) queue.splice(0, 1)[0]?.reject(new DOMException('stolen', 'AbortError'));
      if (steal) queue.unshift(wish);
      else queue.push(wish);
      signal?.addEventListener(
        'abort',
        () => !wish.isHeld && this.#drop(name, wish, new DOMException('aborted', 'AbortError')),
      );
      queueMicrotask(() => this.#grant(name));
    });
  }

  async #grant(name) {
    const [first] = this.#queues.get(name);
    if (!first || first.isHeld) return;
    first.isHeld = true;
    await first.work();
    this.#drop(name, first);
  }

  #drop(name, wish, error) {
    const queue = this.#queues.get(name);
    if (!queue.includes(wish)) return;
    this.#queues.set(
      name,
      queue.filter((each) => each !== wish),
    );
    if (error) wish.reject(error);
    else wish.resolve();
    this.#grant(name);
  }
}

/** One whose tabs get no Web Locks, as on plain http. */
export class PlainBrowser extends FakeBrowser {
  handOverMillis = 100;
  crashMillis = 7000;

  tab(clock) {
    return Object.assign(super.tab(clock), { locks: undefined });
  }

  wishes(name) {
    return this.channels(`${name} lock`);
  }
}
