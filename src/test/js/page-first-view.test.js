import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

const WEBAPP = new URL('../../../webapp/', import.meta.url);
/** The page, the chat of who is signed in, and what the two fetch by `import()` before a message is seen. */
const BEGINNINGS = [
  'app/main.js',
  'app/views/chat.js',
  'app/views/badge.js',
  'holdfast/shared-road.js',
  'holdfast/presence.js',
];

/** With what it imports at once. */
async function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const module = new URL(name, WEBAPP);
  const source = await readFile(module, 'utf8');
  for (const [, path] of source.matchAll(/^(?:import|export)\b[^'"(]*?'(\.[^']+)';/gm))
    await withImports(new URL(path, module).href.slice(WEBAPP.href.length), found);
  return found;
}

describe('the page asks at once for', () => {
  it('each of our modules that its first view imports, and for no others', async () => {
    const wanted = new Set();
    for (const beginning of BEGINNINGS) await withImports(beginning, wanted);
    wanted.delete('app/main.js');
    const page = await readFile(new URL('index.html', WEBAPP), 'utf8');
    const asked = [...page.matchAll(/<link rel="modulepreload" href="\.\/((?:app|holdfast)\/[^"]+)">/g)];
    assert.deepEqual(asked.map(([, name]) => name).sort(), [...wanted].sort());
  });
});
