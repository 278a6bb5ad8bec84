const LONGEST_MILLIS = 3_000;

/** Safari has no such callback. */
const INSTEAD_MILLIS = 500;

/** Does what nobody waits for, once there is nothing else to do: what is seen by then has been drawn. */
export function whenIdle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act, { timeout: LONGEST_MILLIS });
  else setTimeout(act, INSTEAD_MILLIS);
}

/** The same, to be waited for. */
export function idle() {
  return new Promise(whenIdle);
}
