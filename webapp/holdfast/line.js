/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Addresses, End } from './transports.js' */
/** @import { Frame, Timings } from './wire.js' */
import { Ladder } from './ladder.js';
import { Watchdog } from './watchdog.js';

/**
 * @typedef {object} LineListener
 * @property {() => Frame} hello
 * @property {(frame: Frame) => void} onFrame
 * @property {() => void} onFrames  all frames of one message were given
 * @property {() => void} onPing  say ping
 * @property {() => void} onChangeOver  another connection, about to be welcomed, is in the place of the one there was
 * @property {(code: number, end?: End) => void} onEnd
 */

/** A connection, whatever the transport, that is watched for silence. */
export class Line {
  #timing;
  #listener;
  #ladder;
  #watchdog;

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {Addresses} addresses
   * @param {LineListener} listener
   */
  constructor(platform, timing, addresses, listener) {
    this.#timing = timing;
    this.#listener = listener;
    this.#ladder = new Ladder(platform, timing, addresses, {
      hello: listener.hello,
      onOpen: () => this.#watchdog.start(timing.welcomeTimeout, 0),
      onFrames: (frames) => this.#received(frames),
      onAnswers: (frames) => this.#answered(frames),
      onChangeOver: () => this.#ended(listener.onChangeOver),
      onEnd: (code, end) => this.#ended(() => listener.onEnd(code, end)),
    });
    this.#watchdog = new Watchdog(platform, timing.probeTimeout, {
      onPing: listener.onPing,
      onSilent: () => this.#ladder.drop(4001),
    });
  }

  /** @returns {string} the transport that there is, or that is being tried */
  get transport() {
    return this.#ladder.name;
  }

  open() {
    this.#ladder.open();
  }

  /** @param {Frame} frame */
  send(frame) {
    const sent = this.#ladder.send(frame);
    if (sent) this.#watchdog.sent();
    return sent;
  }

  /**
   * @param {number} code
   * @param {End} [end]
   */
  drop(code, end) {
    this.#ladder.drop(code, end);
  }

  leave() {
    this.#watchdog.stop();
    this.#ladder.leave();
  }

  /** Another account has signed in: the next connection is its own. */
  renew() {}

  /** @param {Timings} timings */
  welcomed(timings) {
    this.#ladder.welcomed(timings);
    const { pings } = this.#ladder;
    this.#watchdog.start(timings.silenceLimit, pings === 'none' ? Infinity : timings.pingInterval, pings === 'late');
  }

  /** The person or the machine came back. */
  wake() {
    this.#watchdog.wake();
    this.#ladder.wake();
  }

  /** Asks for a sign of life. */
  probe() {
    this.#watchdog.probe();
  }

  /** @param {Frame[]} frames */
  #received(frames) {
    this.#watchdog.heard();
    this.#give(frames);
  }

  /** @param {Frame[]} frames */
  #answered(frames) {
    this.#watchdog.answered();
    this.#give(frames);
  }

  /** @param {Frame[]} frames */
  #give(frames) {
    const { generation } = this.#ladder;
    for (const frame of frames) {
      // A frame before this one may have ended the connection; what is left of the message will come again.
      if (generation !== this.#ladder.generation) return;
      this.#listener.onFrame(frame);
    }
    this.#listener.onFrames();
  }

  /** @param {() => void} then */
  #ended(then) {
    this.#watchdog.stop();
    then();
  }
}
