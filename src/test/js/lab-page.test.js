import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { texts as appEn } from '../../../webapp/app/words/en.js';
import { Words } from '../../../webapp/app/words/words.js';
import { closeCodes } from '../../../webapp/holdfast/codes.js';
import { texts as en } from '../../../webapp/lab/words/en.js';
import { texts as zh } from '../../../webapp/lab/words/zh.js';

const WEBAPP = new URL('../../../webapp/', import.meta.url);
const read = (path) => readFile(new URL(path, WEBAPP), 'utf8');
const placeholders = (text) => new Set([...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

describe('the lab’s texts', () => {
  it('are the same in both languages, with the same values to fill in', () => {
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    for (const key of Object.keys(en)) assert.deepEqual(placeholders(zh[key]), placeholders(en[key]), key);
  });

  it('do not take the place of the chat’s', () => {
    assert.deepEqual(
      Object.keys(en).filter((key) => Object.hasOwn(appEn, key)),
      [],
    );
  });

  it('are there, each that a view or a model names', async () => {
    const folders = ['lab/views/', 'lab/models/'];
    const names = await Promise.all(folders.map((folder) => readdir(new URL(folder, WEBAPP))));
    const paths = names.flatMap((files, n) => files.map((file) => folders[n] + file));
    const sources = (await Promise.all(paths.map(read))).join('\n');
    const named = [...sources.matchAll(/'(lab\.[\w.-]+)'/g)].map(([, key]) => key).filter((key) => !key.endsWith('.'));
    assert.ok(named.length > 30, 'premise: texts are named');
    for (const key of named) assert.ok(Object.hasOwn(en, key), key);
  });

  it('say why a line was lost, whichever close code it was that lets a client come back', () => {
    const rare = ['unsupported_data', 'invalid_payload', 'too_big', 'server_error'];
    for (const { name, reconnect } of Object.values(closeCodes))
      if (reconnect !== 'no' && !rare.includes(name)) assert.ok(en[`lab.reason.${name}`], name);
  });

  it('come with those of the chat', async () => {
    const words = new Words();
    words.include({ en: async () => ({ texts: en }), zh: async () => ({ texts: zh }) });
    await words.use('zh');
    assert.deepEqual([words.say('lab.cut'), words.say('close')], ['切断', '关闭']);
  });
});

describe('the lab’s page', () => {
  it('loads the same modules as the chat, from one folder up', async () => {
    const mapOf = (page) => JSON.parse(page.match(/<script type="importmap">(.*?)<\/script>/s)[1]).imports;
    const up = ([name, path]) => [name, path.replace('./', '../')];
    const [chat, lab] = (await Promise.all(['index.html', 'lab/index.html'].map(read))).map(mapOf);
    assert.deepEqual(lab, Object.fromEntries(Object.entries(chat).map(up)));
  });
});
