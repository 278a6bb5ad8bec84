/** Keeps the keyboard among the messages when what it was at goes: a message that is deleted, the last reaction of its kind. */
export class KeptFocus {
  #view;
  #at = null; // the sequence of the message that the keyboard is at

  /** @param view has the messages: `{contains(), querySelectorAll()}` */
  constructor(view) {
    this.#view = view;
  }

  /** Before the rows change. */
  remember() {
    const row = document.activeElement?.closest('.message[data-sequence]');
    this.#at = row && this.#view.contains(row) ? Number(row.dataset.sequence) : null;
  }

  /** After they did: to the same message, else to the next. */
  restore() {
    if (this.#at === null || document.activeElement !== document.body) return;
    const rows = [...this.#view.querySelectorAll('.message[data-sequence]')];
    const row = rows.find(({ dataset }) => Number(dataset.sequence) >= this.#at) ?? rows.at(-1);
    row?.focus({ preventScroll: true });
  }
}
