import { Model } from './model.js';

const USUAL = { popups: false, sound: true, quietHours: false, from: '18:00', to: '08:00', quietUntil: 0 };

/** Until this person says otherwise. */
export const FOR_EVER = Number.MAX_SAFE_INTEGER;

/** How this person wants to be alerted at this browser, and when not at all. Each tab reads what another has written. */
export class AlertPreferences extends Model {
  #shelf;
  #key;

  constructor(shelf, account) {
    super();
    this.#shelf = shelf;
    this.#key = `alerts.${account.id}`;
  }

  get all() {
    return { ...USUAL, ...this.#shelf.read(this.#key, {}) };
  }

  /** @param wanted some of `popups`, `sound`, `quietHours` with `from` and `to` (`hh:mm`), and `quietUntil` */
  want(wanted) {
    this.#shelf.write(this.#key, { ...this.all, ...wanted });
    this.changed();
  }

  /** Whether nothing may sound or pop up at that moment. */
  isQuiet(now) {
    const { quietHours, from, to, quietUntil } = this.all;
    return now.getTime() < quietUntil || (quietHours && isWithin(timeOf(now), from, to));
  }
}

/** From 18:00 to 08:00 goes over midnight; from and to the same hour is all day. */
function isWithin(time, from, to) {
  return from < to ? time >= from && time < to : time >= from || time < to;
}

function timeOf(date) {
  const [hours, minutes] = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return `${hours}:${minutes}`;
}
