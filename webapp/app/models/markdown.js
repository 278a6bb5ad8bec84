import { linked } from './plain.js';

/** So deep may quotes and lists lie in each other; what is deeper is shown as it was written. */
const NESTING = 12;
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * A text as the tree of its Markdown (CommonMark, with tables and strikethrough): nodes `{type, children?, text?, …}`. There is no HTML in
 * it: what looks like HTML is text, and an image is a link.
 *
 * @param parser markdown-it: `{parse(text, environment)}`
 */
export function markdown(parser, text) {
  const root = { type: 'root', children: [] };
  grow([root], parser.parse(text, {}));
  return root.children;
}

/** What {@link markdown} wants of markdown-it. Its own search for links takes time that grows with the square of the length. */
export const OPTIONS = { html: false, linkify: false, breaks: true, typographer: false, maxNesting: NESTING };

/** A link that may be followed, as the URL parser writes it, or null. */
export function safeHref(link) {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  return SCHEMES.has(url.protocol) ? url.href : null;
}

function grow(open, tokens) {
  for (const token of tokens) {
    const parent = open.at(-1);
    if (token.nesting === 1) open.push(child(parent, branch(token)));
    else if (token.nesting === -1) open.length > 1 && open.pop();
    else if (token.type === 'inline') grow([parent], token.children);
    else parent.children.push(...leaves(token, open.some(({ type }) => type === 'link')));
  }
}

function child(parent, node) {
  parent.children.push(node);
  return node;
}

function branch({ type, tag, attrs, hidden }) {
  const get = (name) => attrs?.find(([key]) => key === name)?.[1];
  const name = type.replace(/_open$/u, '');
  const node = { type: name, tag, children: [] };
  if (name === 'link') node.href = safeHref(get('href'));
  if (name === 'ordered_list') node.start = Number(get('start') ?? 1);
  if (hidden) node.isTight = true;
  return node;
}

function leaves({ type, content, info, attrs }, isInLink) {
  if (type === 'fence' || type === 'code_block') return [{ type: 'code', text: content, language: language(info) }];
  if (type === 'code_inline') return [{ type: 'codespan', text: content }];
  if (type === 'hr') return [{ type: 'hr' }];
  if (type === 'softbreak' || type === 'hardbreak') return [{ type: 'text', text: '\n' }];
  if (type === 'image') return image(content, attrs);
  if (isInLink) return [{ type: 'text', text: content }];
  return linked(content);
}

/** Fetched from elsewhere, it would tell that server who reads here. */
function image(content, attrs) {
  const source = attrs.find(([key]) => key === 'src')[1];
  const href = safeHref(source);
  const children = [{ type: 'text', text: content || source }];
  return href ? [{ type: 'link', href, children }] : children;
}

function language(info) {
  return /^[A-Za-z0-9+#-]{1,20}/u.exec(info ?? '')?.[0].toLowerCase() ?? '';
}
