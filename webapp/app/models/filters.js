/** What may stand in a search beside words, and is explained; the last turns round what comes after it. */
export const FILTERS = ['from:', 'in:', 'before:', 'after:', 'has:file', 'has:image', 'has:link', '-'];

/** What `has:` may say. */
export const THINGS = ['file', 'image', 'link'];

/** A filter whose value ends at the caret, in quotes that are still open or without them. Chinese keyboards have signs of their own. */
const OPEN = /(?:^|\s)[-－]?(?<filter>from|in|before|after|has)[:：](?<value>["“”„「」](?<quoted>[^"“”„「」]*)|(?<bare>[^\s"“”„「」]*))$/iu;

/** A part at the end that nothing stands after yet, or a quote alone: the server would refuse it. */
const UNFINISHED = /(?<=^|\s)[-－]?(?:(?:from|in|before|after|has)[:：]["“”„「」]?\s*|["“”„「」])?$/iu;

/** A minus of which nothing is said yet. */
const TURNED = /(?:^|\s)[-－]$/u;

/** What is being written at the caret, or null: `{filter, typed, value, from}`, of which `value` begins at `from`, with its quote. */
export function filterAt(text, caret) {
  const { groups } = OPEN.exec(text.slice(0, caret)) ?? {};
  if (!groups) return null;
  const { filter, value, quoted, bare } = groups;
  return { filter: filter.toLowerCase(), typed: (quoted ?? bare).replace(/^[@#]/u, ''), value, from: caret - value.length };
}

/** A name as the server reads it after a colon. */
export function written(name) {
  return /^[\p{L}\p{N}-]+$/u.test(name) ? name : `"${name.replaceAll('"', ' ')}"`;
}

export function withoutUnfinished(text) {
  return text.replace(UNFINISHED, '');
}

/** Whether a part is among those of a text. */
export function hasPart(text, part) {
  return ` ${text} `.includes(` ${part} `);
}

/** A part is put in, or taken out again. One that ends in a sign is written on: it stands at the end. Whoever wrote nothing after the last one meant another. */
export function toggled(text, part) {
  return toggledRoughly(text, part).replace(/ {2,}/gu, ' ').trimStart();
}

function toggledRoughly(text, part) {
  const isWrittenOn = /[:-]$/u.test(part);
  if (TURNED.test(text) && part !== '-') return `${text}${part}${isWrittenOn ? '' : ' '}`;
  if (isWrittenOn) return withoutUnfinished(text) === text || !text.endsWith(part) ? `${withoutUnfinished(text)} ${part}` : withoutUnfinished(text);
  return hasPart(text, part) ? ` ${text} `.replace(` ${part} `, ' ').slice(1, -1) : `${part} ${withoutUnfinished(text)}`;
}
