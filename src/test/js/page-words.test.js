import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { texts as atFirstEn } from '../../../webapp/app/words/en.js';
import { texts as laterEn } from '../../../webapp/app/words/en-later.js';
import { texts as atFirstZh } from '../../../webapp/app/words/zh.js';
import { texts as laterZh } from '../../../webapp/app/words/zh-later.js';
import { defaults } from '../../../webapp/holdfast/options.js';
import { Words } from '../../../webapp/app/words/words.js';
import { LANGUAGES, Preferences } from '../../../webapp/app/models/preferences.js';
import { Shelf } from '../../../webapp/app/models/shelf.js';
import { storage } from './page-fixtures.js';

const en = { ...atFirstEn, ...laterEn };
const zh = { ...atFirstZh, ...laterZh };
const VIEWS = new URL('../../../webapp/app/views/', import.meta.url);
const placeholders = (text) => [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

describe('the catalogues', () => {
  it('have the same texts, with the same values to fill in', () => {
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    for (const key of Object.keys(en))
      assert.deepEqual(new Set(placeholders(zh[key])), new Set(placeholders(en[key])), key);
  });

  it('have every plural form that the language tells apart', () => {
    for (const [language, texts] of Object.entries({ en, zh }))
      for (const [key, text] of Object.entries(texts))
        for (const form of typeof text === 'string'
          ? []
          : new Intl.PluralRules(language).resolvedOptions().pluralCategories)
          assert.ok(text[form], `${language} ${key} ${form}`);
  });

  it('have every text that a view names', async () => {
    const files = (await readdir(VIEWS)).filter((name) => name.endsWith('.js'));
    const sources = await Promise.all(files.map((name) => readFile(new URL(name, VIEWS), 'utf8')));
    const named = sources.flatMap((source) => [...source.matchAll(/say\(\s*'([\w.-]+)'/g)].map(([, key]) => key));
    assert.ok(named.length > 30, 'premise: the views do name texts');
    for (const key of named) assert.ok(Object.hasOwn(en, key), key);
  });
});

/** What a module fetches at once, and what that does. */
async function statically(module, found = new Set()) {
  if (found.has(module.pathname)) return found;
  found.add(module.pathname);
  const source = await readFile(module, 'utf8');
  for (const [, name] of source.matchAll(/^(?:import|export) [^'(]*'(\.[^']+)'/gm)) await statically(new URL(name, module), found);
  return found;
}

describe('the first catalogue', () => {
  it('has what the first view says, and the login', async () => {
    const begin = ['../main.js', 'chat.js', 'login.js'].map((name) => statically(new URL(name, VIEWS)));
    const modules = [...new Set((await Promise.all(begin)).flatMap((found) => [...found]))];
    const sources = await Promise.all(modules.map((name) => readFile(name, 'utf8')));
    const said = sources.flatMap((source) => [...source.matchAll(/'([a-z]+\.[\w.]+)'/g)].map(([, key]) => key));
    const texts = said.filter((key) => Object.hasOwn(en, key));
    assert.ok(modules.length > 100 && texts.length > 80, `premise: ${modules.length} modules, ${texts.length} texts`);
    assert.deepEqual(texts.filter((key) => !Object.hasOwn(atFirstEn, key)), []);
  });
});

describe('the line', () => {
  it('has a word for each transport', () => {
    for (const name of [...defaults.transports, 'none']) assert.ok(en[`line.transport.${name}`], name);
  });
});

describe('saying', () => {
  it('chooses the plural and writes numbers as the language does', async () => {
    const words = new Words();
    await words.use('en', ['en-US']);
    assert.equal(words.say('rooms.unread', { count: 1 }), '1 unread message');
    assert.equal(words.say('rooms.unread', { count: 1234 }), '1,234 unread messages');
    await words.use('zh');
    assert.equal(words.say('rooms.unread', { count: 1 }), '1 条未读消息');
  });

  it('is in the language that was chosen last, whichever came first', async () => {
    const words = new Words();
    let come;
    const slow = new Promise((resolve) => (come = resolve));
    words.include({ en: async () => ({ default: {} }), zh: () => slow });
    const first = words.use('zh');
    await words.use('en', ['en-GB']);
    come({ default: {} });
    await first;
    assert.equal(words.locale, 'en-GB');
    assert.equal(words.say('login.signIn'), 'Sign in');
  });

  it('can be done when a language that was chosen came, or the one that was chosen instead', async () => {
    const words = new Words();
    let come;
    const slow = new Promise((resolve) => (come = resolve));
    words.include({ en: () => slow, zh: async () => ({ default: {} }) });
    const first = words.use('zh');
    words.use('en', ['en-GB']);
    let isDone = false;
    first.then(() => (isDone = true));
    await new Words().use('zh');
    await new Promise(setImmediate);
    assert.equal(isDone, false);
    come({ default: {} });
    await first;
    assert.equal(words.say('login.signIn'), 'Sign in');
  });

  it('does not read placeholders out of what people wrote', async () => {
    const words = new Words();
    await words.use('en');
    assert.equal(words.say('conversation.announce', { name: '{text}', text: '$& {name}' }), '{text}: $& {name}');
  });

  it('names today and yesterday by the calendar, not by hours', async () => {
    const words = new Words();
    await words.use('en', ['en-GB']);
    const earlyMorning = new Date(2026, 2, 30, 0, 5).getTime();
    assert.equal(words.day(new Date(2026, 2, 30, 0, 1).getTime(), earlyMorning), 'Today');
    assert.equal(words.day(new Date(2026, 2, 29, 0, 1).getTime(), earlyMorning), 'Yesterday');
    assert.match(words.day(new Date(2026, 2, 27, 12).getTime(), earlyMorning), /Friday.*27 March/);
  });
});

describe('preferences', () => {
  it('follow the browser until something was chosen, then the choice, also after a reload', () => {
    const kept = storage();
    const preferences = new Preferences(new Shelf('/', () => kept), ['fr-FR', 'zh-TW', 'en']);
    assert.equal(preferences.language, 'zh');
    assert.equal(preferences.theme, 'system');
    assert.equal(preferences.density, 'comfortable');
    assert.equal(preferences.enter, 'usual');
    preferences.language = 'en';
    preferences.theme = 'dark';
    preferences.density = 'compact';
    preferences.enter = 'breaks';
    const reloaded = new Preferences(new Shelf('/', () => kept), ['zh']);
    assert.deepEqual([reloaded.language, reloaded.theme, reloaded.density, reloaded.enter], ['en', 'dark', 'compact', 'breaks']);
  });

  it('do not believe what else is stored under their name', () => {
    const kept = storage();
    kept.setItem('holdfast / theme', '"purple"');
    kept.setItem('holdfast / density', '"crowded"');
    kept.setItem('holdfast / enter', '"flies"');
    kept.setItem('holdfast / language', 'not json');
    const preferences = new Preferences(new Shelf('/', () => kept));
    assert.deepEqual([preferences.theme, preferences.density, preferences.enter, preferences.language], ['system', 'comfortable', 'usual', 'en']);
    assert.equal(LANGUAGES.length, 2);
  });

  it('hold until the reload in a browser that stores nothing', () => {
    const preferences = new Preferences(
      new Shelf('/', () => {
        throw new Error('blocked');
      }),
    );
    preferences.theme = 'dark';
    assert.equal(preferences.theme, 'dark');
  });
});
