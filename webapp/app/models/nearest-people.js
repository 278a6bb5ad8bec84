/** How near a person is to what was typed of a name, the least first; 3: not at all. */
export function distance({ name, displayName }, typed) {
  const wanted = typed.toLocaleLowerCase();
  const [key, shown] = [name.toLocaleLowerCase(), displayName.toLocaleLowerCase()];
  if (key.startsWith(wanted)) return 0;
  if (shown.split(/\s+/u).some((word) => word.startsWith(wanted))) return 1;
  return shown.includes(wanted) || key.includes(wanted) ? 2 : 3;
}

/** Those of whose names it is a part, the nearest first. */
export function nearest(people, typed) {
  const near = people.filter((person) => distance(person, typed) < 3);
  return near.toSorted((a, b) => distance(a, typed) - distance(b, typed));
}
