import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { AlertPreferences } from '../../../webapp/app/models/alert-preferences.js';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Shelf } from '../../../webapp/app/models/shelf.js';
import { alertText } from '../../../webapp/app/views/alert-text.js';
import { Tabs } from './page-alert-tabs.js';
import { Clock, ada, grace, page, said, storage } from './page-fixtures.js';

const GENERAL = 7;
const DIRECT = 8;

let client;
let chat;
let browser;

beforeEach(() => {
  const parts = page();
  ({ client, chat } = parts);
  browser = new Tabs(client);
  browser.open(chat, parts.shelf);
  client.tellOf({ log: GENERAL, name: 'general', kind: 'public' });
  client.tellOf({ log: DIRECT, name: 'Grace', kind: 'direct' });
  client.become({ word: 'live' });
});

const first = () => browser.tabs[0];
const raised = () => first().raised;

function happen(...events) {
  events.forEach((event) => client.happen(event));
  browser.ring();
}

const direct = (sequence, author = grace) => said(author, sequence, { log: DIRECT });

const edit = (sequence, body, message = 1) => ({ ...said(grace, sequence), type: 'edited', body: { message, ...body } });

function calling(sequence) {
  const event = said(grace, sequence, { text: '@ada' });
  return { ...event, body: { ...event.body, mentions: [[ada.id, 0, 4]] } };
}

describe('a person is told', () => {
  it('of each message of a direct room, and elsewhere of those that call them, and never of their own', () => {
    happen(said(grace, 1));
    happen(calling(2));
    happen(direct(1));
    happen(direct(2, ada));
    assert.deepEqual(raised(), [[2], [1]]);
    assert.equal(first().sounds, 2);
  });

  it('as they want it in that room', () => {
    const levels = { [GENERAL]: { muted: false, level: 'all' }, [DIRECT]: { muted: false, level: 'nothing' } };
    chat.own = ({ log }) => levels[log];
    happen(said(grace, 1));
    happen(direct(1));
    assert.deepEqual(raised(), [[1]]);
    levels[GENERAL].level = 'mentions';
    happen(said(grace, 2));
    happen(calling(3));
    assert.deepEqual(raised(), [[1], [3]]);
  });

  it('of nothing in a muted room', () => {
    chat.own = () => ({ muted: true, level: 'all' });
    happen(said(grace, 1), calling(2), direct(1));
    assert.deepEqual([raised(), first().sounds], [[], 0]);
  });

  it('of a message that calls them since it was edited, once, though they have read what it said before', () => {
    client.happen(said(grace, 1));
    client.rooms.get(GENERAL).read = 1;
    happen(edit(2, { text: 'nobody' }), edit(3, { text: '@ada', mentions: [[ada.id, 0, 4]] }));
    assert.deepEqual(raised(), [[1]]);
    first().alerts.open(first().news);
    assert.deepEqual(chat.sought, { log: GENERAL, sequence: 1 });
    assert.ok(first().alerts.isUnread(first().news));
    client.rooms.get(GENERAL).read = 3;
    assert.ok(!first().alerts.isUnread(first().news));
  });

  it('once of a message that was edited before they were told', () => {
    chat.own = () => ({ muted: false, level: 'all' });
    happen(said(grace, 1), edit(2, { text: '@ada', mentions: [[ada.id, 0, 4]] }));
    happen({ ...said(grace, 3), body: { deleted: true } });
    assert.deepEqual(raised(), [[1]]);
    assert.equal(first().news.text, '@ada');
  });

  it('not of an edit of a message that was deleted since, nor of one before their eyes', () => {
    const called = { text: '@ada', mentions: [[ada.id, 0, 4]] };
    happen(said(grace, 1), edit(2, called), { ...edit(3, {}), type: 'deleted' });
    assert.deepEqual(raised(), []);
    chat.enter(GENERAL);
    first().document.visibilityState = 'visible';
    happen(said(grace, 4), edit(5, called, 4));
    assert.deepEqual(raised(), []);
  });

  it('not of what was read at another device meanwhile, or deleted', () => {
    client.happen(direct(1));
    client.rooms.get(DIRECT).read = 1;
    happen();
    happen(direct(2), { ...direct(3), type: 'deleted', body: { message: 2 } });
    assert.deepEqual(raised(), []);
  });

  it('not of a room before their eyes', () => {
    chat.enter(DIRECT);
    happen(direct(1));
    assert.deepEqual(raised(), [[1]], 'premise: the tab is hidden');
    first().document.visibilityState = 'visible';
    happen(direct(2));
    assert.deepEqual(raised(), [[1]]);
  });
});

