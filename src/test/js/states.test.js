import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Kept, keptTable } from '../../../webapp/holdfast/keeper.js';
import { legalMoves, State, StateMachine } from '../../../webapp/holdfast/states.js';

const clients = { moves: legalMoves, first: State.IDLE };

/** A machine that has come to a state by legal moves. */
function machineIn(goal, table) {
  const paths = [[table.first]];
  for (const path of paths) {
    if (path.at(-1) === goal) return walk(path, table);
    for (const next of table.moves[path.at(-1)]) if (!path.includes(next)) paths.push([...path, next]);
  }
  throw new Error(`${goal} cannot be reached`);
}

function walk([, ...path], table) {
  const machine = new StateMachine(() => {}, table);
  for (const state of path) machine.setState(state);
  return machine;
}

for (const [whose, states, table] of [
  ["a client's", Object.values(State), clients],
  ["a keeper's", Object.values(Kept), keptTable],
])
  describe(`StateMachine with ${whose} table`, () => {
    it('reaches each state', () => {
      for (const state of states) assert.equal(machineIn(state, table).state, state);
    });

    it('allows what the table allows, and nothing else', () => {
      for (const from of states)
        for (const to of states) {
          const machine = machineIn(from, table);
          const legal = table.moves[from].includes(to);
          if (legal) machine.setState(to);
          else assert.throws(() => machine.setState(to), { message: `no move from ${from} to ${to}` });
          assert.equal(machine.state, legal ? to : from);
        }
    });
  });

describe('StateMachine', () => {
  it('begins as a client does, unless it is told otherwise', () => {
    assert.deepEqual([new StateMachine(() => {}).state, new StateMachine(() => {}, keptTable).state], ['idle', 'closed']);
  });

  it('tells of each move with its reason', () => {
    const moves = [];
    const machine = new StateMachine((move) => moves.push(move));
    machine.setState(State.CONNECTING);
    machine.setState(State.WAITING, 'abnormal');
    assert.deepEqual(moves[1], { state: 'waiting', previous: 'connecting', reason: 'abnormal' });
    assert.equal(machine.moves, 2);
  });

  it('has no table that can be changed', () => {
    assert.ok(Object.isFrozen(State) && Object.isFrozen(legalMoves));
  });
});
