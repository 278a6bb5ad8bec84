import { html, nothing } from 'lit';
import { placeInHere } from './address.js';
import { idle } from './idle.js';
import { withMentions } from '../models/mentions.js';
import { parsing } from '../models/parsing.js';
import { isPlain, plain } from '../models/plain.js';

/**
 * A message's text as nodes: what people write is never parsed as HTML.
 *
 * @param calls the words that call somebody
 */
export function markdown(text, calls = new Map()) {
  return withMentions(treeOf(text), calls).map(node);
}

/** A text can be read before it looks its best: the parser weighs half of what the first view does. */
function treeOf(text) {
  if (isPlain(text)) return plain(text);
  parsing.want(() => idle().then(() => import('./markdown-parsed.js')));
  return parsing.module?.parse(text) ?? plain(text);
}

const NODES = {
  text: ({ text }) => text,
  paragraph: ({ isTight, children }) => (isTight ? all(children) : html`<p dir="auto">${all(children)}</p>`),
  heading: ({ children }) => html`<p class="md-heading" dir="auto">${all(children)}</p>`,
  mention,
  strong: ({ children }) => html`<strong>${all(children)}</strong>`,
  em: ({ children }) => html`<em>${all(children)}</em>`,
  s: ({ children }) => html`<s>${all(children)}</s>`,
  link,
  codespan: ({ text }) => html`<code>${text}</code>`,
  code: ({ text, language }) => parsing.module.code(text, language),
  blockquote: ({ children }) => html`<blockquote dir="auto">${all(children)}</blockquote>`,
  bullet_list: ({ children }) => html`<ul dir="auto">${all(children)}</ul>`,
  ordered_list: ({ start, children }) => html`<ol dir="auto" start=${start === 1 ? nothing : start}>${all(children)}</ol>`,
  list_item: ({ children }) => html`<li dir="auto">${all(children)}</li>`,
  hr: () => html`<hr />`,
  table: ({ children }) => html`<div class="md-table" tabindex="0"><table>${all(children)}</table></div>`,
  thead: ({ children }) => html`<thead>${all(children)}</thead>`,
  tbody: ({ children }) => html`<tbody>${all(children)}</tbody>`,
  tr: ({ children }) => html`<tr>${all(children)}</tr>`,
  th: ({ children }) => html`<th dir="auto">${all(children)}</th>`,
  td: ({ children }) => html`<td dir="auto">${all(children)}</td>`,
};

function all(children) {
  return joined(children).map(node);
}

/** Neighbouring texts as one: a text of thousands of lines would be as many parts of the page. */
function joined(children) {
  const parts = [];
  for (const child of children) {
    const last = parts.at(-1);
    if (child.type === 'text' && last?.type === 'text') parts[parts.length - 1] = { type: 'text', text: last.text + child.text };
    else parts.push(child);
  }
  return parts;
}

/** What is not known is shown by what is in it. */
function node(one) {
  return NODES[one.type]?.(one) ?? all(one.children ?? []);
}

/** Leads to whoever is named. It is no button: it is read, broken into lines and selected with the text around it. */
function mention({ text, isMine, account }) {
  const sort = isMine ? 'is-mine' : '';
  if (account === null) return html`<span class="mention ${sort}" data-test="mention">${text}</span>`;
  const show = ({ target }) => target.dispatchEvent(new CustomEvent('show-person', { detail: { id: account, name: text.slice(1) }, bubbles: true }));
  return html`<span class="mention ${sort}" role="button" tabindex="0" data-test="mention" @click=${show} @keydown=${press}>${text}</span>`;
}

function press(event) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.target.click();
}

function link({ href, children }) {
  if (href === null) return all(children);
  // What somebody linked here is read here: a second page would be a second chat.
  const here = placeInHere(href);
  if (here) return html`<a href=${here}>${all(children)}</a>`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${all(children)}</a>`;
}
