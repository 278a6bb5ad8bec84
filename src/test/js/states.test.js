import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { legalMoves, State, StateMachine } from '../../../webapp/holdfast/states.js';

const states = Object.values(State);

/** A machine that has come to a state by legal moves. */
function machineIn(goal) {
  const paths = [[State.IDLE]];
  for (const path of paths) {
    if (path.at(-1) === goal) return walk(path);
    for (const next of legalMoves[path.at(-1)]) if (!path.includes(next)) paths.push([...path, next]);
  }
  throw new Error(`${goal} cannot be reached`);
}

function walk([, ...path]) {
  const machine = new StateMachine(() => {});
  for (const state of path) machine.setState(state);
  return machine;
}

describe('StateMachine', () => {
  it('reaches each state', () => {
    for (const state of states) assert.equal(machineIn(state).state, state);
  });

  it('allows what the table allows, and nothing else', () => {
    for (const from of states)
      for (const to of states) {
        const machine = machineIn(from);
        const legal = legalMoves[from].includes(to);
        if (legal) machine.setState(to);
        else assert.throws(() => machine.setState(to), { message: `no move from ${from} to ${to}` });
        assert.equal(machine.state, legal ? to : from);
      }
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
