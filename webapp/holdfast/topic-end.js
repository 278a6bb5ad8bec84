import { retryAfter } from './exchange.js';

const endsByStatus = /** @type {Record<number, number>} */ ({ 400: 4400, 401: 4401, 403: 4403, 404: 4404, 429: 4429 });

/**
 * What an answer that is no road means.
 * @param {Response|null} response
 * @returns {[number, number|null]} close code, and when to come back
 */
export function endOf(response) {
  return response ? [endsByStatus[response.status] ?? 1006, retryAfter(response)] : [1006, null];
}
