const MINUTE_MILLIS = 60_000;
const DAYS_OF_WEEK = 7;

/** When a status may end, soonest first. */
export const ENDS = ['half', 'hour', 'today', 'week', 'never'];

/** For how long it stays, ms; undefined: until it is changed. Weeks end with Sunday. */
export function lifetimeOf(end, now) {
  const ways = { half: () => 30 * MINUTE_MILLIS, hour: () => 60 * MINUTE_MILLIS, today: () => untilDay(now, 1) };
  return { ...ways, week: () => untilDay(now, DAYS_OF_WEEK - ((now.getDay() + 6) % DAYS_OF_WEEK)) }[end]?.();
}

/** Days may have 23 or 25 hours. */
function untilDay(now, days) {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime() - now.getTime();
}
