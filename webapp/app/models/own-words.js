/** Written without spaces, or with endings right at the word: there a word is wherever its characters stand together, and others may stand right beside them. */
const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u;
const OF_WORDS = /[\p{L}\p{N}\p{M}_]/u;

/** Whether one of the words stands in a text, whatever their case or width: as a whole word, or in what is written without spaces anywhere. */
export function hasWord(text, words) {
  const where = plain(text);
  return words.some((word) => stands(plain(word), where));
}

function plain(text) {
  return text.normalize('NFKC').toLowerCase();
}

function stands(word, text) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (isApart(text.slice(0, at), word) && isApart(text.slice(0, at + word.length), text.slice(at + word.length))) return true;
  return false;
}

/** Whether no word goes on from `before` to `after`. */
function isApart(before, after) {
  const last = [...before.slice(-2)].at(-1) ?? '';
  const [first = ''] = after.slice(0, 2);
  return ![last, first].every((each) => OF_WORDS.test(each) && !UNSPACED.test(each));
}
