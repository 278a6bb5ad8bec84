import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Drafts } from '../../../webapp/app/models/drafts.js';
import { Shelf } from '../../../webapp/app/models/shelf.js';
import { ada, storage } from './page-fixtures.js';

const ROOM = 7;
const MESSAGE = { sequence: 5, epoch: 'e' };

let kept;
let drafts;

beforeEach(() => {
  kept = storage();
  drafts = tab();
});

const tab = () => new Drafts(new Shelf('/', () => kept), ada);
const turns = () => new Promise((resolve) => setImmediate(resolve));

function answer(text) {
  drafts.answer(ROOM, MESSAGE);
  drafts.keep(ROOM, text);
}

describe('what a draft answers', () => {
  it('is known after a reload, whichever of the two was there first', () => {
    answer('I do');
    drafts.keep(8, 'not an answer');
    drafts.answer(8, { sequence: 6, epoch: 'f' });
    assert.deepEqual([tab().answered(ROOM), tab().answered(8)], [MESSAGE, { sequence: 6, epoch: 'f' }]);
  });

  it('is taken back for good', () => {
    answer('I do');
    drafts.answer(ROOM, null);
    assert.deepEqual([drafts.answered(ROOM), tab().answered(ROOM)], [null, null]);
  });

  it('goes with what is sent, and comes back with it', async () => {
    let store;
    answer('I do');
    drafts.part(ROOM, 'I do', new Promise((resolve) => (store = resolve)));
    assert.equal(drafts.answered(ROOM), null);
    assert.deepEqual([tab().of(ROOM), tab().answered(ROOM)], ['I do', MESSAGE], 'the page dies in between');
    store();
    await turns();
    assert.deepEqual([tab().of(ROOM), tab().answered(ROOM)], ['', null]);
  });

  it('is not that of what is written meanwhile', async () => {
    answer('I do');
    drafts.part(ROOM, 'I do', new Promise(() => {}));
    drafts.keep(ROOM, 'by the way');
    assert.deepEqual([drafts.answered(ROOM), tab().answered(ROOM)], [null, null]);
  });

  it('is not that of what another tab writes there', () => {
    answer('I do');
    const other = tab();
    other.answer(ROOM, null);
    other.keep(ROOM, 'something else');
    assert.equal(tab().answered(ROOM), null);
  });

  it('is kept while another tab has the same text, and writes elsewhere', () => {
    const other = tab();
    answer('I do');
    other.replace(ROOM, 'I do');
    other.keep(8, 'elsewhere');
    assert.deepEqual([other.answered(ROOM), tab().answered(ROOM)], [null, MESSAGE]);
  });

  it('ends with a text that another device has sent, and not with one that it goes on with', () => {
    answer('I');
    drafts.replace(ROOM, 'I do');
    assert.deepEqual([drafts.answered(ROOM), tab().answered(ROOM)], [MESSAGE, MESSAGE]);
    drafts.replace(ROOM, '');
    assert.deepEqual([drafts.answered(ROOM), tab().answered(ROOM)], [null, null]);
  });
});
