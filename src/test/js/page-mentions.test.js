import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offers, openAt, roomOffers } from '../../../webapp/app/models/completion.js';
import { calls, callsIn, withMentions } from '../../../webapp/app/models/mentions.js';
import { grace, said } from './page-fixtures.js';

const event = (text, mentions) => ({ ...said(grace, 5, { text }), body: { text, mentions } });
const text = (words) => ({ type: 'text', text: words });

describe('a message that calls people', () => {
  it('calls who is named, and everybody with all', () => {
    assert.ok(calls(event('@ada', [[1, 0, 4]]), 1));
    assert.ok(!calls(event('@ada', [[1, 0, 4]]), 2));
    assert.ok(calls(event('@room', [[0, 0, 5]]), 2));
    assert.ok(!calls(said(grace, 5), 1));
  });

  it('has their names as nodes of their own, wherever they stand', () => {
    const called = event('@ada and **@ben**', [
      [1, 0, 4],
      [2, 11, 4],
    ]);
    const tree = [{ type: 'paragraph', children: [text('@ada and '), { type: 'strong', children: [text('@ben')] }] }];
    assert.deepEqual(withMentions(tree, callsIn([called], 1)), [
      {
        type: 'paragraph',
        children: [
          { type: 'mention', text: '@ada', isMine: true, account: 1 },
          text(' and '),
          { type: 'strong', children: [{ type: 'mention', text: '@ben', isMine: false, account: 2 }] },
        ],
      },
    ]);
  });

  it('calls each of many by one word', () => {
    const called = event('@here', [
      [1, 0, 5],
      [2, 0, 5],
    ]);
    for (const each of [1, 2]) assert.deepEqual([calls(called, each), callsIn([called], each).get('@here').isMine], [true, true]);
    assert.deepEqual([calls(called, 3), callsIn([called], 3).get('@here').isMine], [false, false]);
  });

  it('calls by its edits, too', () => {
    const edit = { ...event('and @ben', [[2, 4, 4]]), type: 'edited' };
    assert.deepEqual(
      [...callsIn([event('@ada', [[1, 0, 4]]), edit], 2)],
      [
        ['@ada', { isMine: false, account: 1 }],
        ['@ben', { isMine: true, account: 2 }],
      ],
    );
  });

  it('names one person, or nobody', () => {
    const named = (word, ...mentions) => callsIn(mentions.map((account) => event(word, [[account, 0, word.length]])), 1).get(word).account;
    assert.equal(named('@ben', 2), 2);
    assert.equal(named('@ben', 2, 2), 2, 'by an edit, too');
    assert.equal(named('@ben', 2, 3, 3), null, 'two who were called so one after the other');
    assert.equal(named('@room', 0), null);
    for (const word of ['@here', '@Here', '@在线成员']) assert.equal(named(word, 2), null, 'one alone who is online');
  });

  it('names nobody where a link leads elsewhere', () => {
    const link = { type: 'link', href: 'https://a.example/', children: [text('@ben')] };
    const [{ children }] = withMentions([link], callsIn([event('@ben', [[2, 0, 4]])], 1));
    assert.deepEqual(children, [{ type: 'mention', text: '@ben', isMine: false, account: null }]);
  });

  it('has the longer name where one begins with another, and no code', () => {
    const called = event('@ann @ann lee `@ann`', [
      [3, 0, 4],
      [4, 5, 8],
    ]);
    const code = { type: 'codespan', text: '@ann' };
    assert.deepEqual(
      withMentions([text('@ann @ann lee '), code], callsIn([called], 1)).map((node) => node.text),
      ['@ann', ' ', '@ann lee', ' ', '@ann'],
    );
    assert.deepEqual(withMentions([code], callsIn([called], 1)), [code]);
  });
});

describe('what is being written', () => {
  const groups = [
    { key: 'all', word: 'room', hint: 'everybody' },
    { key: 'here', word: 'here', hint: 'who is online' },
  ];
  const members = [
    { id: 2, name: 'grace', displayName: 'Grace Hopper' },
    { id: 3, name: 'hal', displayName: 'Hal' },
    { id: 4, name: 'lena', displayName: '王伟' },
  ];
  const labels = (typed) => offers(openAt(typed, typed.length), members, groups, 'en').map(({ label }) => label);

  it('is a name after an at sign that stands apart', () => {
    assert.deepEqual(openAt('hello @gr', 9), { from: 6, name: 'gr', emoji: undefined });
    assert.deepEqual(openAt('你好@', 3), { from: 2, name: '', emoji: undefined });
    for (const other of ['mail ada@example', 'x @gr then', '']) assert.equal(openAt(other, other.length), null);
  });

  it('may become whoever is called so, and everybody', () => {
    assert.deepEqual(labels('@'), ['Grace Hopper', 'Hal', '王伟', '@room', '@here']);
    assert.deepEqual(labels('@h'), ['Hal', 'Grace Hopper', '@here']);
    assert.deepEqual(labels('@王'), ['王伟']);
    assert.deepEqual(labels('@ro'), ['@room']);
    assert.deepEqual(labels('@nobody'), []);
  });

  it('may become an emoji after a colon and two letters', () => {
    assert.deepEqual(labels(':coff'), ['☕ coffee']);
    for (const other of [':', ':c', 'at 10:30', 'a:cof']) assert.equal(openAt(other, other.length), null);
  });

  it('are those of a Chinese keyboard too, where they are no part of a sentence', () => {
    assert.deepEqual(labels('你好 ＠王'), ['王伟']);
    assert.deepEqual(labels('：赞'), ['👍 thumbs up']);
    assert.deepEqual(labels('好 :咖'), ['☕ coffee']);
    for (const other of ['他说：好', '注意：赞', '：', '：th']) assert.equal(openAt(other, other.length), null);
  });

  it('may become a link to a room after a number sign and a letter that stand apart', () => {
    const rooms = [
      { log: 4, name: 'Far [north]', kind: 'public', topic: 'cold' },
      { log: 5, name: 'narwhals', kind: 'private' },
      { log: 6, name: 'nadia', kind: 'direct' },
      { log: 7, name: '新闻', kind: 'public' },
    ];
    const offered = (typed) => roomOffers(openAt(typed, typed.length), rooms, (log) => `https://here/#room-${log}`);
    assert.deepEqual(openAt('see #na', 7), { from: 4, room: 'na' });
    assert.deepEqual(offered('see #na'), [{ key: 5, text: '[#narwhals](https://here/#room-5) ', label: '#narwhals', hint: '' }]);
    assert.deepEqual(offered('\n#N').map(({ label, hint }) => [label, hint]), [['#narwhals', ''], ['#Far [north]', 'cold']]);
    assert.equal(offered('#far')[0].text, '[#Far \\[north\\]](https://here/#room-4) ');
    assert.deepEqual(offered('＃新').map(({ key }) => key), [7]);
    for (const other of ['#', '# na', '##na', '#1', 'a#na', '[#na']) assert.equal(openAt(other, other.length), null, other);
  });
});
