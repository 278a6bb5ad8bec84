import { alertText } from './alert-text.js';

/** Whether this browser can show notifications at this address: only on https and localhost. */
export function hasPopups() {
  return isSecureContext && 'Notification' in globalThis;
}

/** granted, denied, or default: this person was not asked yet. */
export function permission() {
  return hasPopups() ? Notification.permission : 'denied';
}

/** The browser's notifications that are shown now, and whom a click on them leads to. */
export class Popups {
  #open;
  #shown = new Map(); // notification → messages

  /** @param open leads to a message */
  constructor(open) {
    this.#open = open;
  }

  /** @returns whether it could: some browsers have them for service workers alone */
  show(news) {
    if (permission() !== 'granted') return false;
    try {
      this.#show(news);
      return true;
    } catch {
      return false;
    }
  }

  /** Closes those of which nothing `isUnread` any more. */
  close(isUnread = () => false) {
    for (const [popup, news] of this.#shown) if (!news.some(isUnread)) this.#close(popup);
  }

  /** Of two tabs that showed the same message the browser keeps one notification: they have the same tag. */
  #show(news) {
    const { title, body } = alertText(news);
    const { log, sequence } = news[0];
    const icon = new URL('./logo.svg', document.baseURI).href;
    const popup = new Notification(title, { body, icon, tag: `${document.baseURI} ${log}/${sequence}`, silent: true });
    this.#shown.set(popup, news);
    popup.onclose = () => this.#shown.delete(popup);
    popup.onclick = () => this.#clicked(popup, news);
  }

  #clicked(popup, news) {
    window.focus();
    this.#open(news[0]);
    this.#close(popup);
  }

  #close(popup) {
    this.#shown.delete(popup);
    popup.close();
  }
}
