const PATTERN = /^#room-(\d+)(?:\/(\d+))?$/;

/** The room that the address names, or null. */
export function roomInAddress() {
  const match = PATTERN.exec(location.hash);
  return match ? Number(match[1]) : null;
}

/** The message that the address names, in the room that it names; or null. */
export function messageInAddress() {
  const match = PATTERN.exec(location.hash);
  return match?.[2] ? Number(match[2]) : null;
}

/** The whole address of a message, to be passed on. */
export function addressOfMessage(log, sequence) {
  return new URL(`#room-${log}/${sequence}`, location.href).href;
}

/** The whole address of a room. */
export function addressOfRoom(log) {
  return new URL(`#room-${log}`, location.href).href;
}

/** Where in this very page a link leads: to a room, or a message; null for one that leads elsewhere. */
export function placeInHere(href) {
  const { origin, pathname, hash } = new URL(href);
  return origin === location.origin && pathname === location.pathname && PATTERN.test(hash) ? hash : null;
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

/** Puts a message that the reader went to into the address. */
export function showMessageInAddress(log, sequence) {
  if (log === roomInAddress() && sequence === messageInAddress()) return;
  history.pushState(null, '', `#room-${log}/${sequence}`);
}

/** The reader left the message that is in the address: a reload must not bring them back to it. */
export function forgetMessageInAddress() {
  if (messageInAddress() !== null) history.replaceState(null, '', `#room-${roomInAddress()}`);
}

/** Puts the open room into the address, so that a reload, a bookmark and the browser's own Back find it. */
export function showInAddress(log) {
  if (log === roomInAddress()) return;
  const address = log === null ? location.pathname + location.search : `#room-${log}`;
  history.pushState(null, '', address);
}
