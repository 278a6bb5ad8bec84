/** The longest reason of a close, in bytes of UTF-8 (RFC 6455, section 5.5). */
const MOST_REASON_BYTES = 123;

/**
 * Where a WebSocket leads: relative addresses are the page's, http means ws. Throws a SyntaxError, as browsers do.
 * @param {string} url
 * @param {string} [location]
 */
export function socketUrl(url, location) {
  const whole = absolute(url, location)?.replace(/^http/, 'ws');
  if (!whole || !/^wss?:[^#]*$/.test(whole)) throw new DOMException(`no WebSocket's url: ${url}`, 'SyntaxError');
  return whole;
}

/**
 * @param {string} url
 * @param {string} [location]
 */
function absolute(url, location) {
  try {
    return new URL(url, location).href;
  } catch {
    return null;
  }
}

/**
 * Throws what a WebSocket throws for a close that may not be said (WebSockets Standard, section 3).
 * @param {number} code
 * @param {string} reason
 */
export function checkClose(code, reason) {
  if (code !== 1000 && !(code >= 3000 && code <= 4999)) throw new DOMException('no such code', 'InvalidAccessError');
  if (new TextEncoder().encode(reason).length > MOST_REASON_BYTES) throw new DOMException('too long', 'SyntaxError');
}

/**
 * How a connection ends that breaks, or is given up.
 * @param {string} reason
 * @param {unknown} [error]
 */
export function abnormal(reason, error) {
  return { code: 1006, reason, wasClean: false, error };
}

/**
 * @param {{code: number, reason: string, wasClean: boolean}} end
 * @returns {Event & {code: number, reason: string, wasClean: boolean}}
 */
export function closeEvent({ code, reason, wasClean }) {
  const end = { code, reason, wasClean };
  // Node has no CloseEvent.
  const Close = /** @type {any} */ (globalThis).CloseEvent;
  return Close ? new Close('close', end) : Object.assign(new Event('close'), end);
}
