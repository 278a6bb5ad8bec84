const LINK = /https?:\/\/[^\s<>"'`\u3000-\u303f\uff00-\uffef]+/giu;
const TRAILING = /[.,:;!?*_~…]+$/u;

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

/** A link at a sentence's end does not own the full stop, nor a bracket that was opened before it. */
function trimmed(link) {
  const end = link.replace(TRAILING, '');
  const unopened = /[)\]}]$/u.test(end) && !balanced(end);
  return unopened ? trimmed(end.slice(0, -1)) : end;
}

function balanced(link) {
  const count = (characters) => [...link].filter((character) => characters.includes(character)).length;
  return count('([{') >= count(')]}');
}

function safeHref(link) {
  return URL.canParse(link) ? new URL(link).href : null;
}
