import { element, tellTrouble } from './shape.js';
import { say } from './words.js';
import { applyUpdate, Doc, encodeStateAsUpdate } from './vendor/yjs/yjs.js';

/** After so many updates somebody says all of it at once: the topic need not keep what came before. */
const SNAPSHOT_EVERY = 200;
const REMOTE = 'remote';

/**
 * One text that many edit: each change is an event with the bytes of a Yjs update. Updates may come in any order and
 * twice, and still everybody has the same text; what was typed without a connection is sent when there is one.
 */
export async function start(place, client) {
  const area = element('textarea', { rows: 8, 'aria-label': say('shared-text'), disabled: '' });
  place.append(area);
  const shared = new Doc();
  const text = shared.getText('text');
  const stream = await client.stream('demo-text', { since: 'earliest' });
  let updates = 0;
  const take = (bytes) => applyUpdate(shared, bytes, REMOTE);
  stream.on('open', () => area.removeAttribute('disabled'));
  stream.on('snapshot', (bytes) => {
    updates = 0;
    take(bytes);
  });
  stream.on('update', (bytes) => {
    updates++;
    take(bytes);
  });
  shared.on('update', (bytes, origin) => {
    if (origin === REMOTE) return;
    // Who writes next says it; when two do at once, it is said twice, which does no harm.
    const isDue = updates >= SNAPSHOT_EVERY;
    stream.emit(isDue ? 'snapshot' : 'update', isDue ? encodeStateAsUpdate(shared) : bytes).catch(() => {});
  });
  text.observe(({ changes }, { origin }) => {
    if (origin === REMOTE) show(area, text.toString(), changes.delta);
  });
  area.addEventListener('input', () => shared.transact(() => follow(text, area.value)));
  tellTrouble(place, stream);
  return () => stream.close();
}

/** Makes the shared text what was typed, by the one change that turns the one into the other. */
function follow(text, typed) {
  const before = text.toString();
  let start = 0;
  while (start < before.length && start < typed.length && before[start] === typed[start]) start++;
  let end = 0;
  const most = Math.min(before.length, typed.length) - start;
  while (end < most && before.at(-1 - end) === typed.at(-1 - end)) end++;
  text.delete(start, before.length - start - end);
  text.insert(start, typed.slice(start, typed.length - end));
}

/** The cursor stays in its place in the text, whatever others write before it. */
function show(area, now, delta) {
  const { selectionStart, selectionEnd } = area;
  area.value = now;
  area.setSelectionRange(moved(selectionStart, delta), moved(selectionEnd, delta));
}

function moved(cursor, delta) {
  let at = 0;
  for (const { retain = 0, insert = '', delete: cut = 0 } of delta) {
    at += retain;
    if (at >= cursor) return cursor;
    cursor += insert.length - Math.min(cut, cursor - at);
    at += insert.length;
  }
  return cursor;
}
