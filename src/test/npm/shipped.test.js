import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { build, transform } from 'esbuild';

const SERVER = process.env.HOLDFAST;
const WEBAPP = new URL('../../webapp/', import.meta.url);
const FOLDERS = ['app', 'holdfast', 'lab'];

async function scripts() {
  const names = await Promise.all(FOLDERS.map((folder) => readdir(new URL(folder, WEBAPP), { recursive: true })));
  return FOLDERS.flatMap((folder, at) => names[at].map((name) => `${folder}/${name}`)).filter((name) => name.endsWith('.js'));
}

/** What a script does: its code, however it is laid out and commented. */
async function meaning(code) {
  const options = { minify: true, legalComments: 'none' };
  const { code: minified, warnings } = await transform(code, options);
  return { minified, warnings: warnings.map(({ text }) => text) };
}

async function bothOf(name) {
  const source = await readFile(new URL(name, WEBAPP), 'utf8');
  return { source, shipped: await (await fetch(new URL(name, SERVER))).text() };
}

async function exportsOf(contents) {
  const { metafile } = await build({ stdin: { contents }, write: false, metafile: true, format: 'esm', logLevel: 'silent' });
  return Object.values(metafile.outputs)[0].exports.filter((name) => name !== '$modules');
}

describe('What a browser gets of the scripts', () => {
  it('has the same exports as the source, where it is in a bundle: ShippedScriptsTest tells about the rest', async () => {
    let bundled = 0;
    let saved = 0;
    for (const name of await scripts()) {
      const { source, shipped } = await bothOf(name);
      saved += source.length - shipped.length;
      if (!shipped.includes('$modules')) continue;
      assert.deepEqual((await exportsOf(shipped)).sort(), (await exportsOf(source)).sort(), name);
      assert.deepEqual((await meaning(shipped)).warnings, [], name);
      bundled += 1;
    }
    assert.ok(bundled > 140 && saved > 100_000, `${bundled} in bundles, ${saved} letters of comments less in all`);
  });

  it('says the same as the source, line by line, without its comments, elsewhere', async () => {
    const names = await scripts();
    for (const name of names) {
      const { source, shipped } = await bothOf(name);
      if (shipped.includes('$modules')) continue;
      if (name.includes('/vendor/')) assert.equal(shipped, source, name);
      const [wanted, got] = await Promise.all([meaning(source), meaning(shipped)]);
      assert.deepEqual(got, wanted, name);
      assert.deepEqual(got.warnings, [], name);
      assert.equal(shipped.split('\n').length, source.split('\n').length, name);
    }
    assert.ok(names.length > 200, `${names.length} scripts`);
  });
});

const FILES = [
  ['app/start.js', 'text/javascript', 'no-cache'],
  ['css/base.css', 'text/css', 'no-cache'],
  ['webjars/lit-html/3.3.2/lit-html.js', 'text/javascript', 'immutable'],
];

function get(name, headers = {}) {
  return fetch(new URL(name, SERVER), { headers: { 'Accept-Encoding': 'identity', ...headers } });
}

describe('Scripts and style sheets', () => {
  for (const [name, type, keeping] of FILES) {
    it(`are compressed for whoever takes that, and sent once: ${name}`, async () => {
      const plain = await get(name);
      const packed = await get(name, { 'Accept-Encoding': 'br, gzip;q=0.8' });
      for (const { headers } of [plain, packed]) {
        assert.ok(headers.get('Content-Type').toLowerCase().startsWith(`${type};charset=utf-8`), headers.get('Content-Type'));
        assert.ok(headers.get('Cache-Control').includes(keeping), headers.get('Cache-Control'));
        assert.equal(headers.get('Vary'), 'Accept-Encoding');
        assert.equal(headers.get('ETag'), plain.headers.get('ETag'));
      }
      assert.equal(plain.headers.get('Content-Encoding'), null);
      assert.equal(packed.headers.get('Content-Encoding'), 'gzip');
      assert.ok(Number(packed.headers.get('Content-Length')) < Number(plain.headers.get('Content-Length')));
      assert.equal(await packed.text(), await plain.text());
      const again = await get(name, { 'If-None-Match': `"other", ${plain.headers.get('ETag')}` });
      assert.deepEqual([again.status, await again.text()], [304, '']);
      assert.equal((await get(name, { 'If-None-Match': '"other"' })).status, 200);
    });
  }

  it('are not compressed for whoever does not take it', async () => {
    for (const taken of ['identity', 'gzip;q=0', 'br, gzip;q=0.000', 'notgzip']) {
      const { headers } = await get('app/main.js', { 'Accept-Encoding': taken });
      assert.equal(headers.get('Content-Encoding'), null, taken);
    }
  });
});
