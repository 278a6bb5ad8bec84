// Every code of the protocol, as in src/docs/protocol-v1.md, sections 4 and 5.1. A test compares this file with the
// server's. `reconnect`: 'yes' come back by itself, 'login' ask GET api/session first, 'no' stop.

export const closeCodes = Object.freeze({
  1000: { name: 'normal', reconnect: 'no' },
  1001: { name: 'going_away', reconnect: 'yes' },
  1003: { name: 'unsupported_data', reconnect: 'yes' },
  1006: { name: 'abnormal', reconnect: 'yes' },
  1007: { name: 'invalid_payload', reconnect: 'yes' },
  1008: { name: 'policy', reconnect: 'login' },
  1009: { name: 'too_big', reconnect: 'yes' },
  1011: { name: 'server_error', reconnect: 'yes' },
  1012: { name: 'restart', reconnect: 'yes' },
  1013: { name: 'try_again_later', reconnect: 'yes' },
  4000: { name: 'gap', reconnect: 'yes' },
  4001: { name: 'silent', reconnect: 'yes' },
  4400: { name: 'bad_hello', reconnect: 'no' },
  4401: { name: 'login_required', reconnect: 'login' },
  4403: { name: 'forbidden', reconnect: 'no' },
  4404: { name: 'not_found', reconnect: 'no' },
  4408: { name: 'timeout', reconnect: 'yes' },
  4409: { name: 'replaced', reconnect: 'no' },
  4426: { name: 'upgrade', reconnect: 'no' },
  4429: { name: 'rate_limited', reconnect: 'yes' },
});

export const refusalCodes = Object.freeze({
  bad_frame: { retryable: false },
  unknown_type: { retryable: false },
  bad_field: { retryable: false },
  not_found: { retryable: false },
  conflict: { retryable: false },
  forbidden: { retryable: false },
  name_taken: { retryable: false },
  too_big: { retryable: false },
  quota_exceeded: { retryable: false },
  unsupported_type: { retryable: false },
  wrong_login: { retryable: false },
  hello_required: { retryable: false },
  login_required: { retryable: false },
  busy: { retryable: true },
  rate_limited: { retryable: true },
  internal: { retryable: true },
});

/** Codes that only this library gives; a server never sends them. */
export const localCodes = Object.freeze({
  discarded: { retryable: false },
  outbox_full: { retryable: true },
  unreachable: { retryable: true },
});

/**
 * The close code of a name.
 * @param {string|null} name
 */
export function codeOf(name) {
  const [code] = Object.entries(closeCodes).find(([, rule]) => rule.name === name) ?? [1006];
  return Number(code);
}

/**
 * What a close code asks of the client. A code that is not listed means: reconnect.
 * @param {number} code
 * @returns {{name: string, reconnect: string}}
 */
export function closeRule(code) {
  const rules = /** @type {Record<number, {name: string, reconnect: string}>} */ (closeCodes);
  return rules[code] ?? { name: String(code), reconnect: 'yes' };
}
