const IS_MAC = /Mac|iP/.test(navigator.platform);

/** Under a finger there is no Shift to break a line with: Enter does it, and the button sends. */
const BY_FINGER = matchMedia('(hover: none) and (pointer: coarse)');

export const ALT = IS_MAC ? '⌥' : 'Alt';

export const COMMAND = IS_MAC ? '⌘' : 'Ctrl';

/** The keys that open the switcher, as they are written on this keyboard. */
export const SWITCHER_KEYS = `${COMMAND} K`;

/** Ctrl, or what stands for it: on a Mac, Ctrl with a letter moves the caret. */
export function isCommand({ ctrlKey, metaKey }) {
  return IS_MAC ? metaKey && !ctrlKey : ctrlKey && !metaKey;
}

/** Whether Enter breaks the line, and sends only with Ctrl: as it was chosen, which dress.js put there. */
export function breaksLines() {
  const { enter } = document.documentElement.dataset;
  return enter === 'breaks' || (enter !== 'sends' && BY_FINGER.matches);
}

/** Whether what is written is to be sent. */
export function sends({ key, shiftKey, altKey, ctrlKey, metaKey }) {
  return key === 'Enter' && !shiftKey && !altKey && (!breaksLines() || ctrlKey || metaKey);
}

/** What stands on the Enter key where the keyboard is on the screen. */
export function enterSays() {
  return breaksLines() ? 'enter' : 'send';
}
