/** @import { Platform } from './platform.js' */
/** @import { Frame } from './wire.js' */

/**
 * What tabs say to each other. `to` is a tab's id, `all`, or `hub`: whichever tab holds the connection.
 *
 *     open   hello         a tab wants to be served
 *     send   frame         … has a command
 *     leave                … is gone, or hides
 *     ping                 … asks whether the hub is there → pong
 *     hasten               … has hope
 *     renew                … has another account signed in
 *     lead   outlook       hub: another tab holds the connection from now on
 *     up                   hub: there is a connection, or will be: come
 *     down   code          hub: there is none (and outlook)
 *     frames frames        hub: what the server says; a tab's first have its welcome (and outlook)
 *     outlook outlook      hub: how it stands
 *
 * By a channel of its own, for a lock:
 *
 *     ask                  who holds it?
 *     held   since         this one does
 *     free                 … does not any more
 *
 * @typedef {{retryAt: number|null, hint: string|null, transport: string, isHidden: boolean}} Outlook
 * @typedef {object} TabMessage
 * @property {string} from
 * @property {string} to
 * @property {string} type
 * @property {any} [hello]
 * @property {Frame} [frame]
 * @property {Frame[]} [frames]
 * @property {number} [code]
 * @property {Outlook} [outlook]
 * @property {number} [since]
 */

/** One end of the channel that all tabs of a browser share. */
export class TabChannel {
  #channel;
  #from;

  /**
   * @param {NonNullable<Platform['BroadcastChannel']>} Channel
   * @param {string} name
   * @param {string} from  who speaks here
   * @param {(message: TabMessage) => void} onMessage
   */
  constructor(Channel, name, from, onMessage) {
    this.#channel = new Channel(name);
    this.#from = from;
    this.#channel.onmessage = ({ data }) => onMessage(data);
  }

  /**
   * @param {string} to
   * @param {string} type
   * @param {Partial<TabMessage>} [more]
   */
  say(to, type, more = {}) {
    this.#channel.postMessage({ from: this.#from, to, type, ...more });
  }

  close() {
    this.#channel.onmessage = null;
    this.#channel.close();
  }
}
