import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offers } from '../../../webapp/app/models/completion.js';
import { EMOJI, listed, matching } from '../../../webapp/app/models/emoji.js';

describe('emoji', () => {
  const others = listed({
    '🏇': ['horse_racing', 'animal', 'betting'],
    '🦄': ['unicorn', 'animal', 'nature', 'mystical'],
    '🐴': ['horse_face', 'animal', 'unicorns_friend'],
    '☕': ['hot_beverage', 'coffee'],
    '🎠': ['carousel_horse', 'photo', 'carnival'],
  });
  const found = (text) => matching(text, others).map(({ emoji }) => emoji);

  it('that are offered at once are not listed twice', () => {
    assert.deepEqual(found('coffee'), ['☕']);
    assert.ok(EMOJI.some(({ emoji }) => emoji === '☕'));
    assert.equal(others[0].en, 'horse racing');
  });

  it('are found by their names first, then by what they are about', () => {
    assert.deepEqual(found('horse'), ['🏇', '🐴', '🎠']);
    assert.deepEqual(found('unicorn'), ['🦄', '🐴']);
    assert.deepEqual(found('animal'), ['🏇', '🦄', '🐴']);
    assert.deepEqual(found('MYST'), ['🦄']);
    assert.deepEqual(found('nothing at all'), []);
  });

  it('are found by being written, and in Chinese where they have a name', () => {
    assert.deepEqual(found('🦄'), ['🦄']);
    assert.deepEqual(found('咖啡'), ['☕']);
  });

  it('complete what is written, with the name that they have', () => {
    const labels = (emoji, language) => offers({ emoji }, [], [], language, others).map(({ label }) => label);
    assert.deepEqual(labels('unic', 'zh-CN'), ['🦄 unicorn', '🐴 horse face']);
    assert.deepEqual(labels('coff', 'zh-CN'), ['☕ 咖啡']);
  });
});
