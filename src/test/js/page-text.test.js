import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HUES, hue, initials } from '../../../webapp/app/models/avatar.js';
import { found, toBrowse } from '../../../webapp/app/models/found.js';
import { runs } from '../../../webapp/app/models/runs.js';

const links = (text) =>
  runs(text)
    .filter(({ href }) => href)
    .map(({ text: link }) => link);

describe('links in a text', () => {
  it('are the http and https ones, and the rest of the text stays as it was', () => {
    const text = 'See https://a.example/x?y=1#z and\nhttp://b.example too';
    assert.deepEqual(links(text), ['https://a.example/x?y=1#z', 'http://b.example']);
    assert.equal(
      runs(text)
        .map((run) => run.text)
        .join(''),
      text,
    );
  });

  it('are never made of other schemes', () => {
    const attack =
      'javascript:alert(1) data:text/html,x vbscript:x file:///etc/passwd ftp://x.example java\nscript:http';
    assert.deepEqual(runs(attack), [{ text: attack }]);
  });

  it('have an href of http or https only, whatever they contain', () => {
    for (const text of [
      'https://javascript:alert(1)@x.example',
      'http://x.example/"onclick="y',
      'https://x.example/<script>',
    ])
      for (const { href } of runs(text)) if (href) assert.match(href, /^https?:\/\//);
    assert.deepEqual(links('http://x.example/"onclick="y'), ['http://x.example/']);
  });

  // Ten times as long as a text may be: what takes a look at each character for each character is never done.
  it('are found at once, whatever somebody wrote to make it long', { timeout: 5_000 }, () => {
    const attacks = [')', '.', '.)', '[', '(', '.a', 'https://', 'https://x/)', '@', '\u0301'].map((part) => part.repeat(80_000));
    for (const attack of attacks) {
      const text = `https://x.example/${attack}`;
      const whole = runs(text).map((run) => run.text);
      assert.equal(whole.join('') === text, true);
    }
  });

  it('do not own the punctuation after them, but keep brackets that they opened', () => {
    assert.deepEqual(links('Go to https://a.example/b.'), ['https://a.example/b']);
    assert.deepEqual(links('(https://a.example/b)'), ['https://a.example/b']);
    assert.deepEqual(links('https://a.example/b_(c)'), ['https://a.example/b_(c)']);
    assert.deepEqual(links('见 https://a.example/b。再说'), ['https://a.example/b']);
  });

  it('are not made of what only looks like one', () => {
    assert.deepEqual(runs('http://'), [{ text: 'http://' }]);
    assert.deepEqual(runs(''), []);
  });
});

describe('an avatar', () => {
  it('has the initials of the first and last word, one where two do not go together', () => {
    assert.equal(initials('Ada Lovelace'), 'AL');
    assert.equal(initials('  grace  brewster hopper '), 'GH');
    assert.equal(initials('jörg'), 'J');
    assert.equal(initials('e\u0301mile'), 'E\u0301');
    assert.equal(initials('王小明'), '王');
    assert.equal(initials('ليلى حداد'), 'ل');
    assert.equal(initials('👩‍💻 dev'), '👩‍💻D');
    assert.equal(initials(''), '?');
  });

  it('has one hue for an account for ever, and the hues are all used', () => {
    assert.equal(hue(42), hue('42'));
    const used = new Set(Array.from({ length: 200 }, (_, id) => hue(id)));
    assert.equal(used.size, HUES);
  });
});

describe('finding a room', () => {
  const rooms = [
    { name: 'Old releases' },
    { name: 'releases', topic: 'What goes out' },
    { name: 'lunch', topic: 'and releases' },
  ];
  const names = (typed) => found(rooms, typed).map(({ name }) => name);

  it('wants every word, in name or topic, and puts names that begin with it first', () => {
    assert.deepEqual(names('rel'), ['releases', 'Old releases', 'lunch']);
    assert.deepEqual(names('old REL'), ['Old releases']);
    assert.deepEqual(names('nothing'), []);
    assert.equal(names('').length, 3);
  });

  it('shows those first that one is not in, those last that were put away, and no conversations', () => {
    const all = [
      { log: 1, kind: 'public', archived: true },
      { log: 2, kind: 'private' },
      { log: 3, kind: 'direct' },
      { log: 4, kind: 'public' },
      { log: 5, kind: 'public' },
    ];
    const logs = (mine) => toBrowse(all, ({ log }) => mine.includes(log)).map(({ log }) => log);
    assert.deepEqual(logs([2, 3, 4]), [5, 2, 4, 1]);
    assert.deepEqual(logs([1, 2, 3, 4, 5]), [2, 4, 5, 1]);
  });
});
