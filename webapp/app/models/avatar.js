export const HUES = 12;

/** Scripts in which two letters side by side are too wide, or join into something else. */
const ALONE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Arabic}]/u;

/** Most first letters: no rules of Unicode are needed to see where they end. */
const PLAIN = /^[!-~](?=[!-~]|$)/;
let segmenter = null;

/** Up to two letters for a name: of the first and last word; one where two do not go together. */
export function initials(name) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return '?';
  const first = firstLetter(words[0]);
  if (ALONE.test(first) || words.length === 1) return first.toLocaleUpperCase();
  return (first + firstLetter(words.at(-1))).toLocaleUpperCase();
}

/** A number below HUES, the same for an account for ever, on every device. */
export function hue(accountId) {
  let hash = 2166136261; // FNV-1a, so that neighbouring ids get hues far apart
  for (const character of String(accountId)) hash = Math.imul(hash ^ character.codePointAt(0), 16777619) >>> 0;
  return hash % HUES;
}

function firstLetter(word) {
  if (PLAIN.test(word)) return word[0];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(word)[Symbol.iterator]().next().value.segment;
}
