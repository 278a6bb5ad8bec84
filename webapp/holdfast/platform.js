/**
 * What the library needs from its surroundings. Tests, workers and other runtimes bring their own.
 *
 * @typedef {object} SocketLike
 * @property {number} readyState
 * @property {string} [protocol]
 * @property {string} [extensions]
 * @property {number} [bufferedAmount]
 * @property {BinaryType} [binaryType]
 * @property {((event: any) => void)|null} onopen
 * @property {((event: any) => void)|null} onmessage
 * @property {((event: any) => void)|null} onclose
 * @property {((event: any) => void)|null} onerror
 * @property {(data: any) => void} send
 * @property {(code?: number, reason?: string) => void} close
 *
 * @typedef {object} SourceLike
 * @property {((event: any) => void)|null} onerror
 * @property {(type: string, listener: (event: any) => void) => void} addEventListener
 * @property {() => void} close
 *
 * @typedef {object} ChannelLike
 * @property {((event: any) => void)|null} onmessage
 * @property {(message: any) => void} postMessage
 * @property {() => void} close
 *
 * @typedef {object} LocksLike  Web Locks; browsers have them on https and localhost only
 * @property {(name: string, options: any, work: () => Promise<void>) => Promise<unknown>} request
 *
 * @typedef {object} Platform
 * @property {new (url: string, protocols?: string|string[]) => SocketLike} WebSocket
 * @property {(new (url: string) => SourceLike)|undefined} EventSource  without it there is only the backoff
 * @property {(url: string, init?: any) => Promise<Response>} fetch
 * @property {() => number} now  milliseconds of the wall clock; it goes on while the machine sleeps
 * @property {() => number} random  0 ≤ x < 1, for jitter only
 * @property {(task: () => void, ms: number) => any} setTimeout
 * @property {(handle: any) => void} clearTimeout
 * @property {{getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => unknown}} crypto
 * @property {EventTarget|undefined} window  for online, offline, focus, pageshow, pagehide
 * @property {(EventTarget & {visibilityState: string})|undefined} document  for visibilitychange
 * @property {(new (name: string) => ChannelLike)|undefined} BroadcastChannel  for one connection of all tabs
 * @property {LocksLike|undefined} locks  the same; without them tabs settle it over the channel
 * @property {Pick<Storage, 'getItem'|'setItem'|'removeItem'>|undefined} storage  remembers which transport worked
 * @property {string|undefined} location  what a relative `base` is relative to
 */

/**
 * The browser's own. A native function must be called on its owner, hence the arrows.
 * @returns {Platform}
 */
export function browserPlatform() {
  const here = /** @type {any} */ (globalThis);
  return {
    WebSocket: here.WebSocket,
    EventSource: here.EventSource,
    fetch: (url, init) => here.fetch(url, init),
    now: () => Date.now(),
    random: () => Math.random(),
    setTimeout: (task, ms) => here.setTimeout(task, ms),
    clearTimeout: (handle) => here.clearTimeout(handle),
    crypto: here.crypto,
    window: here.window,
    document: here.document,
    storage: localStorageOf(here),
    BroadcastChannel: here.BroadcastChannel,
    locks: here.navigator?.locks,
    location: here.document?.baseURI ?? here.location?.href,
  };
}

/**
 * Where the person forbids to store anything, even asking for it throws.
 * @param {any} here
 */
function localStorageOf(here) {
  try {
    return here.localStorage;
  } catch {
    return undefined;
  }
}
