import { Model } from './model.js';

const NONE = [];

/** When this person wants to be told of nothing, of what at any rate, and as what others are to see them, at all of their devices. The server keeps it, this browser for the next start. */
export class Quiet extends Model {
  #http;
  #keep;
  #wanted;

  constructor(http, account, shelf) {
    super();
    const key = `quiet.${account.id}`;
    this.#http = http;
    this.#keep = () => shelf.write(key, this.#wanted);
    this.#wanted = shelf.read(key, {});
  }

  /** Until when they are not to be disturbed; 0: they may be, Infinity: until they say otherwise. */
  get until() {
    const { doNotDisturb } = this.#wanted;
    return doNotDisturb ? (doNotDisturb.until ?? Infinity) : 0;
  }

  /** `{from, to, zone}`: each day, as the clocks of that time zone go; undefined: none. */
  get hours() {
    return this.#wanted.quietHours;
  }

  /** As what others see them, whatever they do: `away` or `invisible`; null: as it is. */
  get shownAs() {
    return this.#wanted.shownAs ?? null;
  }

  /** Those of which they want to be told wherever they are written. */
  get words() {
    return this.#wanted.words ?? NONE;
  }

  /** Whether nothing may sound or pop up at that moment. */
  isAt(now) {
    return now.getTime() < this.until || (this.hours !== undefined && isWithin(timeOf(now, this.hours.zone), this.hours));
  }

  /** Rejects with a `Refusal`. It is so when the event comes. */
  want(wanted) {
    return this.#http.ask('PATCH', 'api/preferences', wanted);
  }

  /** What the server says that they want. */
  take(wanted) {
    this.#wanted = wanted;
    this.#keep();
    this.changed();
  }
}

/** From 18:00 to 08:00 goes over midnight; from and to the same hour is all day. */
function isWithin(time, { from, to }) {
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** `hh:mm`. A browser that is older than its time zone goes by its own. */
function timeOf(date, timeZone) {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  try {
    return date.toLocaleTimeString('en', { ...options, timeZone });
  } catch {
    return date.toLocaleTimeString('en', options);
  }
}
