import 'markdown-it'; // a script of the classic kind: it names itself globally
import { OPTIONS, markdown } from '../models/markdown.js';

export { code } from './code.js';

// What somebody writes as &lt; stays so: text is text.
const parser = globalThis.markdownit(OPTIONS).disable('entity');

/** A text as a tree. */
export function parse(text) {
  return markdown(parser, text);
}
