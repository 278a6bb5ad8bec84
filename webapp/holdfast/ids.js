/**
 * A new client message id: 128 random bits as 32 hex digits. Not `randomUUID`, which browsers hide from pages on plain
 * http, where an intranet host often is; not `Math.random`, which repeats.
 * @param {{getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => unknown}} crypto
 */
export function messageId(crypto) {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
