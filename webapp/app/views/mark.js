import { put } from './put.js';
import { marked } from '../models/marks.js';

/** What is chosen in a field gets a mark of Markdown, or loses it. */
export function mark(area, name) {
  put(area, marked(name, area));
}
