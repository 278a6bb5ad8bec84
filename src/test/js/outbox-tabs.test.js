import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { memoryStorage } from '../../../webapp/holdfast/storage-memory.js';
import { Chat } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { ADA, Desk } from './fakes/desk.js';

describe('Outbox of one person in several tabs', () => {
  let storage;

  beforeEach(() => {
    storage = memoryStorage();
  });

  const tab = (options = {}) => new Desk({ storage, ...options });

  /** The same storage, read only when `go` is called. */
  const slowly = (onAsked) => ({
    ...storage,
    load: (account) => new Promise(onAsked).then(() => storage.load(account)),
  });

  it('sends at a welcome what a tab that is gone has left behind', async () => {
    const here = await tab().online();
    const gone = await tab().online();
    gone.outbox.disconnected();
    await gone.post('left behind');
    here.outbox.disconnected();
    await here.online();
    assert.deepEqual(here.texts, ['left behind']);
  });

  it('sends what another tab wrote before what is newer here', async () => {
    const here = await tab().online();
    const other = tab();
    await other.outbox.open(ADA);
    await other.post('older');
    here.outbox.disconnected();
    here.platform.clock.jump(1000);
    await here.post('newer');
    await here.online();
    assert.deepEqual(here.states, ['older sending', 'newer waiting']);
  });

  it('does not bring back what was discarded here while the storage was being read', async () => {
    let read;
    const slow = slowly((go) => (read = go));
    const [unwanted] = await (await tab().online()).post('unwanted');
    const here = tab({ storage: { ...slow, remove: () => new Promise(() => {}) } });
    const opened = here.outbox.open(ADA);
    read();
    await opened;
    assert.deepEqual(here.states, ['unwanted waiting'], 'premise: it came from the storage');
    here.outbox.discard(unwanted.id);
    here.online();
    read();
    await settle();
    assert.deepEqual([here.states, here.texts], [[], []]);
  });

  it('neither shows nor sends any longer what another tab has discarded', async () => {
    const other = await tab().online();
    const [one] = await other.post('one');
    other.refuse(one);
    await settle();
    const here = await tab().online();
    assert.deepEqual(here.states, ['one refused'], 'premise: it came from the storage');
    other.outbox.discard(one.id);
    await settle();
    here.outbox.disconnected();
    await here.online();
    assert.deepEqual(here.states, []);
  });

  it('sends what a tab has left behind when the person turns to this one, which was live all the time', async () => {
    const here = await new Chat({ storage }).live();
    const gone = await tab().online();
    gone.outbox.disconnected();
    const [left] = await gone.post('left behind');
    assert.ok(!here.socket.types.includes('post'), 'premise: nobody has told this tab');
    here.platform.happen('focus');
    await settle();
    const posts = here.socket.sent.filter(({ type }) => type === 'post');
    assert.deepEqual(posts.map(({ data }) => data.id), [left.id]);
  });

  it('goes on sending while it looks for what others left', async () => {
    const hanging = { ...storage };
    const here = await new Chat({ storage: hanging }).live();
    hanging.load = () => new Promise(() => {});
    here.platform.happen('focus');
    here.client.post(1, 'now');
    await settle();
    assert.equal(here.socket.types.at(-1), 'post');
  });

  it('keeps its own messages when somebody empties the storage', async () => {
    const here = await tab().online();
    here.outbox.disconnected();
    const [one] = await here.post('one');
    await storage.remove(ADA, one.id);
    await here.online();
    assert.deepEqual(here.texts, ['one']);
  });

  it('takes what a slow storage had to tell even when it tells it late', async () => {
    await (await tab().online()).post('one');
    let read;
    const slow = slowly((go) => (read = go));
    const here = await tab({ storage: slow }).online();
    await here.platform.clock.pass(3000);
    assert.deepEqual(here.failures, ['the outbox storage does not answer']);
    read();
    await settle();
    assert.deepEqual(here.texts, ['one']);
  });
});
