const PATTERN = /^#room-(\d+)$/;

/** The room that the address names, or null. */
export function roomInAddress() {
  const match = PATTERN.exec(location.hash);
  return match ? Number(match[1]) : null;
}

/** Puts the open room into the address, so that a reload, a bookmark and the browser's own Back find it. */
export function showInAddress(log) {
  if (log === roomInAddress()) return;
  const address = log === null ? location.pathname + location.search : `#room-${log}`;
  history.pushState(null, '', address);
}
