const END_SLACK = 32;

/**
 * Keeps the reader's place in a scrolled list while rows come, go and grow: at the end they stay at the end, elsewhere
 * the lower edge of the row at the top stays where it is. Browsers anchor too, but not at the very top, nor all of them.
 */
export class Place {
  #scroller;
  #anchor = null;
  #held = null; // {row, top}: a row that stays where it begins
  #top = 0;

  isAtEnd = true;

  constructor(scroller) {
    this.#scroller = scroller;
  }

  /** To be called at each scroll: only the reader's own move changes whether they are at the end. */
  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#top = scrollTop;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight <= END_SLACK;
  }

  /** Before the rows change. */
  remember(rows) {
    this.#catchUp();
    const top = this.#scroller.getBoundingClientRect().top;
    const row = this.isAtEnd ? null : rows.find((each) => each.getBoundingClientRect().bottom > top);
    this.#anchor = row ? { row, bottom: row.getBoundingClientRect().bottom } : null;
  }

  /** After the rows changed. @returns whether the reader may be elsewhere now: there is another height below them */
  restore() {
    const isHeld = this.#held?.row.isConnected ?? false;
    if (isHeld) this.#put(this.#held);
    else if (this.isAtEnd) this.toEnd();
    else if (this.#anchored) this.#scroller.scrollTop += this.#anchored.getBoundingClientRect().bottom - this.#anchor.bottom;
    this.#anchor = null;
    this.#held = null;
    return isHeld;
  }

  /** Before a row alone becomes higher or lower: what follows it moves, also for whoever was at the end. */
  hold(row) {
    this.#held = { row, top: this.#topOf(row) };
  }

  /** Of one that became so low that little of it would be seen all is seen. */
  #put({ row, top }) {
    this.#scroller.scrollTop += this.#topOf(row) - top;
    if (this.#topOf(row) + row.offsetHeight < this.#scroller.clientHeight / 4) this.toRow(row);
  }

  #topOf(row) {
    return row.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top;
  }

  /** A row that began later before history came has become another, which ends as it did. */
  get #anchored() {
    const { isConnected, dataset } = this.#anchor?.row ?? {};
    return isConnected ? this.#anchor.row : dataset && this.#scroller.querySelector(`[data-sequence="${dataset.sequence}"]`);
  }

  toEnd() {
    this.isAtEnd = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#top = this.#scroller.scrollTop;
  }

  /** What is told as a scroll is told at the next frame: rows that change before it would take the reader back to the end. */
  #catchUp() {
    if (this.isAtEnd && this.#scroller.scrollTop < this.#top) this.scrolled();
  }

  /** The same end, although what is shown, or the window, has another height. */
  stay() {
    this.#catchUp();
    if (this.isAtEnd) this.toEnd();
  }

  /** Puts a row near the top of what is seen, with a little of what came before it. */
  toRow(row) {
    this.#scroller.scrollTop += this.#topOf(row) - this.#scroller.clientHeight / 4;
    this.scrolled();
  }
}
