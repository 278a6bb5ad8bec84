import { runs } from './runs.js';

/** What may mean something in Markdown, wherever it stands, or at the beginning of a line; and space that Markdown would take away. */
const MARKS = /[\\`*_~[\]|<\r\0]|^(?:[-+=>#]|\d+[.)])|^[^\S\n]|[^\S\n]$/mu;

/** Whether a text says the same as Markdown: most do, and need no parser. */
export function isPlain(text) {
  return !MARKS.test(text);
}

/** Such a text as the tree that Markdown's parser would make of it. */
export function plain(text) {
  const paragraphs = text.split(/\n{2,}/u).filter((each) => each.trim() !== '');
  return paragraphs.map((each) => ({ type: 'paragraph', tag: 'p', children: lines(each.replace(/^\n|\n$/gu, '')) }));
}

function lines(paragraph) {
  return paragraph.split('\n').flatMap((line, index) => [...(index > 0 ? [{ type: 'text', text: '\n' }] : []), ...linked(line)]);
}

/** Links and what is between them. */
export function linked(text) {
  return runs(text).map(({ text, href }) => (href ? { type: 'link', href, children: [{ type: 'text', text }] } : { type: 'text', text }));
}
