import { isCommand } from './keys.js';

/** The keys of the marks, with Ctrl. */
export const MARK_KEYS = { bold: 'B', italic: 'I', strike: 'Shift X', code: 'E' };

/** Marks up what is chosen in a field if a key is for that. @returns whether it is */
export function marks(event) {
  const { target, key, shiftKey, altKey } = event;
  if (!isCommand(event) || altKey) return false;
  const pressed = `${shiftKey ? 'Shift ' : ''}${key.toUpperCase()}`;
  const name = Object.keys(MARK_KEYS).find((each) => MARK_KEYS[each] === pressed);
  if (!name) return false;
  event.preventDefault(); // browsers have a meaning of their own for most of them
  import('./mark.js').then(({ mark }) => document.activeElement === target && mark(target, name), () => {}); // without a line the signs can be written
  return true;
}
