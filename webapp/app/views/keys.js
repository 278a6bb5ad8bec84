const IS_MAC = /Mac|iP/.test(navigator.platform);

/** Under a finger there is no Shift to break a line with: Enter does it, and the button sends. */
const BY_FINGER = matchMedia('(hover: none) and (pointer: coarse)');

export const ALT = IS_MAC ? '⌥' : 'Alt';

export const COMMAND = IS_MAC ? '⌘' : 'Ctrl';

/** The keys that open the switcher, as they are written on this keyboard. */
export const SWITCHER_KEYS = `${COMMAND} K`;

/** Whether what is written is to be sent. */
export function sends({ key, shiftKey, altKey, ctrlKey, metaKey }) {
  return key === 'Enter' && !shiftKey && !altKey && (!BY_FINGER.matches || ctrlKey || metaKey);
}

/** What stands on the Enter key where the keyboard is on the screen. */
export function enterSays() {
  return BY_FINGER.matches ? 'enter' : 'send';
}
