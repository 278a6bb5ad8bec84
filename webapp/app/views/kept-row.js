/** Keeps the keyboard at its line in the list of rooms when that goes elsewhere there: browsers take the focus from what is moved. */
export class KeptRow {
  #view;
  #at = null; // what has the focus
  #index = -1; // which line that is

  /** @param view has the list: `{contains(), querySelectorAll()}` */
  constructor(view) {
    this.#view = view;
  }

  /** Before the lines change. */
  remember() {
    const at = document.activeElement;
    const row = at?.closest('.room-row');
    this.#at = row && this.#view.contains(row) ? at : null;
    this.#index = this.#at ? this.#rows.indexOf(row) : -1;
  }

  /** After they did: where it was, or at the line that took the place of one that is gone. */
  restore() {
    if (this.#at === null || document.activeElement !== document.body) return;
    const rows = this.#rows;
    const at = this.#at.isConnected ? this.#at : rows[Math.min(this.#index, rows.length - 1)]?.querySelector('.room');
    at?.focus({ preventScroll: true });
  }

  get #rows() {
    return [...this.#view.querySelectorAll('.room-row')];
  }
}
