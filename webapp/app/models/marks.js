/** What stands around a part of a text that is marked up. */
const AROUND = { bold: '**', italic: '*', strike: '~~', code: '`' };

/** What each line of a part begins with. */
const BEFORE = { list: '- ', quote: '> ' };
const FENCE = '```';

/**
 * What a text becomes when what is chosen in it gets a mark, or loses the one that it has.
 *
 * @param chosen `{value, selectionStart, selectionEnd}`, as a field has them
 * @returns `{from, to, text, start, end}`: `text` comes in the place of what is between `from` and `to`; `start` to `end` is chosen then
 */
export function marked(mark, { value, selectionStart, selectionEnd }) {
  if (mark in BEFORE) return lines(value, selectionStart, selectionEnd, BEFORE[mark]);
  const [start, end] = trimmed(value, selectionStart, selectionEnd);
  if (mark === 'link') return link(value, start, end);
  if (mark === 'code' && value.slice(start, end).includes('\n')) return fenced(value, start, end);
  return around(value, start, end, AROUND[mark]);
}

/** Beside a space a mark is none. */
function trimmed(value, start, end) {
  const chosen = value.slice(start, end);
  if (chosen.trim() === '') return [start, end];
  return [start + chosen.length - chosen.trimStart().length, end - chosen.length + chosen.trimEnd().length];
}

function around(value, start, end, mark) {
  const { length } = mark;
  const chosen = value.slice(start, end);
  const outside = Math.min(run(value.slice(0, start), mark, true), run(value.slice(end), mark));
  if (has(outside, mark)) return instead(start - length, end + length, chosen, 0, chosen.length);
  const bare = chosen.slice(length, -length);
  const inside = Math.min(run(chosen, mark), run(chosen, mark, true));
  if (bare !== '' && has(inside, mark)) return instead(start, end, bare, 0, bare.length);
  if (start === end && closes(value, end, mark)) return instead(end, end, '', length, length);
  return instead(start, end, mark + chosen + mark, length, length + chosen.length);
}

/** How many of a mark's signs a text begins with, or ends. */
function run(text, [sign], isEnd = false) {
  const rest = isEnd ? text.replace(new RegExp(`[${sign}]+$`, 'u'), '') : text.replace(new RegExp(`^[${sign}]+`, 'u'), '');
  return text.length - rest.length;
}

/** Three stars are bold and italic at once. */
function has(signs, mark) {
  return mark === '*' ? signs % 2 === 1 : signs >= mark.length;
}

/** Whoever wrote between two marks goes on behind them. */
function closes(value, at, mark) {
  return /\S$/u.test(value.slice(0, at)) && has(run(value.slice(at), mark), mark);
}

/** Code of several lines. */
function fenced(value, start, end) {
  const [open, close] = [`${FENCE}\n`, `\n${FENCE}`];
  const chosen = value.slice(start, end);
  if (value.slice(0, start).endsWith(open) && value.slice(end).startsWith(close))
    return instead(start - open.length, end + close.length, chosen, 0, chosen.length);
  return instead(start, end, open + chosen + close, open.length, open.length + chosen.length);
}

/** Whole lines, whatever of them is chosen. */
function lines(value, start, end, mark) {
  const from = value.slice(0, start).lastIndexOf('\n') + 1;
  const next = value.indexOf('\n', end);
  const to = next < 0 ? value.length : next;
  const each = value.slice(from, to).split('\n');
  const isOff = each.every((line) => line.startsWith(mark));
  const text = each.map((line) => (isOff ? line.slice(mark.length) : line.startsWith(mark) ? line : mark + line)).join('\n');
  return instead(from, to, text, start === end ? text.length : 0, text.length);
}

/** An address gets words, words get an address: that is what is to be written next. */
function link(value, start, end) {
  const chosen = value.slice(start, end);
  if (/^https?:\/\/\S+$/u.test(chosen)) return instead(start, end, `[](${chosen})`, 1, 1);
  const at = chosen === '' ? 1 : chosen.length + 3;
  return instead(start, end, `[${chosen}]()`, at, at);
}

function instead(from, to, text, start, end) {
  return { from, to, text, start: from + start, end: from + end };
}
