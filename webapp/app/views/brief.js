import { words } from '../words/words.js';

/** What a message says, in brief: its text or, when it is nothing but files, their names. */
export function brief({ text, files = [] }) {
  return text || words.list(files.map(({ name }) => name));
}
