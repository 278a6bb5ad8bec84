// How events of a topic are written and read: src/docs/streams.md, section 5.

/** @import { LogEvent } from './wire.js' */

/**
 * @typedef {object} TopicState
 * @property {string} name
 * @property {boolean} durable
 * @property {number} log
 * @property {string} epoch
 * @property {number} position  what follows comes after it
 * @property {number} head      the newest event there is
 * @property {boolean} publish  whether this reader may publish
 * @property {string} [reset]   why the cursor was of no use
 *
 * @typedef {object} Emit  what is to be published
 * @property {string} id  client message id
 * @property {string} event
 * @property {unknown} data  JSON, or bytes
 *
 * @typedef {{type: string, data: any}} Frame
 */

const HEAD_LENGTH_BYTES = 4;

/** @param {unknown} data */
export function isBytes(data) {
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data);
}

/**
 * @param {unknown} data
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesOf(data) {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  const { buffer, byteOffset, byteLength } = /** @type {ArrayBufferView<ArrayBuffer>} */ (data);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * @param {Emit} emit
 * @returns {string|Uint8Array} a message of a WebSocket
 */
export function emitMessage({ id, event, data }) {
  if (!isBytes(data)) return JSON.stringify({ type: 'emit', data: { id, event, data: data ?? null } });
  const head = new TextEncoder().encode(JSON.stringify({ type: 'emit', data: { id, event } }));
  const content = bytesOf(data);
  const message = new Uint8Array(HEAD_LENGTH_BYTES + head.length + content.length);
  new DataView(message.buffer).setUint32(0, head.length);
  message.set(head, HEAD_LENGTH_BYTES);
  message.set(content, HEAD_LENGTH_BYTES + head.length);
  return message;
}

/**
 * @param {ArrayBuffer} message
 * @returns {Frame[]|null} an event whose body is the bytes; null: it can't be read
 */
export function binaryFrames(message) {
  try {
    const start = HEAD_LENGTH_BYTES + new DataView(message).getUint32(0);
    const head = new TextDecoder().decode(new Uint8Array(message, HEAD_LENGTH_BYTES, start - HEAD_LENGTH_BYTES));
    const { type, data } = JSON.parse(head);
    return [{ type, data: { ...data, body: { binary: new Uint8Array(message, start) } } }];
  } catch {
    return null;
  }
}

/**
 * What was published.
 * @param {LogEvent} event
 * @returns {unknown} JSON, a string, or a Uint8Array
 */
export function contentOf({ body }) {
  if (body.binary instanceof Uint8Array) return body.binary;
  if (typeof body.binary === 'string') return Uint8Array.from(atob(body.binary), (letter) => letter.charCodeAt(0));
  return 'text' in body ? body.text : body.data;
}
