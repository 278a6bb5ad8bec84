/**
 * Whether somebody has the page before their eyes: it is shown, it takes the keys, and was touched of late. One that is merely visible may
 * stand on a second screen, or at a desk that nobody is at.
 */
export function isLookedAt(people, document = globalThis.document) {
  return document?.visibilityState === 'visible' && document.hasFocus() && !people.isAway;
}

/** Tells when that may have changed. @param options of listeners */
export function followGaze(people, look, options, browser = globalThis) {
  browser.document.addEventListener('visibilitychange', look, options);
  for (const type of ['focus', 'blur']) browser.addEventListener(type, look, options);
  people.addEventListener('away', look, options);
}
