const PATTERN = /^#room-(\d+)$/;

/** The room that the address names, or null. */
export function roomInAddress() {
  const match = PATTERN.exec(location.hash);
  return match ? Number(match[1]) : null;
}

/**
 * What a link that was given away opens: `{invitation}` or `{reset}`, or null. Behind the #, so no server's log has it. `{refused}`: the way
 * back from the identity provider, when it led nowhere.
 */
export function linkInAddress() {
  const match = /^#(invitation|reset|refused)=([\w-]+)$/.exec(location.hash);
  return match ? { [match[1]]: match[2] } : null;
}

/** A link that was used opens nothing more. */
export function forgetLink() {
  history.replaceState(null, '', location.pathname + location.search);
}

/** Puts the open room into the address, so that a reload, a bookmark and the browser's own Back find it. */
export function showInAddress(log) {
  if (log === roomInAddress()) return;
  const address = log === null ? location.pathname + location.search : `#room-${log}`;
  history.pushState(null, '', address);
}
