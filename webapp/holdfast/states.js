/** @typedef {{state: string, previous: string, reason: string|null}} Move */

/** The states of a client. */
export const State = Object.freeze({
  /** Made, and `connect()` not called yet. */
  IDLE: 'idle',
  /** A socket is being opened, or waits for its welcome. */
  CONNECTING: 'connecting',
  /** Welcomed; events that were missed are coming in. */
  CATCHING_UP: 'catching-up',
  /** All that there is has been delivered. */
  LIVE: 'live',
  /** No connection; the client comes back by itself. */
  WAITING: 'waiting',
  /** No connection, and only `connect()` brings one: sign in, or reload. */
  STOPPED: 'stopped',
  /** `close()` was called. */
  CLOSED: 'closed',
});

/** @type {Readonly<Record<string, readonly string[]>>} from → to */
export const legalMoves = Object.freeze({
  idle: ['connecting', 'closed'],
  connecting: ['catching-up', 'waiting', 'stopped', 'closed'],
  'catching-up': ['live', 'waiting', 'stopped', 'closed'],
  live: ['waiting', 'stopped', 'closed'],
  waiting: ['connecting', 'stopped', 'closed'],
  stopped: ['connecting', 'closed'],
  closed: ['connecting'],
});

/** Holds the one state of something; nothing else says where it is. */
export class StateMachine {
  /** @type {string} */
  state;
  /** @type {string|null} */
  reason = null;
  /** Moves so far: who waits for an answer sees by it whether the question still stands. */
  moves = 0;
  #onMove;
  #legalMoves;

  /**
   * @param {(move: Move) => void} onMove
   * @param {{moves: Readonly<Record<string, readonly string[]>>, first: string}} [table]  without it a client's
   */
  constructor(onMove, { moves, first } = { moves: legalMoves, first: State.IDLE }) {
    this.#onMove = onMove;
    this.#legalMoves = moves;
    this.state = first;
  }

  /** @param {string[]} states */
  in(...states) {
    return states.includes(this.state);
  }

  /**
   * @param {string} next
   * @param {string|null} [reason]
   */
  setState(next, reason = null) {
    const previous = this.state;
    if (!this.#legalMoves[previous].includes(next)) throw new Error(`no move from ${previous} to ${next}`);
    this.state = next;
    this.reason = reason;
    this.moves++;
    this.#onMove({ state: next, previous, reason });
  }
}
