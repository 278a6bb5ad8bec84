import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { offers } from '../../../webapp/app/models/completion.js';
import { EMOJI, listed, matching, nameOf } from '../../../webapp/app/models/emoji.js';
import { CHINESE, inChinese } from '../../../webapp/app/models/emoji-chinese.js';
import { RecentEmoji } from '../../../webapp/app/models/recent-emoji.js';
import { grace, page } from './page-fixtures.js';

describe('emoji', () => {
  const others = listed(
    {
      '🏇': ['horse_racing', 'animal', 'betting'],
      '🦄': ['unicorn', 'animal', 'nature', 'mystical'],
      '🐴': ['horse_face', 'animal', 'unicorns_friend'],
      '☕': ['hot_beverage', 'coffee'],
      '🎠': ['carousel_horse', 'photo', 'carnival'],
    },
    () => [],
  );
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

/** All that there are: JavaScriptIT says where. */
const { EMOJILIB } = process.env;
const library = EMOJILIB ? JSON.parse(await readFile(EMOJILIB, 'utf8')) : {};

describe('the Chinese names of emoji', { skip: !EMOJILIB && 'EMOJILIB does not say where emojilib is' }, () => {
  const others = listed(library, inChinese);
  const found = (text) => matching(text, others).map(({ emoji }) => emoji);

  it('are of emoji that there are, and that are not offered at once', () => {
    assert.ok(CHINESE.size > 600, 'premise');
    const offered = EMOJI.map(({ emoji }) => emoji);
    const named = [...CHINESE.keys()];
    assert.deepEqual(named.filter((emoji) => !Object.hasOwn(library, emoji) || offered.includes(emoji)), []);
  });

  it('are of one emoji each, and none is given twice', async () => {
    const source = await readFile(new URL('../../../webapp/app/models/emoji-chinese.js', import.meta.url), 'utf8');
    const [, written] = source.split('`');
    assert.equal(written.trim().split(/\s+/).length, 2 * CHINESE.size);
    const first = [...EMOJI.map(({ zh }) => zh), ...[...CHINESE.values()].map(([name]) => name)];
    assert.deepEqual(first.filter((name, index) => first.indexOf(name) !== index), []);
  });

  it('find them, whole or in part, by what else they are called, and by both languages', () => {
    assert.deepEqual(found('企鹅'), ['🐧']);
    assert.deepEqual(found('苹'), ['🍎']);
    assert.deepEqual(found('奶茶'), ['🧋']);
    assert.deepEqual(found('t恤'), ['👕']);
    assert.deepEqual(found('penguin'), ['🐧']);
  });

  it('come first where what is looked for is their beginning', () => {
    assert.equal(found('猫')[0], '🐱');
    assert.ok(found('猫').includes('🐼'));
    assert.equal(found('熊')[0], '🐻');
  });

  it('are said in the Chinese page alone', () => {
    assert.equal(nameOf('🐧', 'zh-CN', others), '企鹅');
    assert.equal(nameOf('🐧', 'en-GB', others), 'penguin');
    assert.equal(nameOf('🐧', 'zh-CN'), '🐧');
    assert.equal(nameOf('☕', 'zh-CN', others), '咖啡');
  });

  it('of flags are those of their regions', () => {
    assert.equal(nameOf('🇨🇭', 'zh-CN', others), '瑞士旗');
    assert.deepEqual(found('瑞士'), ['🇨🇭']);
    assert.equal(nameOf('🏴‍☠️', 'zh-CN', others), '海盗旗');
  });
});

describe('the emoji used last', () => {
  const usual = EMOJI.map(({ emoji }) => emoji);

  it('come first, each once, and the usual ones fill up', () => {
    const recent = new RecentEmoji(page().chat);
    assert.deepEqual(recent.first(4), usual.slice(0, 4));
    for (const emoji of ['🦄', usual[0], '🐢', '🦄']) recent.use(emoji);
    assert.deepEqual(recent.all, ['🦄', '🐢', usual[0]]);
    assert.deepEqual(recent.first(4), ['🦄', '🐢', usual[0], usual[1]]);
  });

  it('are sixteen at most', () => {
    const recent = new RecentEmoji(page().chat);
    for (const emoji of usual.slice(0, 20)) recent.use(emoji);
    assert.deepEqual(recent.all, usual.slice(4, 20).reverse());
  });

  it('are kept in the browser, for each account by itself', () => {
    const { chat, shelf } = page();
    new RecentEmoji(chat).use('🦄');
    assert.deepEqual(new RecentEmoji(chat).all, ['🦄']);
    assert.deepEqual(new RecentEmoji({ shelf, account: grace }).all, []);
  });
});
