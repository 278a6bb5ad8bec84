import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { defaults } from '../../../webapp/holdfast/options.js';

const ROOT = new URL('../../../', import.meta.url);
const page = await readFile(new URL('src/docs/library.md', ROOT), 'utf8');

/** The rows of the first table with a column "0 means" under a heading. */
function rowsUnder(heading) {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`)).slice(1).split(/\n## /)[0].split('\n# ')[0];
  const table = section.slice(section.indexOf('| option |')).split('\n\n')[0];
  return [...table.matchAll(/^\| `(\w+)[^`]*` \| ([^|]+) \|/gm)].map(([, name, standard]) => [name, standard.trim()]);
}

/** What the comments of a file declare for options. */
async function declaredIn(file) {
  const source = await readFile(new URL(`webapp/holdfast/${file}`, ROOT), 'utf8');
  const typedef = source.slice(source.indexOf('Options\n'), source.indexOf('*/', source.indexOf('Options\n')));
  const names = [...typedef.matchAll(/@property \{.+?\} \[?(\w+)\]?  /g)].map(([, name]) => name);
  // Said for all three at once.
  return names.filter((name) => name !== 'debug' && name !== 'platform');
}

describe("The library's page", () => {
  for (const [heading, file] of [
    ['ReliableSocket', 'socket-options.js'],
    ['ReliableEventSource', 'reliable-event-source.js'],
    ['Poller', 'poller.js'],
  ])
    it(`has each option of a ${heading}`, async () => {
      const declared = await declaredIn(file);
      assert.ok(declared.length > 4, `${declared}`);
      assert.deepEqual(rowsUnder(heading).map(([name]) => name).sort(), declared.sort());
    });

  it('has each number that a client can be given, with its default', () => {
    const rows = new Map(rowsUnder('Options'));
    for (const [name, value] of Object.entries(defaults))
      if (typeof value === 'number') assert.equal(rows.get(name), String(value), name);
  });
});
