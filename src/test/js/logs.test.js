import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Logs } from '../../../webapp/holdfast/logs.js';
import { ACCOUNT, room } from './fakes/chat.js';

describe('Logs', () => {
  /** @type {Logs} */
  let logs;

  beforeEach(() => {
    logs = new Logs();
    logs.welcome(ACCOUNT, [room({ position: 4, head: 4 })]);
  });

  const accept = (sequence, log = 1) => logs.accept({ log, sequence });

  it('applies the next event (section 3.2)', () => {
    assert.equal(accept(5), 'apply');
    assert.equal(logs.rooms.get(1).position, 5);
    assert.equal(logs.rooms.get(1).head, 5);
  });

  // Holds 3.2: drop an event
  it('drops an event it already has (section 3.2)', () => {
    assert.equal(accept(4), 'drop');
    assert.equal(accept(1), 'drop');
    assert.equal(logs.rooms.get(1).position, 4);
  });

  it('finds a gap, and stays before it (section 3.2)', () => {
    assert.equal(accept(6), 'gap');
    assert.equal(logs.positions()[1].sequence, 4);
  });

  it('drops events of a log it does not follow', () => {
    assert.equal(accept(1, 99), 'drop');
    logs.leave(1);
    assert.equal(accept(5), 'drop');
  });

  it('names a resume point for each log, the account included', () => {
    assert.deepEqual(logs.positions(), { 1: { epoch: 'e', sequence: 4 }, 100: { epoch: 'a', sequence: 0 } });
  });

  it('names no more resume points than fit into one message', () => {
    const rooms = Array.from({ length: 3000 }, (_, index) => room({ log: 1000 + index, epoch: 'x'.repeat(40) }));
    logs.welcome(ACCOUNT, rooms);
    const bytes = JSON.stringify(logs.positions()).length;
    assert.ok(bytes > 50000 && bytes < 65000, `${bytes} bytes`);
  });

  it('takes a head that it has not reached for a gap (section 3.3)', () => {
    assert.equal(logs.heads({ 1: 5 }), true);
    accept(5);
    assert.equal(logs.heads({ 1: 5 }), false);
  });

  it('takes what it does not follow for no gap', () => {
    assert.equal(logs.heads({ 99: 7 }), false);
  });

  it('counts how far behind it is', () => {
    logs.heads({ 1: 9, 100: 2, 55: 7 });
    assert.equal(logs.behind, 7);
    accept(5);
    assert.equal(logs.behind, 6);
  });

  it('keeps what it knows of a room whose next events are gone', () => {
    logs.begin({ log: 1, epoch: 'e', position: 7, head: 9, reset: 'expired' });
    assert.equal(logs.rooms.get(1).name, room().name);
    assert.deepEqual(logs.positions()[1], { epoch: 'e', sequence: 7 });
  });

  it("takes the account's own log for no room when that begins anew", () => {
    logs.begin({ log: 100, epoch: 'a', position: 3, head: 3, reset: 'expired' });
    assert.equal(logs.rooms.has(100), false);
    assert.equal(logs.positions()[100].sequence, 3);
  });

  describe('at a welcome', () => {
    const anew = (state) => logs.welcome(ACCOUNT, [room(state)]).map(({ log }) => log);

    it('to a hello that is older than a reset of another connection, says why the log begins anew', () => {
      logs.begin(room({ position: 2, head: 9, reset: 'expired' }));
      const state = room({ position: 4, head: 9 });
      assert.deepEqual(
        logs.welcome(ACCOUNT, [state]).map(({ position, reset }) => [position, reset]),
        [[4, 'expired']],
      );
      assert.equal(logs.welcome(ACCOUNT, [room({ log: 2 })])[0].reset, undefined);
    });

    it('goes on where the server resumes', () => {
      assert.deepEqual(anew({ position: 4, head: 8 }), []);
      assert.equal(logs.behind, 4);
    });

    // Holds 3.1: forget the events it has of that log
    it('begins anew with a reset, another epoch, another position or another room (section 3.1)', () => {
      assert.deepEqual(anew({ position: 4, head: 8, reset: 'ahead' }), [1]);
      assert.deepEqual(anew({ position: 4, head: 8, epoch: 'f' }), [1]);
      assert.deepEqual(anew({ position: 5, head: 8, epoch: 'f' }), [1]);
      assert.deepEqual(anew({ log: 2 }), [2]);
    });

    it('forgets rooms that are not named', () => {
      logs.welcome(ACCOUNT, []);
      assert.equal(logs.rooms.size, 0);
      assert.deepEqual(Object.keys(logs.positions()), ['100']);
    });
  });
});
