/** @import { Platform } from './platform.js' */
/** @import { RoadListener, TopicAddresses } from './topic-roads.js' */
import { EventRequest, TYPE } from './event-request.js';
import { endOf } from './topic-end.js';
import { parse, parseFrames } from './wire.js';

/** A topic as an event stream of frames. */
export class TopicEvents {
  pings = /** @type {const} */ ('none');
  #url;
  #listener;
  #request;

  /**
   * @param {Platform} platform
   * @param {TopicAddresses} addresses
   * @param {RoadListener} listener
   */
  constructor(platform, { stream }, listener) {
    this.#url = stream;
    this.#listener = listener;
    this.#request = new EventRequest(platform, {
      onPart: () => listener.onLife(),
      onEvent: ({ type, data }) => this.#happened(type, data),
      onRefused: (response) => listener.onEnd(...endOf(response)),
      onCut: () => listener.onEnd(1006),
    });
  }

  open() {
    const init = { headers: { accept: TYPE }, credentials: 'same-origin', cache: 'no-store' };
    this.#request.open(`${this.#url}?frames=1&${this.#listener.query()}`, init);
  }

  close() {
    this.#request.close();
  }

  /**
   * @param {string} type
   * @param {string} data
   */
  #happened(type, data) {
    const { onFrames, onEnd } = this.#listener;
    const frames = type === 'message' ? parseFrames(data) : [];
    if (type === 'close') this.#closed(parse(data));
    else if (frames) onFrames(frames);
    else onEnd(4000);
  }

  /** @param {{code?: number, after?: number}|null} data */
  #closed(data) {
    this.close();
    this.#listener.onEnd(data?.code ?? 1006, data?.after);
  }
}
