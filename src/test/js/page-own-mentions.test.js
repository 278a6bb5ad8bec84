import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { OwnMentions } from '../../../webapp/app/models/own-mentions.js';
import { ScriptedClient, ada, grace, said } from './page-fixtures.js';

let client;
let mentions;
let asked;
let answers;
let held;

beforeEach(() => {
  client = new ScriptedClient();
  client.tellOf({ log: 7, name: 'general', read: 4 });
  asked = [];
  answers = [];
  held = [];
  client.http.ask = async (method, path) => {
    asked.push(path);
    const answer = answers.shift() ?? { hits: [], complete: true };
    if (answer instanceof Error) throw answer;
    return answer;
  };
  mentions = new OwnMentions(client, ada, () => held);
});

const hit = (sequence, more) => ({
  room: 7,
  title: 'general',
  sequence,
  at: sequence * 1_000,
  author: grace,
  told: sequence,
  text: `@ada ${sequence}`,
  ranges: [[0, 4]],
  files: [],
  ...more,
});
const call = (sequence, text = `@ada ${sequence}`, author = grace) => ({
  ...said(author, sequence, { at: sequence * 1_000 }),
  body: { text, mentions: [[1, text.indexOf('@ada'), 4]] },
});
const edit = (sequence, message, body) => ({ ...said(grace, sequence), type: 'edited', body: { message, ...body } });
const texts = () => mentions.hits.map(({ text }) => text);

describe('one’s own mentions', () => {
  it('are asked for by pages, also beyond one that is empty', async () => {
    answers = [
      { hits: [hit(9), hit(8)], next: 'a', complete: true },
      { hits: [], next: 'b', complete: true },
      { hits: [hit(3)], complete: true },
    ];
    await mentions.open();
    assert.deepEqual([texts(), mentions.hasMore], [['@ada 9', '@ada 8'], true]);
    await mentions.more();
    assert.deepEqual([texts(), mentions.hasMore], [['@ada 9', '@ada 8', '@ada 3'], false]);
    assert.deepEqual(asked, ['?limit=20', '?limit=20&before=a', '?limit=20&before=b'].map((query) => `api/mentions${query}`));
  });

  it('are unread after the mark of their room, which moves', async () => {
    answers = [{ hits: [hit(5), hit(3, { told: 6 }), hit(2)], complete: true }];
    await mentions.open();
    assert.equal(mentions.unread, 2);
    let told = 0;
    mentions.addEventListener('change', () => (told += 1));
    client.read(7, 5);
    assert.deepEqual([mentions.unread, mentions.isUnread(mentions.hits[1]), told], [1, true, 1]);
  });

  it('have what comes while somebody looks, whatever the server answers later', async () => {
    answers = [{ hits: [hit(3)], complete: true }];
    const opening = mentions.open();
    client.happen(call(5));
    client.happen(said(grace, 6));
    client.happen(call(7, 'I am @ada', ada));
    client.happen({ ...said(grace, 8), body: { text: '@grace goes', mentions: [[2, 0, 6]] } });
    await opening;
    client.happen(call(9));
    assert.deepEqual(texts(), ['@ada 9', '@ada 5', '@ada 3']);
    assert.deepEqual(mentions.hits[0].ranges, [[0, 4]]);
    mentions.close();
    client.happen(call(10));
    assert.equal(mentions.hits.length, 3);
  });

  it('have at once what this page holds unread', () => {
    held = [call(5), said(grace, 6), call(7), edit(8, 7, { text: 'nobody' }), edit(9, 6, { text: 'and @ada', mentions: [[1, 4, 4]] })];
    mentions.open();
    assert.deepEqual(texts().sort(), ['@ada 5', 'and @ada']);
    assert.deepEqual(mentions.hits.map(({ told }) => told).sort(), [5, 9]);
  });

  it('say what they were edited to, and are gone with the name, or the message', async () => {
    answers = [{ hits: [hit(3), hit(2)], complete: true }];
    await mentions.open();
    client.happen(edit(5, 3, { text: 'so @ada and @ada' }));
    assert.deepEqual([mentions.hits[0].text, mentions.hits[0].ranges], ['so @ada and @ada', [[3, 7], [12, 16]]]);
    client.happen(edit(6, 3, { text: 'nobody' }));
    assert.deepEqual(texts(), ['@ada 2']);
    client.happen({ ...said(grace, 7), type: 'deleted', body: { message: 2 } });
    assert.deepEqual(texts(), []);
  });

  it('are of no room that was left', async () => {
    answers = [{ hits: [hit(3)], complete: true }];
    await mentions.open();
    client.rooms.delete(7);
    client.fire('rooms');
    assert.deepEqual(texts(), []);
  });

  it('tell why there are no more, and can be asked for again', async () => {
    answers = [{ hits: [hit(3)], next: 'a', complete: true }, new Error('the line is down'), { hits: [hit(2)], complete: true }];
    await mentions.open();
    await mentions.more();
    assert.deepEqual([mentions.state, texts(), mentions.hasMore], ['failed', ['@ada 3'], true]);
    await mentions.more();
    assert.deepEqual([mentions.state, texts()], ['ready', ['@ada 3', '@ada 2']]);
  });

  it('are asked for anew when the line was away', async () => {
    await mentions.open();
    client.fire('welcome');
    await setImmediate();
    assert.equal(asked.length, 2);
  });
});
