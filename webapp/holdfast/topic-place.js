/** @import { Frame, TopicState } from './topic-wire.js' */
/** @import { LogEvent } from './wire.js' */

const CURSOR = /^(\d+)\.(\d+)\.([\w-]+)$/;

/** Where a reader of a topic is. */
export class TopicPlace {
  #since;
  #last;
  #log = 0;
  #epoch = '';
  #position = 0;
  #isDurable = true;

  /** @param {{since?: string, last?: number}} wish  where to begin */
  constructor({ since, last }) {
    this.#since = since;
    this.#last = last;
    const [, log, sequence, epoch] = since?.match(CURSOR) ?? [];
    if (epoch) this.begin({ log: Number(log), epoch, position: Number(sequence) });
  }

  get isDurable() {
    return this.#isDurable;
  }

  get cursor() {
    return this.#epoch ? `${this.#log}.${this.#position}.${this.#epoch}` : null;
  }

  /** For the URL. */
  get query() {
    const { cursor } = this;
    if (cursor) return `since=${cursor}`;
    if (this.#since) return `since=${encodeURIComponent(this.#since)}`;
    return this.#last ? `last=${this.#last}` : '';
  }

  /** @param {Pick<TopicState, 'log'|'epoch'|'position'> & {durable?: boolean}} topic */
  begin({ log, epoch, position, durable = this.#isDurable }) {
    this.#log = log;
    this.#epoch = epoch;
    this.#position = position;
    this.#isDurable = durable;
  }

  /**
   * Whether something is missing before this frame.
   * @param {Frame} frame
   */
  isGap({ type, data }) {
    if (type === 'event') return data.sequence > this.#position + 1;
    return type === 'heads' && data.heads[this.#log] > this.#position;
  }

  /**
   * @param {LogEvent} event
   * @returns {boolean} false: the reader has it already
   */
  applies({ sequence }) {
    if (sequence <= this.#position) return false;
    this.#position = sequence;
    return true;
  }

  /** @param {string} cursor  of a poll, in this log and epoch */
  moveTo(cursor) {
    const [log, sequence, epoch] = cursor.split('.');
    if (Number(log) === this.#log && epoch === this.#epoch) this.#position = Math.max(this.#position, Number(sequence));
  }
}
