/** Tells when it may have changed whether the page is looked at. @param options of listeners */
export function followGaze(people, look, options) {
  document.addEventListener('visibilitychange', look, options);
  for (const type of ['focus', 'blur']) addEventListener(type, look, options);
  people.addEventListener('away', look, options);
}
