/** @import { LineListener } from './line.js' */
/** @import { Timing } from './options.js' */
/** @import { Platform } from './platform.js' */
/** @import { TabMessage } from './tab-channel.js' */
/** @import { TabShare } from './tab-share.js' */
/** @import { End } from './transports.js' */
/** @import { Frame, Timings } from './wire.js' */
import { Watchdog } from './watchdog.js';
import { isOpening } from './wire.js';

/** A tab's line, whose other end is the hub. When another tab becomes the hub, the line moves there, unnoticed. */
export class TabLine {
  #share;
  #listener;
  #watchdog;
  /** @type {'closed'|'opening'|'open'|'moving'} */
  #phase = 'closed';
  /** Goes up with each welcome, and when the line is given up. */
  #generation = 0;
  /** @type {Record<string, (message: TabMessage) => void>} */
  #handlers = {
    frames: ({ frames = [] }) => this.#received(frames),
    lead: () => this.#move(),
    down: ({ code = 1006 }) => this.#end(code),
    outlook: () => this.#listener.onFrames(),
  };

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {TabShare} share
   * @param {LineListener} listener
   */
  constructor(platform, timing, share, listener) {
    this.#share = share;
    this.#listener = listener;
    this.#watchdog = new Watchdog(platform, timing.probeTimeout, {
      onPing: () => share.say('ping'),
      onSilent: () => share.takeOver(),
    });
    share.listen((message) => this.#phase !== 'closed' && this.#heard(message));
  }

  get transport() {
    return this.#share.outlook.transport;
  }

  open() {
    this.#phase = 'opening';
    this.#share.join();
    this.#greet();
  }

  /** @param {Frame} frame */
  send(frame) {
    if (this.#phase !== 'open') return false;
    this.#share.say('send', { frame });
    return true;
  }

  /**
   * @param {number} code
   * @param {End} [end]
   */
  drop(code, end) {
    this.leave();
    this.#listener.onEnd(code, end);
  }

  leave() {
    this.#close();
    this.#share.say('leave');
  }

  renew() {
    this.#share.say('renew');
  }

  /** @param {Timings} timings */
  welcomed({ silenceLimit, pingInterval }) {
    this.#watchdog.start(silenceLimit, pingInterval);
  }

  wake() {
    this.#watchdog.wake();
  }

  probe() {
    this.#watchdog.probe();
  }

  #greet() {
    this.#share.say('open', { hello: this.#listener.hello().data });
  }

  /** @param {TabMessage} message */
  #heard(message) {
    this.#watchdog.heard();
    this.#handlers[message.type]?.(message);
  }

  /** Another tab holds the connection: it does not know us yet. */
  #move() {
    if (this.#phase === 'open') this.#phase = 'moving';
    this.#greet();
  }

  /** @param {Frame[]} frames */
  #received(frames) {
    if (isOpening(frames)) this.#opened();
    if (this.#phase === 'open') this.#give(frames);
  }

  #opened() {
    this.#generation++;
    if (this.#phase !== 'opening') this.#listener.onChangeOver();
    this.#phase = 'open';
  }

  /** @param {Frame[]} frames */
  #give(frames) {
    const generation = this.#generation;
    for (const frame of frames) {
      if (generation !== this.#generation) return;
      this.#listener.onFrame(frame);
    }
    this.#listener.onFrames();
  }

  /** @param {number} code */
  #end(code) {
    this.#close();
    this.#listener.onEnd(code);
  }

  #close() {
    this.#phase = 'closed';
    this.#generation++;
    this.#watchdog.stop();
  }
}
