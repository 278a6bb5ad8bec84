/** Everybody in the room. */
const ALL = 0;

/** Whoever is online, perhaps one person alone: they are no name. */
const HERE = new Set(['@here', '@在线成员']);

/** What the server found in a message: `[account, at, length]` each. */
function mentionsOf({ body }) {
  return body.mentions ?? [];
}

/** Whether a message calls an account, by name or with all the others. */
export function calls(event, account) {
  return mentionsOf(event).some(([called]) => called === account || called === ALL);
}

/**
 * The words of a message, and of its edits, that call somebody: `{isMine, account}` each, whether it calls `me`, and whom it names; null: one
 * word may call many.
 */
export function callsIn(events, me) {
  const calls = new Map();
  for (const event of events) for (const [called, word] of wordsOf(event)) calls.set(word, callBy(word, called, me, calls.get(word)));
  return calls;
}

function callBy(word, called, me, before = { isMine: false, account: called }) {
  const isName = called !== ALL && called === before.account && !HERE.has(word.toLowerCase());
  return { isMine: before.isMine || called === me || called === ALL, account: isName ? called : null };
}

function wordsOf(event) {
  const text = event.body.text ?? '';
  return mentionsOf(event).map(([called, at, length]) => [called, text.slice(at, at + length)]);
}

/** A tree of Markdown in which the words of `calls` are nodes of their own: `{type: 'mention', text, isMine, account}`. */
export function withMentions(nodes, calls) {
  return calls.size === 0 ? nodes : nodes.flatMap((node) => marked(node, calls));
}

function marked(node, calls) {
  if (node.children) return [{ ...node, children: withMentions(node.children, node.type === 'link' ? nameless(calls) : calls) }];
  return node.type === 'text' ? split(node.text, calls) : [node];
}

/** A link leads where it says, and to nobody. */
function nameless(calls) {
  return new Map([...calls].map(([word, { isMine }]) => [word, { isMine, account: null }]));
}

/** Longer words first: one may begin with another. */
function split(text, calls) {
  const words = [...calls.keys()].sort((a, b) => b.length - a.length);
  const nodes = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const word = words.find((each) => text.startsWith(each, at));
    if (!word) continue;
    if (at > from) nodes.push({ type: 'text', text: text.slice(from, at) });
    nodes.push({ type: 'mention', text: word, ...calls.get(word) });
    from = at + word.length;
  }
  return from < text.length ? [...nodes, { type: 'text', text: text.slice(from) }] : nodes;
}
