/**
 * The defaults with what was set over them; throws a RangeError for values that cannot be meant.
 * @template {Record<string, number>} T
 * @param {Readonly<T>} defaults
 * @param {object} given
 * @param {readonly string[]} [positive]  those that may not be 0
 * @returns {T}
 */
export function numbersOf(defaults, given, positive = []) {
  const values = /** @type {Record<string, unknown>} */ (given);
  const settled = Object.keys(defaults).map((name) => [name, number(name, values[name] ?? defaults[name], positive)]);
  return Object.fromEntries(settled);
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {readonly string[]} positive
 */
function number(name, value, positive) {
  if (typeof value !== 'number' || !(value >= 0)) throw new RangeError(`${name} must be a number, 0 or more`);
  if (value === 0 && positive.includes(name)) throw new RangeError(`${name} must be greater than 0`);
  return value;
}
