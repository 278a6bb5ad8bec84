/** @import { Platform } from './platform.js' */
/** @import { Emit } from './topic-wire.js' */
import { messageId } from './ids.js';
import { Refusal } from './refusal.js';

/**
 * @typedef {{sequence: number, at: number}} EmitAck
 * @typedef {Emit & {resolve: (ack: EmitAck) => void, reject: (refusal: Refusal) => void}} Pending
 */

/** What was emitted and is not acknowledged: kept in order until it is, or is refused for good. */
export class TopicEmits {
  #platform;
  #limit;
  /** @type {Map<string, Pending>} by id */
  #pending = new Map();

  /**
   * @param {Platform} platform
   * @param {number} limit  emits; more are refused with `outbox_full`
   */
  constructor(platform, limit) {
    this.#platform = platform;
    this.#limit = limit;
  }

  /** Oldest first. */
  get all() {
    return [...this.#pending.values()];
  }

  /**
   * @param {string} event
   * @param {unknown} data
   * @returns {{emit: Emit|null, acked: Promise<EmitAck>}} null: it was refused
   */
  add(event, data) {
    if (this.#pending.size >= this.#limit)
      return { emit: null, acked: Promise.reject(new Refusal('outbox_full', 'Too many events wait.')) };
    const id = messageId(this.#platform.crypto);
    const acked = new Promise((resolve, reject) => {
      this.#pending.set(id, { id, event, data, resolve, reject });
    });
    return { emit: { id, event, data }, acked };
  }

  /** @param {EmitAck & {id?: string}} ack */
  acked({ id = '', sequence, at }) {
    this.#take(id)?.resolve({ sequence, at });
  }

  /**
   * @param {{id?: string, code: string, message: string, retryable?: boolean, retryAfter?: number}} refused
   * @returns {number|null} ms after which it is to be sent again; null: it is refused for good
   */
  refused({ id = '', code, message, retryable, retryAfter }) {
    if (retryable) return retryAfter ?? 1000;
    this.#take(id)?.reject(new Refusal(code, message, { id }));
    return null;
  }

  /**
   * Nobody will know what became of them.
   * @param {string} message
   */
  giveUp(message) {
    for (const { id } of this.all) this.#take(id)?.reject(new Refusal('unreachable', message, { id }));
  }

  /** @param {string} id */
  #take(id) {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }
}
