/** A text that takes more lines than these is folded. In markdown.css less of it is shown then: nothing is folded to hide a line. */
const MOST_LINES = 20;

/** So many letters are a line of the log. On a phone it takes half of them: there a text may be higher before it is folded. */
const LINE_LETTERS = 90;

/** As wide as two others. */
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]/gu;

/** What takes no room: where a link leads, and marks that are put on other letters. */
const UNSEEN = /(?<=\])\([^()\s]*\)|[\p{M}\p{Cf}]/gu;

const FENCE = /^\s*(?:```|~~~)/u;

/** What is wider than the log is scrolled there. */
const TABLE = /^\s*\|/u;

/** What readers have unfolded, by conversation: the keys of its entries, which are the same before and after a message was sent. */
const unfolded = new WeakMap();

/**
 * Whether a text is folded. Its lines are counted before it is drawn, and not its height afterwards: a log that first shows all of it
 * would jump.
 */
export function isLong(text = '') {
  return text.length > MOST_LINES && lines(text) > MOST_LINES;
}

export function isUnfolded(conversation, { key }) {
  return unfolded.get(conversation)?.has(key) ?? false;
}

/** Folds what is unfolded, and the other way round. */
export function toggle(conversation, { key }) {
  const keys = keysOf(conversation);
  if (!keys.delete(key)) keys.add(key);
}

/** A message that somebody goes to is seen whole. */
export function unfold(conversation, sequence) {
  const entry = conversation.shown.entries().find((each) => each.sequence === sequence);
  if (entry) keysOf(conversation).add(entry.key);
}

function keysOf(conversation) {
  if (!unfolded.has(conversation)) unfolded.set(conversation, new Set());
  return unfolded.get(conversation);
}

function lines(text) {
  let count = 0;
  let isCode = false;
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) isCode = !isCode;
    else count += isCode || TABLE.test(line) ? 1 : height(line);
  }
  return count;
}

function height(line) {
  const seen = line.replace(UNSEEN, '').trim();
  return Math.ceil((seen.length + (seen.match(WIDE)?.length ?? 0)) / LINE_LETTERS);
}
