import { refusalCodes } from '../../holdfast/codes.js';
import { Refusal } from '../../holdfast/refusal.js';

/**
 * Sends a file's bytes. By XMLHttpRequest: fetch does not tell how much of a body has gone.
 * @returns a promise of the file as the server has it; rejects with a Refusal, `unreachable` when no answer came
 */
export function transfer(path, content, { method = 'POST', signal, onProgress }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const broke = () => reject(new Refusal('unreachable', 'The upload broke.'));
    request.open(method, path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => (request.status < 300 ? resolve(parsed(request.response)) : reject(refusal(request)));
    request.onerror = broke;
    request.onabort = broke;
    signal.addEventListener('abort', () => request.abort());
    request.send(content);
  });
}

function refusal({ status, response }) {
  const { code, message, retryAfter } = parsed(response);
  const known = Object.hasOwn(refusalCodes, code) ? code : byStatus(status);
  return new Refusal(known, message ?? `HTTP status ${status}`, { status, retryAfter: retryAfter ?? null });
}

/** A proxy before the server answers with pages of its own. */
function parsed(response) {
  try {
    return JSON.parse(response) ?? {};
  } catch {
    return {};
  }
}

function byStatus(status) {
  return { 401: 'login_required', 413: 'too_big' }[status] ?? 'internal';
}
