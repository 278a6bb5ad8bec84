/** @import { Platform } from './platform.js' */

/**
 * @typedef {object} WakeUpsListener
 * @property {() => void} onWake  somebody or something is back: look whether the line still is
 * @property {() => void} onOffline
 * @property {() => void} onHide  the page goes, perhaps into the back/forward cache
 * @property {() => void} onShow  the page came back out of that cache
 */

/** Hears what the browser tells of sleep, network and page. All of it is a hint; nothing is trusted. */
export class WakeUps {
  #window;
  #document;
  #listener;
  /** @type {AbortController|null} */
  #listening = null;

  /**
   * @param {Platform} platform
   * @param {WakeUpsListener} listener
   */
  constructor(platform, listener) {
    this.#window = platform.window;
    this.#document = platform.document;
    this.#listener = listener;
  }

  listen() {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { onWake, onOffline, onHide, onShow } = this.#listener;
    this.#on(this.#window, 'online', onWake);
    this.#on(this.#window, 'focus', onWake);
    this.#on(this.#window, 'offline', onOffline);
    this.#on(this.#window, 'pagehide', onHide);
    this.#on(this.#window, 'pageshow', (event) => (/** @type {any} */ (event).persisted ? onShow() : onWake()));
    this.#on(this.#document, 'visibilitychange', () => this.#document?.visibilityState === 'visible' && onWake());
  }

  stop() {
    this.#listening?.abort();
    this.#listening = null;
  }

  /**
   * @param {EventTarget|undefined} target
   * @param {string} type
   * @param {(event: Event) => void} then
   */
  #on(target, type, then) {
    target?.addEventListener(type, then, { signal: /** @type {AbortController} */ (this.#listening).signal });
  }
}
