import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const LIBRARY = new URL('../../webapp/holdfast/', import.meta.url);
const README = new URL('../../README.md', import.meta.url);
const LIMIT_BYTES = 15_000;
const CLOSE_ENOUGH_KB = 0.2;
/** Loaded by `import()`, and only for who wants it. */
const TABS = './shared-road.js';
const TOPICS = './topic-stream.js';
const PRESENCE = './presence.js';

/** One file of all that an entry needs, minified and gzipped; in bytes. */
async function sizeOf(file, external = []) {
  const options = { bundle: true, minify: true, format: 'esm', write: false, external };
  const { outputFiles } = await build({ ...options, entryPoints: [new URL(file, LIBRARY).pathname] });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

describe('The size of the library', () => {
  it('is small, and what the README says', async () => {
    const client = await sizeOf('index.js', [TABS, TOPICS, PRESENCE]);
    const all = await sizeOf('index.js', [TOPICS, PRESENCE]);
    const [, saidClient, saidAll] = (await readFile(README, 'utf8')).match(
      /([\d.]+) kB minified and gzipped, ([\d.]+) kB with tabs/,
    );
    const told = `index.js: ${client} bytes, ${all} with what shared: true loads`;
    assert.ok(client <= LIMIT_BYTES, told);
    assert.ok(all > client + 1000, `nothing was left out of the first: ${told}`);
    assert.ok(Math.abs(saidClient - client / 1000) <= CLOSE_ENOUGH_KB, told);
    assert.ok(Math.abs(saidAll - all / 1000) <= CLOSE_ENOUGH_KB, told);
  });

  it('of each client for any server is smaller still', async () => {
    for (const file of ['reliable-socket.js', 'reliable-event-source.js', 'poller.js']) {
      const bytes = await sizeOf(file);
      assert.ok(bytes < LIMIT_BYTES / 3, `${file}: ${bytes} bytes`);
    }
  });
});
