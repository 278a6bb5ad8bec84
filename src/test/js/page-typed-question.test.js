import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { TypedQuestion } from '../../../webapp/app/models/typed-question.js';
import { Clock } from './page-fixtures.js';

let clock;
let question;
let asked;

beforeEach(() => {
  clock = new Clock();
  question = new TypedQuestion(clock);
  asked = [];
});

const soon = (name, millis) => question.soon((isLast) => asked.push({ name, isLast }), millis);
const names = () => asked.map(({ name }) => name);

describe('a question that is typed', () => {
  it('is asked once, when no more letters come', () => {
    soon('h');
    soon('ha');
    assert.deepEqual([clock.waiting.length, names()], [1, []]);
    clock.ring();
    assert.deepEqual(names(), ['ha']);
  });

  it('waits as long as one likes', () => {
    soon('again', 3_000);
    assert.deepEqual(clock.waiting, [3_000]);
  });

  it('has no answer that counts once another is typed', () => {
    soon('hay');
    clock.ring();
    assert.ok(asked[0].isLast(), 'premise: it does until then');
    soon('needle');
    assert.ok(!asked[0].isLast());
    clock.ring();
    assert.deepEqual(asked.map(({ isLast }) => isLast()), [false, true]);
  });

  it('is not asked at all when another is asked at once, or none any more', () => {
    soon('hay');
    const isLast = question.anew();
    clock.ring();
    assert.deepEqual([names(), isLast()], [[], true]);
    question.anew();
    assert.ok(!isLast());
  });
});
