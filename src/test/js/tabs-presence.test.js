import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { welcome } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { Tabs } from './fakes/tabs.js';

const presence = (data) => ({ type: 'presence', data: { room: 1, ...data } });
const typing = { type: 'typing', data: { room: 1, people: [{ id: 9, name: 'Ben' }] } };
const said = (tabs) => tabs.socket.sent.filter(({ type }) => type === 'presence').map(({ data }) => data.state);

/** Tabs that take part. */
async function together(count) {
  const tabs = await Tabs.live(count);
  for (const chat of tabs.all) chat.presence = await chat.client.presence();
  await settle();
  return tabs;
}

describe('Tabs of one browser', () => {
  it('show the person as the most present of them says', async () => {
    const tabs = await together(2);
    assert.deepEqual(said(tabs), ['online']);
    tabs.all[0].presence.show('away');
    await settle();
    assert.deepEqual(said(tabs), ['online']);
    tabs.all[1].presence.show('away');
    await settle();
    assert.deepEqual(said(tabs), ['online', 'away']);
    tabs.all[0].presence.show('busy');
    await settle();
    assert.equal(said(tabs).at(-1), 'busy');
    await tabs.all[1].client.close();
    await tabs.all[0].client.close();
  });

  it('are told of others alike, those that come later, too', async () => {
    const tabs = await together(1);
    await tabs.say(presence({ all: true, online: [7], away: [9] }), presence({ offline: [7] }), typing);
    const late = await tabs.open();
    const lates = await late.client.presence();
    await settle();
    await tabs.say(presence({ online: [8] }));
    for (const each of [tabs.all[0].presence, lates]) {
      assert.deepEqual([...each.here(1)], [[9, 'away'], [8, 'online']]);
      assert.equal(each.typing(1)[0].name, 'Ben');
    }
  });

  it('say how the person is in the hello of the next connection', async () => {
    const tabs = await together(2);
    tabs.all[0].presence.show('away');
    tabs.all[1].presence.show('away');
    await settle();
    await tabs.all[0].cut();
    tabs.socket.accept();
    await settle();
    assert.equal(tabs.socket.sent[0].data.presence, 'away');
  });

  it('say what changed between the hello and the welcome after it', async () => {
    const tabs = new Tabs();
    const { client } = await tabs.open();
    tabs.socket.accept();
    await settle();
    const late = await tabs.open();
    await client.presence();
    await late.client.presence();
    await tabs.say(welcome());
    assert.equal(tabs.socket.sent[0].data.presence, undefined);
    assert.deepEqual(said(tabs), ['online']);
    await tabs.all[0].cut();
    tabs.socket.accept();
    await tabs.all[0].client.presence().then((presence) => presence.show('away'));
    await late.client.close();
    await tabs.say(welcome());
    assert.equal(tabs.socket.sent[0].data.presence, 'online');
    assert.deepEqual(said(tabs), ['away']);
  });

  it('forget who was here when the server welcomes anew', async () => {
    const tabs = await together(2);
    await tabs.say(presence({ all: true, online: [7] }), typing);
    await tabs.say(welcome());
    for (const { presence: each } of tabs.all) assert.deepEqual([[...each.here(1)], each.typing(1)], [[], []]);
  });
});
