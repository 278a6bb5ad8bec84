import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { FilterOffers } from '../../../webapp/app/models/filter-offers.js';
import { filterAt, toggled, withoutUnfinished, written } from '../../../webapp/app/models/filters.js';
import { Clock, ada } from './page-fixtures.js';

const ann = { id: 3, name: 'ann', displayName: 'Ann Lee' };
const hannah = { id: 4, name: 'Hannah B', displayName: 'Hannah B' };
const zhou = { id: 5, name: 'zhou', displayName: 'Zhou Annan' };
let clock;
let asked;
let answers;
let offers;

beforeEach(() => {
  clock = new Clock();
  asked = [];
  answers = new Map();
  const rooms = ['Kitchen', 'Kitchen sink', '研发中心', 'Kitchen'].map((name) => ({ name, topic: '' }));
  const find = (name) => (asked.push(name), answers.get(name) ?? Promise.resolve([ada, hannah, ann, zhou]));
  const chat = { account: ada, list: { each: rooms }, membership: { find } };
  offers = new FilterOffers(chat, (key) => key, clock, () => new Date(2026, 2, 1, 0, 30));
});

const follow = (text, caret = text.length) => offers.follow(text, caret);
const texts = () => offers.offers.map(({ text }) => text);

async function pause() {
  clock.ring();
  await setImmediate();
}

describe('a filter at the caret', () => {
  it('is one at the beginning of a part alone, turned round or not, with any sign', () => {
    for (const text of ['from:an', 'cake -FROM:an', 'cake －from：an', 'from:"an', 'from:「an', 'from:@an'])
      assert.deepEqual([filterAt(text, text.length)?.filter, filterAt(text, text.length)?.typed], ['from', 'an'], text);
    for (const text of ['login:an', 'from:ann ', 'from:"ann"', 'from', '--from:an', 'cake']) assert.equal(filterAt(text, text.length), null, text);
  });

  it('is asked for without what nothing stands after yet', () => {
    for (const end of ['from:', '-from:', '-', '－', '-"', 'in:"', 'has: ']) assert.equal(withoutUnfinished(`hay ${end}`), 'hay ', end);
    assert.deepEqual([toggled('re-', '-'), toggled('hay -', '-')], ['re- -', 'hay ']);
    for (const whole of ['hay -red', 'well-', 'login:', '-from:a']) assert.equal(withoutUnfinished(whole), whole);
  });

  it('is turned round when it is pressed after a minus', () => {
    assert.equal(toggled('hay ', '-'), 'hay -');
    assert.equal(toggled('hay -', 'from:'), 'hay -from:');
    assert.equal(toggled('hay -', 'has:file'), 'hay -has:file ');
    assert.equal(toggled('hay -', '-'), 'hay ');
    assert.equal(toggled('-in:Barn hay', 'in:Barn'), 'in:Barn -in:Barn hay', 'the other one is no such part');
  });
});

describe('after a filter are offered', () => {
  it('people, the nearest first, as the server knows them', async () => {
    follow('cake from:an');
    assert.deepEqual(texts(), [], 'nobody was asked yet');
    await pause();
    assert.deepEqual(asked, ['an']);
    assert.deepEqual(texts(), ['ann', 'zhou', '"Hannah B"']);
    assert.deepEqual(offers.offers[0], { text: 'ann', label: 'Ann Lee', hint: '@ann' });
  });

  it('whom one knows of already at once, and never those of what was typed before', async () => {
    follow('from:');
    await pause();
    assert.equal(texts()[0], 'me');
    answers.set('zh', new Promise(() => {}));
    follow('from:zh');
    assert.deepEqual(texts(), ['zhou']);
    let come;
    answers.set('h', new Promise((resolve) => (come = resolve)));
    follow('from:h');
    clock.ring();
    follow('from:x');
    come([{ id: 8, name: 'xhu', displayName: 'xhu' }]);
    await setImmediate();
    assert.deepEqual(texts(), []);
  });

  it('nobody while they can not be had', async () => {
    answers.set('an', Promise.reject(new Error('the line is down')));
    follow('from:an');
    await pause();
    assert.ok(!offers.isOpen);
  });

  it('rooms, each name once, and the things and the days that there are', () => {
    follow('in:kit');
    assert.deepEqual(texts(), ['Kitchen', '"Kitchen sink"']);
    follow('-in:研');
    assert.deepEqual(texts(), ['研发中心']);
    follow('has:');
    assert.deepEqual(texts(), ['file', 'image', 'link']);
    follow('before:');
    assert.deepEqual(texts(), ['2026-03-01', '2026-02-28', '2026-02-22']);
    follow('after:2026-03');
    assert.deepEqual(texts(), ['2026-03-01']);
    follow('after:day.y');
    assert.deepEqual(texts(), ['2026-02-28'], 'by what the day is called');
    assert.deepEqual(asked, []);
  });

  it('nothing where it is whole, or there is no filter', () => {
    for (const text of ['has:FILE', 'in:研发中心', 'in:nowhere', 'cake', 'has:file ']) {
      follow(text);
      assert.ok(!offers.isOpen, text);
    }
  });
});

describe('an offer', () => {
  it('is taken where the filter stands, and one writes on behind it', () => {
    follow('a in:"kit cake', 9);
    offers.step(1);
    const { text, caret } = offers.taken(offers.offers[offers.at]);
    assert.equal(text, 'a in:"Kitchen sink" cake');
    assert.equal(text.slice(caret), 'cake');
  });

  it('stays chosen when the others come', async () => {
    follow('from:');
    await pause();
    follow('from:n');
    offers.step(-1);
    const { text } = offers.offers[offers.at];
    answers.set('n', Promise.resolve([hannah, { id: 9, name: 'nora', displayName: 'Nora' }, ann, zhou]));
    await pause();
    assert.equal(texts()[0], 'nora', 'premise: another one came before it');
    assert.equal(offers.offers[offers.at].text, text);
  });

  it('has the name in quotes where it needs them', () => {
    assert.deepEqual(['ann', 'Ann Lee', 'a.b', '李小雨'].map(written), ['ann', '"Ann Lee"', '"a.b"', '李小雨']);
  });
});
