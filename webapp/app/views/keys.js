const IS_MAC = /Mac|iP/.test(navigator.platform);

export const ALT = IS_MAC ? '⌥' : 'Alt';

/** The keys that open the switcher, as they are written on this keyboard. */
export const SWITCHER_KEYS = IS_MAC ? '⌘ K' : 'Ctrl K';
