/** @import { Platform } from './platform.js' */
/** @import { RoadListener, TopicAddresses } from './topic-roads.js' */
import { Timer } from './timer.js';
import { endOf } from './topic-end.js';

/** A topic by polls. The first is a short one: only its answer shows that the server is there. */
export class TopicPolls {
  pings = /** @type {const} */ ('none');
  #platform;
  #url;
  #listener;
  #wait;
  #pause;
  /** @type {AbortController|null} of the poll that there is, or between two */
  #giveUp = null;

  /**
   * @param {number} wait  ms that a poll may be held; 0: short polls
   * @param {Platform} platform
   * @param {TopicAddresses} addresses
   * @param {RoadListener} listener
   */
  constructor(wait, platform, { poll }, listener) {
    this.#wait = wait;
    this.#platform = platform;
    this.#url = poll;
    this.#listener = listener;
    this.#pause = new Timer(platform, () => void this.#ask(this.#wait));
  }

  open() {
    this.close();
    this.#giveUp = new AbortController();
    void this.#ask(0);
  }

  close() {
    this.#pause.cancel();
    this.#giveUp?.abort();
    this.#giveUp = null;
  }

  /** @param {number} wait */
  async #ask(wait) {
    const giveUp = /** @type {AbortController} */ (this.#giveUp);
    const init = { signal: giveUp.signal, credentials: 'same-origin', cache: 'no-store' };
    const url = `${this.#url}?wait=${wait}&${this.#listener.query()}`;
    const response = await this.#platform.fetch(url, init).catch(() => null);
    const frames = response?.ok ? await response.json().catch(() => null) : null;
    if (giveUp !== this.#giveUp) return;
    if (Array.isArray(frames)) this.#answered(frames, wait === 0 && this.#wait > 0);
    else this.#end(...endOf(response));
  }

  /**
   * @param {{type: string, data: any}[]} frames
   * @param {boolean} isFirst
   */
  #answered(frames, isFirst) {
    const last = frames.at(-1);
    if (last?.type !== 'next') return this.#end(last?.data.code ?? 1006);
    const giveUp = this.#giveUp;
    this.#listener.onFrames(frames, last.data.cursor);
    if (giveUp === this.#giveUp) this.#pause.start(isFirst ? 0 : last.data.after);
  }

  /**
   * @param {number} code
   * @param {number|null} [after]
   */
  #end(code, after) {
    this.close();
    this.#listener.onEnd(code, after);
  }
}
