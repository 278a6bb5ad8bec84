/** @import { Platform } from './platform.js' */
/** @import { ReconnectListener } from './reconnect.js' */
/** @import { TabMessage } from './tab-channel.js' */
/** @import { TabShare } from './tab-share.js' */
import { Timer } from './timer.js';

/** After a break between a tab and a hub that stands. */
const AGAIN_MILLIS = 250;

/** When a tab comes back: when the hub has a connection, or seeks one. The hub asks the server. */
export class TabReconnect {
  #share;
  #listener;
  #timer;
  /** @type {'idle'|'waiting'|'paused'} */
  #phase = 'idle';

  /**
   * @param {Platform} platform
   * @param {TabShare} share
   * @param {ReconnectListener} listener
   */
  constructor(platform, share, listener) {
    this.#share = share;
    this.#listener = listener;
    this.#timer = new Timer(platform, () => this.#due());
    share.listen((message) => this.#phase === 'waiting' && this.#heard(message));
  }

  get retryAt() {
    return this.#phase === 'waiting' ? this.#share.outlook.retryAt : null;
  }

  welcomed() {}

  goodbye() {}

  ended() {}

  healthy() {}

  begin() {
    this.#phase = 'waiting';
    if (this.#share.isUp) this.#timer.start(AGAIN_MILLIS);
    else this.#share.takeOverIfSeen();
  }

  hasten() {
    if (this.#phase === 'paused') return this.#due();
    this.#share.say('hasten');
  }

  /** The hub hears of it itself. */
  slowDown() {}

  /** The page goes, perhaps for ever. */
  pause() {
    this.cancel();
    this.#phase = 'paused';
    this.#share.withdraw();
  }

  cancel() {
    this.#timer.cancel();
    this.#phase = 'idle';
  }

  /** @param {TabMessage} message */
  #heard({ type, outlook }) {
    if (type === 'up' || type === 'lead') this.#due();
    else if (outlook) this.#listener.onChange(outlook.hint);
  }

  #due() {
    this.cancel();
    this.#listener.onDue();
  }
}
