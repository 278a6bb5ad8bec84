/** @import { Platform } from './platform.js' */
import { parse } from './wire.js';

const DAY_MILLIS = 86_400_000;

/** Which transport worked, for a day. A browser may forbid to remember anything. */
export class TransportMemory {
  #platform;
  #key;

  /**
   * @param {Platform} platform
   * @param {string} base  where the server is
   */
  constructor(platform, base) {
    this.#platform = platform;
    this.#key = `holdfast transport ${base}`;
  }

  /** @returns {string|null} */
  read() {
    const { transport, at } = parse(this.#try((storage) => storage.getItem(this.#key))) ?? {};
    const age = this.#platform.now() - at;
    return age >= 0 && age < DAY_MILLIS ? transport : null;
  }

  /** @param {string} transport */
  write(transport) {
    const text = JSON.stringify({ transport, at: this.#platform.now() });
    this.#try((storage) => storage.setItem(this.#key, text));
  }

  forget() {
    this.#try((storage) => storage.removeItem(this.#key));
  }

  /**
   * @template T
   * @param {(storage: NonNullable<Platform['storage']>) => T} work
   * @returns {T|null}
   */
  #try(work) {
    try {
      return this.#platform.storage ? work(this.#platform.storage) : null;
    } catch {
      return null; // full, or forbidden: the next page begins at the top
    }
  }
}
