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
    for (const row of this.rows) row.getBoundingClientRect = () => this.#rectOf(row);
  }

  grow(row, height) {
    Object.assign(row, { height, offsetHeight: height });
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

  #rectOf(row) {
    const above = this.rows.slice(0, this.rows.indexOf(row)).reduce((sum, { height }) => sum + height, 0);
    return { top: above - this.scrollTop, bottom: above + row.height - this.scrollTop };
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

  it('is where a row begins that alone becomes higher, also for whoever was at the end', () => {
    place.toEnd();
    scroller.scrollTop = 230;
    const [row] = scroller.rows.slice(1);
    place.hold(row);
    scroller.grow(row, 900);
    assert.equal(place.restore(), true);
    assert.equal(scroller.scrollTop, 230);
    assert.equal(place.restore(), false);
  });

  it('is a quarter down the window from a row of which nothing else would be seen, now that it is low', () => {
    scroller.scrollTop = 250;
    const [row] = scroller.rows.slice(1);
    place.hold(row);
    scroller.grow(row, 40);
    place.restore();
    assert.equal(scroller.scrollTop, 30 - HEIGHT / 4);
  });
});