describe('what they are told', () => {
  const told = (name, ...people) => {
    client.tellOf({ log: DIRECT, kind: 'direct', name, people });
    happen(direct(1));
    return alertText([first().news]);
  };

  it('names the author and the room', () => {
    const { title, body } = told('Grace Hopper, Zoë', ada, grace, { id: 3, name: 'Zoë' });
    assert.deepEqual([title, body], ['Grace Hopper · Grace Hopper, Zoë', 'text 1']);
  });

  it('names the author once in a room of two', () => {
    assert.equal(told('Grace Hopper', ada, grace).title, 'Grace Hopper');
  });
});

describe('what a line catches up with', () => {
  it('is told of at once when it is live', () => {
    client.become({ word: 'catching-up', behind: 4 });
    happen(direct(1), direct(2), calling(1));
    assert.deepEqual(raised(), []);
    client.become({ word: 'live' });
    browser.ring();
    assert.deepEqual(raised(), [[1, 2, 1]]);
    assert.equal(first().sounds, 1);
  });

  it('is not told of when the page was just opened', () => {
    client.become({ word: 'catching-up', behind: 1 });
    const tab = browser.open(chat, page().shelf);
    Object.assign(tab, { leads: true });
    happen(direct(1));
    client.become({ word: 'live' });
    happen();
    assert.deepEqual([raised(), tab.raised], [[[1]], []]);
    happen(direct(2));
    assert.deepEqual(tab.raised, [[2]]);
  });

  it('is not told of in a room that began anew', () => {
    client.become({ word: 'catching-up', behind: 1 });
    happen(direct(1));
    client.tellOf({ log: DIRECT, name: 'Grace', kind: 'direct', epoch: 'f', position: 9, head: 9, read: 0 });
    client.become({ word: 'live' });
    browser.ring();
    assert.deepEqual(raised(), []);
  });
});

describe('several tabs', () => {
  let second;

  beforeEach(() => {
    const { shelf } = page();
    const other = new Chat(client, ada, shelf, new Clock());
    other.enter(DIRECT);
    second = browser.open(other, shelf, 'visible');
  });

  it('tell of a message once', () => {
    happen(calling(1));
    assert.deepEqual(raised(), [[1]]);
    assert.deepEqual([second.raised, second.sounds], [[], 0]);
  });

  it('tell of nothing that one of them shows', () => {
    happen(direct(1));
    assert.deepEqual(raised(), []);
    second.document.visibilityState = 'hidden';
    happen(direct(2));
    assert.deepEqual(raised(), [[2]]);
  });

  it('show a notice where somebody looks, unless it was shown outside the page', () => {
    happen(calling(1));
    assert.deepEqual([first().notices, second.notices], [[], [1]]);
    first().alerts.addEventListener('raised', (event) => event.preventDefault());
    happen(calling(2));
    assert.deepEqual(second.notices, [1]);
  });
});

describe('quiet', () => {
  it('lets nothing sound or pop up, in no tab, and is not made up for', () => {
    chat.preferences.quiet.take({ doNotDisturb: {} });
    happen(direct(1));
    chat.preferences.quiet.take({});
    happen(direct(2));
    assert.deepEqual([raised(), first().sounds], [[[2]], 1]);
  });

  it('is when a message comes, and when it would be told of', () => {
    chat.preferences.quiet.take({ doNotDisturb: {} });
    client.happen(direct(1));
    chat.preferences.quiet.take({});
    happen();
    client.happen(direct(2));
    chat.preferences.quiet.take({ doNotDisturb: {} });
    happen();
    assert.deepEqual([raised(), first().sounds], [[], 0]);
  });

  it('is shown to the others as soon as any device says so', () => {
    const shown = [];
    chat.people.beBusy = (isBusy) => shown.push(isBusy);
    chat.preferences.quiet.take({ doNotDisturb: {} });
    assert.ok(first().alerts.isDoNotDisturb);
    chat.preferences.quiet.take({ quietHours: { from: '00:00', to: '00:00', zone: 'UTC' } });
    assert.deepEqual([shown, first().alerts.isDoNotDisturb], [[true, false], false], 'of hours they see nothing');
    happen(direct(1));
    assert.deepEqual(raised(), []);
  });

  it('is no affair of the device, whose sound is', () => {
    const kept = storage();
    new AlertPreferences(new Shelf('/', () => kept), ada).want({ sound: false });
    assert.equal(new AlertPreferences(new Shelf('/', () => kept), ada).all.sound, false);
    assert.equal(new AlertPreferences(new Shelf('/', () => kept), grace).all.sound, true);
    first().alerts.preferences.want({ sound: false });
    happen(direct(1));
    assert.deepEqual([raised(), first().sounds], [[[1]], 0]);
  });
});
