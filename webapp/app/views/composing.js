const COMPOSING = 229; // Safari ends the composition before the Enter that ended it; only this old key code tells

/** Whether a key belongs to an input method that has not decided yet. */
export function isComposing({ isComposing: isSaid, keyCode }) {
  return isSaid || keyCode === COMPOSING;
}
