/** How near to an end of what is held the reader may come before more is fetched: some screens. */
const REACH_PIXELS = 1_500;

/** Has history fetched before the reader comes to it, and given back when they are far from it: only what is near is in the page. */
export class Reach {
  #view;

  /** @param view the log: `{conversation, querySelector(), querySelectorAll()}` */
  constructor(view) {
    this.#view = view;
  }

  fetch() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const { shown } = this.#view.conversation;
    if (scrollTop < REACH_PIXELS && shown.older === 'idle') shown.loadOlder();
    if (scrollHeight - scrollTop - clientHeight < REACH_PIXELS && shown.newer === 'idle') shown.loadNewer();
  }

  giveBack() {
    // What somebody has written so far is in the row.
    if (!this.#view.conversation.isLong || this.#view.querySelector('hf-message-edit')) return;
    const top = this.#scroller.getBoundingClientRect().top;
    const rows = [...this.#view.querySelectorAll('.log [data-sequence]')];
    const row = rows.find((each) => each.getBoundingClientRect().bottom > top);
    if (row) this.#view.conversation.narrow(Number(row.dataset.sequence));
  }

  get #scroller() {
    return this.#view.querySelector('.log');
  }
}
