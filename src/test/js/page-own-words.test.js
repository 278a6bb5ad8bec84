import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { hasWord } from '../../../webapp/app/models/own-words.js';
import { Tabs } from './page-alert-tabs.js';
import { ada, grace, page, said } from './page-fixtures.js';

const GENERAL = 7;
const found = (word, ...texts) => texts.filter((text) => hasWord(text, [word]));

describe('a word of ones own', () => {
  it('is found as a whole word, whatever its case or width', () => {
    assert.deepEqual(found('crane', 'The Crane.', 'CRANE', 'a（ｃｒａｎｅ）', 'crane', '*crane*'), ['The Crane.', 'CRANE', 'a（ｃｒａｎｅ）', 'crane', '*crane*']);
    assert.deepEqual(found('Crane', 'cranes', 'a mobilecrane', 'crane_2', 'crane2', 'cran', ''), []);
    assert.deepEqual(found('tür', 'TÜR', 'Haustür', 'Tu\u0308r zu'), ['TÜR', 'Tu\u0308r zu']);
  });

  it('is found after where it was only part of another', () => {
    assert.deepEqual(found('art', 'party art', 'partart'), ['party art']);
  });

  it('may have other signs or several words, which are meant as they are', () => {
    assert.deepEqual(found('c++', 'C++ is here', 'c', 'abc++'), ['C++ is here']);
    assert.deepEqual(found('.*', 'anything', 'a .* here'), ['a .* here']);
    assert.deepEqual(found('red crane', 'the Red Crane', 'red, crane'), ['the Red Crane']);
    assert.deepEqual(found('😀', 'x😀y'), ['x😀y']);
  });

  it('is found anywhere where it is written without spaces, as are others beside such signs', () => {
    assert.deepEqual(found('北京', '我在北京工作', '南京'), ['我在北京工作']);
    assert.deepEqual(found('서울', '서울에서 만나요'), ['서울에서 만나요']);
    assert.deepEqual(found('クレーン', '赤いクレーンです'), ['赤いクレーンです']);
    assert.deepEqual(found('crane', '请看Crane的手册', '请看Cranes的手册'), ['请看Crane的手册']);
  });

  it('is one of several', () => {
    assert.ok(hasWord('a crane', ['boat', 'crane']));
    assert.ok(!hasWord('a crane', []));
  });
});

describe('a person is told of a message with a word of theirs', () => {
  let client;
  let chat;
  let browser;

  beforeEach(() => {
    const parts = page();
    ({ client, chat } = parts);
    browser = new Tabs(client);
    browser.open(chat, parts.shelf);
    client.tellOf({ log: GENERAL, name: 'general', kind: 'public' });
    client.become({ word: 'live' });
    chat.preferences.quiet.take({ words: ['crane'] });
  });

  const raised = (...events) => {
    events.forEach((event) => client.happen(event));
    browser.ring();
    return browser.tabs[0].raised;
  };

  const crane = (sequence, author = grace) => said(author, sequence, { text: 'the crane' });

  it('once, with a sound, and not of others, nor of their own', () => {
    assert.deepEqual(raised(said(grace, 1), crane(2), crane(3, ada)), [[2]]);
    assert.equal(browser.tabs[0].sounds, 1);
    assert.deepEqual(raised({ ...crane(4), type: 'edited', body: { message: 2, text: 'the crane!' } }), [[2]]);
  });

  it('not where they want to hear of nothing, nor in a muted room', () => {
    for (const wanted of [{ muted: true, level: 'all' }, { muted: false, level: 'nothing' }]) {
      chat.own = () => wanted;
      assert.deepEqual(raised(crane(1)), []);
    }
  });

  it('until they take it back', () => {
    chat.preferences.quiet.take({});
    assert.deepEqual(raised(crane(1)), []);
  });
});
