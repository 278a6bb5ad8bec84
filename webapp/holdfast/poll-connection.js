/** @import { Answer } from './exchange.js' */
/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Addresses, End, TransportListener } from './transports.js' */
/** @import { Frame, Timings } from './wire.js' */
import { CommandPosts } from './command-posts.js';
import { endBy, Exchange } from './exchange.js';
import { PollPace } from './poll-pace.js';
import { Timer } from './timer.js';
import { isOpening, resumed } from './wire.js';

/** A poll that failed is asked again after so long. */
const AGAIN_MILLIS = 1000;
/** So many in a row, and the connection is given up. */
const MOST_FAILURES = 2;
/** Frames about the polls themselves. */
const ENDINGS = ['next', 'closed'];

/**
 * Asks again and again what there is; each question says how far each log has come, so that nothing hangs on the answer
 * before. Commands go by POST.
 */
export class PollConnection {
  /** A poll is a sign of life by itself. */
  pings = /** @type {const} */ ('none');
  #timing;
  #url;
  #longest;
  #listener;
  #posts;
  #exchange;
  #pace;
  #timer;
  /** Names the connection that there is: an answer to another is not for us. */
  #life = /** @type {object|null} */ (null);
  /** By the welcome; null: there was none yet. */
  #timings = /** @type {Timings|null} */ (null);
  #failures = 0;
  /** How far we were told who is here, as the server said it. */
  #told = /** @type {string|undefined} */ (undefined);
  /** Polls so far: each has a turn of its own. */
  #asked = 0;

  /**
   * @param {number} longest  how long the server may wait for something to happen; 0: a short poll
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {Addresses} addresses
   * @param {TransportListener} listener
   */
  constructor(longest, platform, timing, { poll, commands }, listener) {
    this.#longest = longest;
    this.#timing = timing;
    this.#url = poll;
    this.#listener = listener;
    const { hello, onAnswers } = listener;
    const onEnd = (/** @type {number} */ code, /** @type {End|undefined} */ end) => this.drop(code, end);
    this.#posts = new CommandPosts(platform, commands, timing.commandTimeout, { hello, onAnswers, onEnd });
    this.#exchange = new Exchange(platform);
    this.#pace = new PollPace(platform, timing.idlePoll);
    this.#timer = new Timer(platform, () => this.#ask());
  }

  open() {
    this.leave();
    this.#life = {};
    this.#listener.onOpen();
    this.#ask();
  }

  /** @param {Frame} frame */
  send(frame) {
    if (!this.#life) return false;
    this.#posts.send(frame);
    const pause = this.#pace.hasten();
    if (pause !== null && this.#timer.pending) this.#timer.start(pause);
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
    this.#life = null;
    this.#timings = null;
    this.#told = undefined;
    this.#failures = 0;
    this.#timer.cancel();
    this.#exchange.cancel();
    this.#posts.cancel();
  }

  /** @param {Timings} timings */
  welcomed(timings) {
    this.#timings = timings;
  }

  wake() {
    this.#pace.hasten();
    if (this.#timer.pending) this.#timer.start(0);
  }

  /** The first answer is wanted at once; later ones within a heartbeat, which the line is watched for. */
  get #wait() {
    return this.#timings ? Math.min(this.#longest, this.#timings.pingInterval) : 0;
  }

  async #ask() {
    this.#pace.asked();
    const wait = this.#wait;
    const patience = this.#timings ? this.#timing.requestTimeout : this.#timing.connectTimeout;
    const { data } = this.#listener.hello();
    const body = { ...data, turn: data.turn + ++this.#asked, told: this.#told, wait };
    const answer = await this.#exchange.ask(this.#url, body, patience > 0 ? wait + patience : 0);
    if (!answer) return;
    const ending = answer.frames?.at(-1);
    if (answer.frames && ending && ENDINGS.includes(ending.type)) this.#answered(answer.frames.slice(0, -1), ending);
    else this.#failed(answer);
  }

  /**
   * @param {Frame[]} frames
   * @param {Frame} ending
   */
  #answered(frames, { type, data }) {
    const life = this.#life;
    this.#told = data.told;
    // The first of long polls is a short one: what a server says to short ones is not for us.
    const isProbe = this.#longest > 0 && !this.#timings;
    this.#failures = 0;
    this.#posts.heard(frames);
    if (type === 'next' || frames.length > 0) this.#listener.onFrames(this.#opening(frames));
    // What was in the frames may have ended it.
    if (life !== this.#life) return;
    if (type === 'closed') return this.drop(data.code, { after: data.after });
    const silenceLimit = this.#timings?.silenceLimit ?? Infinity;
    const pause = this.#pace.answered(frames.length > 0, data.after, silenceLimit);
    this.#timer.start(isProbe ? 0 : pause);
  }

  /**
   * The server does not welcome whom it simply goes on with.
   * @param {Frame[]} frames
   */
  #opening(frames) {
    return this.#timings || isOpening(frames) ? frames : [resumed, ...frames];
  }

  /** @param {Answer} answer */
  #failed(answer) {
    const [code, end] = endBy(answer);
    const isOver = !this.#timings || code === 4401 || ++this.#failures >= MOST_FAILURES;
    if (isOver) this.drop(code, end);
    else this.#timer.start(answer.retryAfter ?? AGAIN_MILLIS);
  }
}
