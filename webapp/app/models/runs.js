const LINK = /https?:\/\/[^\s<>"'`\u3000-\u303f\uff00-\uffef]+/giu;
const TRAILING = '.,:;!?*_~…';
const OPENING = '([{';
const CLOSING = ')]}';

/**
 * A text as runs of `{text}` and `{text, href}`. Only what begins with http or https becomes a link, and only as the URL
 * parser writes it: "javascript:" and its kin must never reach an href.
 */
export function runs(text) {
  const found = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const link = trimmed(match[0]);
    const href = safeHref(link);
    if (!href) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    found.push({ text: link, href });
    from = match.index + link.length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** A link at a sentence's end does not own the full stop, nor a bracket that was opened before it. In one pass: others choose the text. */
function trimmed(link) {
  let unopened = count(link, CLOSING) - count(link, OPENING);
  let end = link.length;
  for (; end > 0; end--) {
    const last = link[end - 1];
    const goes = CLOSING.includes(last) ? unopened-- > 0 : TRAILING.includes(last);
    if (!goes) break;
  }
  return link.slice(0, end);
}

function count(link, characters) {
  let found = 0;
  for (const character of link) if (characters.includes(character)) found++;
  return found;
}

function safeHref(link) {
  return URL.canParse(link) ? new URL(link).href : null;
}
