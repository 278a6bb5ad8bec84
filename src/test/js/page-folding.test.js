import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLong, isUnfolded, toggle, unfold } from '../../../webapp/app/models/folding.js';

const many = (line, count = 21) => Array.from({ length: count }, () => line).join('\n');

describe('a text is folded', () => {
  it('when it has more than twenty lines', () => {
    assert.ok(isLong(many('a line')));
    assert.ok(!isLong(many('a line', 20)));
    assert.ok(!isLong());
  });

  it('when it takes as many, also where nobody broke them', () => {
    assert.ok(isLong('word '.repeat(400)));
    assert.ok(!isLong('word '.repeat(300)));
    assert.ok(isLong('\u5b57'.repeat(1_000)));
    assert.ok(!isLong('\u5b57'.repeat(800)));
  });

  it('by what is seen of it', () => {
    assert.ok(!isLong('a\n\n\n'.repeat(20)), 'empty lines');
    assert.ok(!isLong(`[here](https://a.example/${'x'.repeat(3_000)})`), 'where a link leads');
    assert.ok(!isLong(`a${'\u0301'.repeat(3_000)}`), 'marks on one letter');
    assert.ok(isLong(`(${'x'.repeat(3_000)})`), 'brackets that are no link');
  });

  it('by the lines of its code and its tables, however wide they are', () => {
    const wide = 'x'.repeat(900);
    assert.ok(!isLong(`\`\`\`\n${many(wide, 20)}\n\`\`\``));
    assert.ok(isLong(`\`\`\`\n${many('x')}\n\n\`\`\``));
    assert.ok(!isLong(many(`| ${wide} |`, 20)));
    assert.ok(isLong(`\`\`\`\nx\n\`\`\`\n${many(wide, 3)}`), 'what comes after them');
  });
});

describe('what a reader has unfolded', () => {
  const entry = { key: '2 a', sequence: 7 };
  const conversation = () => ({ shown: { entries: () => [entry] } });

  it('is folded again by the same way, in that room alone', () => {
    const [room, other] = [conversation(), conversation()];
    assert.ok(!isUnfolded(room, entry));
    toggle(room, entry);
    assert.deepEqual([isUnfolded(room, entry), isUnfolded(other, entry)], [true, false]);
    toggle(room, entry);
    assert.ok(!isUnfolded(room, entry));
  });

  it('is what they go to, too, as often as they do', () => {
    const room = conversation();
    for (const sequence of [7, 7, 8]) unfold(room, sequence);
    assert.ok(isUnfolded(room, entry));
  });
});
