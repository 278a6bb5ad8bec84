import { Model } from './model.js';

const BATCH_MILLIS = 1_000;

/** New messages of the open room for a screen reader: in batches, since each one alone would talk over the reader. */
export class Announcements extends Model {
  #platform;
  #timer = null;
  #waiting = [];

  /** What is to be said now: the messages of the last batch. */
  batch = [];

  constructor(platform = globalThis) {
    super();
    this.#platform = platform;
  }

  add(messages) {
    this.#waiting.push(...messages);
    if (this.#waiting.length > 0) this.#timer ??= this.#platform.setTimeout(() => this.#announce(), BATCH_MILLIS);
  }

  clear() {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = [];
    this.batch = [];
  }

  #announce() {
    this.#timer = null;
    this.batch = this.#waiting;
    this.#waiting = [];
    this.changed();
  }
}
