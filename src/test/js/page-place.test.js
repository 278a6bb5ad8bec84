import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Place } from '../../../webapp/app/views/place.js';

const HEIGHT = 100;

/** Rows of these heights below each other, `{sequence, height}` each, in a window of 100 pixels. */
class Scroller {
  scrollTop = 0;
  clientHeight = HEIGHT;
  rows = [];

  show(...rows) {
    for (const row of this.rows) row.isConnected = false;
    this.rows = rows.map(({ sequence, height }) => ({ dataset: { sequence: String(sequence) }, height, isConnected: true }));
    for (const row of this.rows) row.getBoundingClientRect = () => ({ bottom: this.#bottomOf(row) - this.scrollTop });
  }

  get scrollHeight() {
    return this.rows.reduce((sum, { height }) => sum + height, 0);
  }

  getBoundingClientRect() {
    return { top: 0 };
  }

  querySelector(selector) {
    return this.rows.find(({ dataset }) => selector === `[data-sequence="${dataset.sequence}"]`) ?? null;
  }

  #bottomOf(row) {
    return this.rows.slice(0, this.rows.indexOf(row) + 1).reduce((sum, { height }) => sum + height, 0);
  }
}

describe("a reader's place", () => {
  let scroller;
  let place;

  beforeEach(() => {
    scroller = new Scroller();
    scroller.show({ sequence: 20, height: 30 }, { sequence: 21, height: 300 });
    place = new Place(scroller);
    scroller.scrollTop = 10;
    place.scrolled();
    place.remember(scroller.rows);
  });

  it('is kept where the row at the top became another that ends as it did', () => {
    scroller.show({ sequence: 12, height: 200 }, { sequence: 20, height: 50 }, { sequence: 21, height: 300 });
    place.restore();
    assert.equal(scroller.scrollTop, 10 + 200 + 20);
  });

  it('stays as it is where that row is gone', () => {
    scroller.show({ sequence: 12, height: 200 }, { sequence: 21, height: 300 });
    place.restore();
    assert.equal(scroller.scrollTop, 10);
  });
});
