import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marked } from '../../../webapp/app/models/marks.js';

/** A text with what is chosen in it between bars, one bar for a caret: as a field has it. */
function field(shown) {
  const value = shown.replaceAll('|', '');
  return { value, selectionStart: shown.indexOf('|'), selectionEnd: shown.lastIndexOf('|') - (shown.indexOf('|') === shown.lastIndexOf('|') ? 0 : 1) };
}

function after(mark, shown) {
  const before = field(shown);
  const { from, to, text, start, end } = marked(mark, before);
  const value = before.value.slice(0, from) + text + before.value.slice(to);
  const bar = start === end ? '' : '|';
  return `${value.slice(0, start)}|${value.slice(start, end)}${bar}${value.slice(end)}`;
}

/** Marked, and the same again: as it was. */
function toggles(mark, bare, shown) {
  assert.equal(after(mark, bare), shown);
  assert.equal(after(mark, shown), bare);
}

describe('what is chosen in a text', () => {
  it('gets a mark, and loses it', () => {
    toggles('bold', 'so be |it|', 'so be **|it|**');
    toggles('italic', '|so| be it', '*|so|* be it');
    toggles('strike', 'so |be| it', 'so ~~|be|~~ it');
    toggles('code', 'so |be| it', 'so `|be|` it');
  });

  it('loses a mark that is chosen with it', () => {
    assert.equal(after('bold', 'so |**be**| it'), 'so |be| it');
    assert.equal(after('italic', '|***so***|'), '|**so**|');
    assert.equal(after('bold', '|****|'), '**|****|**');
  });

  it('can be bold and italic, and each of them ends by itself', () => {
    toggles('italic', '**|it|**', '***|it|***');
    toggles('bold', '*|it|*', '***|it|***');
  });

  it('leaves the spaces around it outside: beside them a mark is none', () => {
    assert.equal(after('bold', 'so| be |it'), 'so **|be|** it');
    assert.equal(after('code', 'so |be\n|it'), 'so `|be|`\nit');
  });

  it('is code of several lines between fences', () => {
    toggles('code', 'x |a\nb| y', 'x ```\n|a\nb|\n``` y');
  });
});

describe('a caret', () => {
  it('comes between two marks, and they go again while nothing is there', () => {
    toggles('bold', 'so |', 'so **|**');
    toggles('italic', '|', '*|*');
  });

  it('that comes to the end of what is marked leaves it', () => {
    assert.equal(after('bold', 'so **be|** it'), 'so **be**| it');
    assert.equal(after('code', '`be|`'), '`be`|');
    assert.equal(after('italic', 'so **be|**'), 'so **be*|***');
  });
});

describe('lines', () => {
  it('get a mark each, wherever in them the choice begins, and lose it when all have it', () => {
    assert.equal(after('list', 'a\nb|b\nc|c\nd'), 'a\n|- bb\n- cc|\nd');
    assert.equal(after('list', 'a\n|- bb\n- cc|\nd'), 'a\n|bb\ncc|\nd');
    assert.equal(after('quote', '|> a\nb|'), '|> a\n> b|');
  });

  it('leave a caret at their end', () => {
    assert.equal(after('quote', 'so be| it'), '> so be it|');
    assert.equal(after('list', '|'), '- |');
    assert.equal(after('list', '|\na'), '- |\na');
  });
});

describe('a link', () => {
  it('has the words that are chosen, or the address, and waits for the other', () => {
    assert.equal(after('link', 'see |here| now'), 'see [here](|) now');
    assert.equal(after('link', '|https://here.example/a|'), '[|](https://here.example/a)');
    assert.equal(after('link', 'see |'), 'see [|]()');
  });
});
