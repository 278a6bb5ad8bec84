import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import './copy-code.js';

/** Longer code is not coloured: that would take the page's time. */
const MOST = 20_000;

let loading = null;

/**
 * A block of code, in colours when its language is said and known. Whoever sees no code block does not load what colours it. Around it spaces
 * would be seen, as everywhere in a text.
 */
export function code(text, language) {
  const plain = text.replace(/\n$/u, '');
  const coloured = language && plain.length <= MOST ? until(colours(plain, language), plain) : plain;
  const block = html`<pre class="md-code" tabindex="0" data-language=${language}><code>${coloured}</code></pre>`;
  return html`<div class="md-block">${block}<hf-copy-code .code=${plain}></hf-copy-code></div>`;
}

async function colours(text, language) {
  const highlighter = await load().catch(() => null); // without colours it can be read as well
  if (!highlighter?.getLanguage(language)) return text;
  return spans(highlighter.highlight(text, { language, ignoreIllegals: true })._emitter.rootNode);
}

/** It is no module: it names itself globally, and only when it comes by an element. */
function load() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = import.meta.resolve('highlight.js');
    script.onload = () => resolve(globalThis.hljs);
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

/** From highlight.js' tree and not from its HTML, so that nothing is parsed. */
function spans(node) {
  if (typeof node === 'string') return node;
  const inner = node.children.map(spans);
  return node.scope ? html`<span class="hljs-${node.scope.split('.')[0]}">${inner}</span>` : inner;
}
