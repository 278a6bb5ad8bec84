import { Backoff } from '../../holdfast/backoff.js';
import { localCodes, refusalCodes } from '../../holdfast/codes.js';
import { Refusal } from '../../holdfast/refusal.js';
import { Model } from './model.js';

const PACE = { floor: 500, step: 1_000, cap: 30_000 };

/** A line that takes nothing for so long is given up: a laptop that slept has one that is dead without knowing it. */
const STALL_MILLIS = 60_000;

/**
 * One file on its way to the server: `waiting`, `uploading`, `retrying` after the line broke, then `done` or `failed`.
 * It is tried again, from the start, until it is there, refused for good, or dropped.
 */
export class Upload extends Model {
  #path;
  #transfer;
  #platform;
  #backoff;
  #abort = null;
  #timer = null;

  state = 'waiting';
  /** Bytes that have gone. */
  loaded = 0;
  /** Why it failed, or is tried again. */
  refusal = null;
  /** The file as the server has it, once it is done. */
  file = null;

  /** @param platform has setTimeout and clearTimeout */
  constructor(path, content, transfer, platform) {
    super();
    this.#path = path;
    this.content = content;
    this.#transfer = transfer;
    this.#platform = platform;
    this.#backoff = new Backoff({ random: Math.random, ...PACE });
  }

  get name() {
    return this.content.name;
  }

  get size() {
    return this.content.size;
  }

  /** Whether it takes up a place among those that go at once. */
  get isUnderWay() {
    return this.state === 'uploading' || this.state === 'retrying';
  }

  /** Also of one that failed: again, from the start. */
  async start() {
    const abort = (this.#abort = new AbortController());
    const onProgress = (loaded) => abort === this.#abort && this.#progress(loaded);
    const sending = this.#transfer(this.#path, this.content, { signal: abort.signal, onProgress });
    this.#become('uploading', { loaded: 0, refusal: null });
    this.#watch();
    try {
      const file = await sending;
      if (abort === this.#abort) this.#become('done', { file, loaded: this.size });
    } catch (refusal) {
      if (abort === this.#abort) this.#refused(refusal);
    }
  }

  fail(refusal) {
    this.#become('failed', { refusal });
  }

  /** It is not wanted any more. */
  drop() {
    const abort = this.#abort;
    this.#abort = null;
    this.#platform.clearTimeout(this.#timer);
    abort?.abort();
  }

  #progress(loaded) {
    this.loaded = loaded;
    this.#watch();
    this.changed();
  }

  #watch() {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = this.#platform.setTimeout(() => this.#abort?.abort(), STALL_MILLIS);
  }

  #refused(refusal) {
    const { code, retryAfter } = refusal;
    if (!isTransient(code)) return this.fail(refusal);
    this.#become('retrying', { refusal });
    const wait = this.#backoff.next();
    this.#timer = this.#platform.setTimeout(() => this.start(), Math.max(wait, retryAfter ?? 0));
  }

  #become(state, more) {
    this.#platform.clearTimeout(this.#timer);
    Object.assign(this, { state, ...more });
    this.changed();
  }
}

function isTransient(code) {
  return (refusalCodes[code] ?? localCodes[code])?.retryable ?? false;
}

export function tooBig() {
  return new Refusal('too_big', 'The file is too big.');
}
