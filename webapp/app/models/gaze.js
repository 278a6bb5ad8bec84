/**
 * Whether somebody has the page before their eyes: it is shown, it takes the keys, and was touched of late. One that is merely visible may
 * stand on a second screen, or at a desk that nobody is at.
 */
export function isLookedAt(people, document) {
  return document?.visibilityState === 'visible' && document.hasFocus() && !people.isAway;
}
