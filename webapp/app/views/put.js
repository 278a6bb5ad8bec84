/** Writes into a field as its writer would: what is written by hand goes on from there, and the browser's own undo takes it back. */
export function put(area, { from, to, text, start = from + text.length, end = start }) {
  area.focus();
  area.setSelectionRange(from, to);
  if (from !== to || text !== '') write(area, text);
  area.setSelectionRange(start, end);
}

/** The command is an old one that has no successor: whatever else changes a field forgets what could be undone. */
function write(area, text) {
  const isWritten = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (isWritten) return;
  area.setRangeText(text);
  area.dispatchEvent(new Event('input'));
}
