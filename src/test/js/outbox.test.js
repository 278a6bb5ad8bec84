import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { memoryStorage } from '../../../webapp/holdfast/storage-memory.js';
import { LIMITS } from './fakes/chat.js';
import { settle } from './fakes/clock.js';
import { ADA, Desk } from './fakes/desk.js';

describe('Outbox', () => {
  /** @type {Desk} */
  let desk;

  beforeEach(async () => {
    desk = await new Desk().online();
  });

  it('stores a message before it sends it', async () => {
    const order = [];
    const storage = { ...memoryStorage(), put: async (_, { state }) => void order.push(`put ${state}`) };
    const slow = await new Desk({ storage }).online();
    slow.outbox.post(1, 'one');
    assert.deepEqual(slow.texts, []);
    assert.deepEqual(order, ['put waiting']);
    await settle();
    assert.deepEqual(slow.texts, ['one']);
  });

  it('sends what a message answers, and keeps it', async () => {
    desk.outbox.post(1, 'Yes', { reply: 12 });
    await settle();
    const { id: _, ...sent } = desk.sent[0];
    assert.deepEqual(sent, { room: 1, text: 'Yes', reply: 12 });
    assert.equal(desk.outbox.entries[0].reply, 12);
  });

  it('sends the ids of files, with a text that may be empty then, and keeps what they are', async () => {
    const files = [{ id: 'f1', name: 'plan.pdf', type: 'application/pdf', size: 7 }];
    const { refusal } = desk.outbox.post(1, '', { files });
    await settle();
    const { id, ...sent } = desk.sent[0];
    assert.equal(refusal, null);
    assert.deepEqual(sent, { room: 1, text: '', files: ['f1'] });
    assert.deepEqual(desk.outbox.entries[0].files, files);
    assert.equal(desk.outbox.post(1, ' ', []).refusal.code, 'bad_field');
  });

  it('sends nothing that is not stored yet, whatever else makes it send', async () => {
    let stored;
    const storage = { ...memoryStorage(), put: () => new Promise((resolve) => (stored = resolve)) };
    const slow = await new Desk({ storage }).online();
    slow.outbox.post(1, 'one');
    slow.outbox.disconnected();
    slow.outbox.connected(ADA, LIMITS);
    assert.deepEqual(slow.texts, []);
    stored();
    await settle();
    assert.deepEqual(slow.texts, ['one']);
  });

  it('says when a message is stored, and why it is not', async () => {
    let put;
    const storage = { ...memoryStorage(), put: () => new Promise((resolve, reject) => (put = { resolve, reject })) };
    const slow = await new Desk({ storage }).online();
    const [one] = await slow.post('one');
    let isStored = false;
    one.stored.then(() => (isStored = true));
    await settle();
    assert.equal(isStored, false);
    put.resolve();
    await one.stored;
    const [two] = await slow.post('two');
    put.reject(new Error('full'));
    await assert.rejects(two.stored, { message: 'full' });
    const [never] = await slow.post(' ');
    await assert.rejects(never.stored, { code: 'bad_field' });
  });

  it('says that a message of nobody yet is stored once it is known whose it is', async () => {
    const early = new Desk();
    const { stored } = early.outbox.post(1, 'one');
    let isStored = false;
    stored.then(() => (isStored = true));
    await settle();
    assert.equal(isStored, false);
    await early.online();
    await stored;
  });

  it('sends the next of a room when the one before is acknowledged', async () => {
    const [one] = await desk.post('one', 'two');
    assert.deepEqual(desk.texts, ['one']);
    desk.ack(one);
    assert.deepEqual(desk.texts, ['one', 'two']);
  });

  it('has at most so many unanswered in all', async () => {
    desk = await new Desk({ unanswered: 3 }).online();
    for (let room = 1; room <= 5; room++) desk.outbox.post(room, 'hello');
    await settle();
    assert.deepEqual(desk.sent.map(({ room }) => room), [1, 2, 3]);
  });

  // Holds 4: keep a message in its outbox until it is acknowledged
  it('sends everything unanswered again, oldest first, with the same ids (section 4)', async () => {
    desk = await new Desk({ unansweredPerRoom: 64 }).online();
    const receipts = await desk.post('one', 'two');
    desk.outbox.disconnected();
    await desk.post('three');
    desk.outbox.connected(ADA, LIMITS);
    assert.deepEqual(desk.texts, ['one', 'two', 'one', 'two', 'three']);
    assert.deepEqual(desk.sent.slice(2, 4).map(({ id }) => id), receipts.map(({ id }) => id));
  });

  it('keeps a refused message until it is retried, under the same id', async () => {
    const [one] = await desk.post('one', 'two');
    desk.refuse(one);
    await assert.rejects(one.acked, { name: 'Refusal', code: 'not_found', id: one.id });
    assert.deepEqual(desk.states, ['one refused', 'two sending']);
    desk.ack(desk.sent[1]);
    const again = desk.outbox.retry(one.id);
    desk.ack(again, 5);
    assert.equal((await again.acked).sequence, 5);
    assert.equal(desk.sent[2].id, one.id);
    assert.deepEqual(desk.states, []);
  });

  it('keeps a refused message over a reload', async () => {
    const storage = memoryStorage();
    const before = await new Desk({ storage }).online();
    const [one] = await before.post('one');
    before.refuse(one);
    await settle();
    const after = await new Desk({ storage }).online();
    assert.deepEqual(after.states, ['one refused']);
    assert.deepEqual(after.texts, []);
  });

  it('forgets a discarded message, and goes on with the next', async () => {
    const [one] = await desk.post('one', 'two');
    desk.outbox.discard(one.id);
    await assert.rejects(one.acked, { code: 'discarded' });
    assert.deepEqual(desk.states, ['two sending']);
  });

  it('sends again after the time that the server asks for, and nothing before', async () => {
    const [one] = await desk.post('one', 'two');
    desk.outbox.post(2, 'elsewhere');
    await settle();
    desk.refuse(one, { code: 'busy', retryable: true, retryAfter: 700 });
    desk.outbox.post(3, 'later');
    await desk.platform.clock.pass(699);
    assert.deepEqual(desk.texts, ['one', 'elsewhere']);
    await desk.platform.clock.pass(1);
    assert.deepEqual(desk.texts, ['one', 'elsewhere', 'one', 'later']);
    assert.deepEqual(desk.refused, []);
  });

  it('waits longer each time that the server does not say for how long', async () => {
    await desk.post('one');
    const waits = [];
    for (let tries = 0; tries < 3; tries++) {
      desk.refuse(desk.sent.at(-1), { code: 'internal', retryable: true });
      waits.push(desk.platform.clock.nextIn);
      await desk.platform.clock.pass(waits.at(-1));
    }
    assert.deepEqual(waits, [625, 1125, 2125]);
  });

  it('takes no more than its limit', async () => {
    desk = await new Desk({ outboxLimit: 2 }).online();
    const [, , third] = await desk.post('one', 'two', 'three');
    await assert.rejects(third.acked, { code: 'outbox_full' });
    assert.equal(desk.outbox.entries.length, 2);
  });

  it('refuses by itself what the server would close the connection for', async () => {
    const [long, blank] = await desk.post('x'.repeat(8001), ' \n');
    await assert.rejects(long.acked, { code: 'bad_field' });
    await assert.rejects(blank.acked, { code: 'bad_field' });
    assert.deepEqual(desk.texts, []);
  });

  it('says at once why it did not take a message', async () => {
    const [taken] = await desk.post('hello');
    assert.equal(taken.refusal, null);
    desk.outbox.connected(ADA, { ...LIMITS, textLength: 100 });
    const [long] = await desk.post('x'.repeat(101));
    assert.equal(long.refusal.code, 'bad_field');
    assert.match(long.refusal.message, /1 to 100 characters/);
  });

  it('refuses a stored message that has become too long for the server', async () => {
    desk.outbox.disconnected();
    const [long] = await desk.post('x'.repeat(500), 'short');
    desk.outbox.connected(ADA, { ...LIMITS, textLength: 100 });
    await assert.rejects(long.acked, { code: 'bad_field' });
    await settle();
    assert.deepEqual(desk.texts, ['short']);
  });

  it('keeps the order of posting when the clock is set back', async () => {
    desk.outbox.disconnected();
    desk.outbox.post(1, 'one');
    desk.platform.clock.setBack(5000);
    desk.outbox.post(1, 'two');
    const [one, two] = desk.outbox.entries;
    assert.ok(two.at > one.at);
  });
});
