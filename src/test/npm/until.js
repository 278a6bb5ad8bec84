import assert from 'node:assert/strict';

const LIMIT_MILLIS = 20_000;
const LOOK_MILLIS = 10;

/** Waits until something holds, and fails when it takes too long. */
export async function until(holds, what = String(holds)) {
  const end = Date.now() + LIMIT_MILLIS;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
  }
}
