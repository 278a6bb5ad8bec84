/** @import { Platform } from './platform.js' */
/** @import { Timing } from './options.js' */
/** @import { Addresses, End, Transport, TransportListener, TransportName } from './transports.js' */
/** @import { Frame, Timings } from './wire.js' */
import { Climb } from './climb.js';
import { Rungs } from './rungs.js';
import { Timer } from './timer.js';
import { TransportMemory } from './transport-memory.js';
import { makeTransport, TURNS_APART } from './transports.js';
import { isOpening } from './wire.js';

/** A newer connection of the same session has come. */
const REPLACED = 4409;
/** What a line does, and whatever stands in it. Every other code is a server's own, which is there, then. */
const FAULTS_OF_THE_LINE = [1002, 1003, 1006, 1007, 4000, 4001];

/**
 * One connection over the best transport that works, and the way down and up between them. Up goes by a change-over:
 * the better one is opened beside the one that stands, which is left when the other is welcomed.
 */
export class Ladder {
  /** Goes up with each connection that is opened or given up. */
  generation = 0;
  #platform;
  #timing;
  #addresses;
  #listener;
  #rungs;
  #climb;
  #proof;
  #trial;
  /** @type {Transport|null} */
  #current = null;
  /** @type {{name: TransportName, transport: Transport}|null} a better one, which is not welcomed yet */
  #candidate = null;
  #turn = 0;

  /**
   * @param {Platform} platform
   * @param {Timing} timing
   * @param {Addresses} addresses
   * @param {TransportListener & {onChangeOver: () => void}} listener
   */
  constructor(platform, timing, addresses, listener) {
    this.#platform = platform;
    this.#timing = timing;
    this.#addresses = addresses;
    this.#listener = listener;
    this.#rungs = new Rungs(timing.transports, new TransportMemory(platform, addresses.base));
    this.#climb = new Climb(platform, timing, addresses, {
      above: () => this.#rungs.above,
      onFound: (name) => this.#try(name),
    });
    this.#proof = new Timer(platform, () => this.#rungs.proven() && this.#climb.proven());
    this.#trial = new Timer(platform, () => this.#candidate?.transport.drop(4001));
  }

  /** The transport that there is, or that is being tried. */
  get name() {
    return this.#rungs.name;
  }

  get pings() {
    return this.#current?.pings ?? 'own';
  }

  open() {
    this.leave();
    this.#rungs.begin();
    this.#mount();
  }

  /** @param {Frame} frame */
  send(frame) {
    return this.#current?.send(frame) ?? false;
  }

  /**
   * @param {number} code
   * @param {End} [end]
   */
  drop(code, end) {
    (this.#current ?? this.#candidate?.transport)?.drop(code, end);
  }

  leave() {
    this.generation++;
    this.#proof.cancel();
    this.#trial.cancel();
    this.#climb.stop();
    this.#current?.leave();
    this.#candidate?.transport.leave();
    this.#current = this.#candidate = null;
  }

  /** @param {Timings} timings */
  welcomed(timings) {
    this.#rungs.welcomed();
    this.#current?.welcomed?.(timings);
    if (!this.#proof.pending) this.#proof.start(this.#timing.provenAfter);
    this.#climb.start();
  }

  wake() {
    this.#current?.wake?.();
    this.#climb.wake();
  }

  #mount() {
    this.generation++;
    this.#current = this.#make(this.#rungs.name);
    this.#current.open();
  }

  /** @param {TransportName} name */
  #make(name) {
    const { hello, onOpen, onAnswers } = this.#listener;
    const turn = (this.#turn += TURNS_APART);
    const isCurrent = () => transport === this.#current;
    /** @type {Transport} */
    const transport = makeTransport(name, this.#platform, this.#timing, this.#addresses, {
      hello: () => withTurn(hello(), turn),
      onOpen: () => isCurrent() && onOpen(),
      onAnswers: (frames) => isCurrent() && onAnswers(frames),
      onFrames: (frames) => this.#received(transport, frames),
      onEnd: (code, end) => this.#ended(transport, code, end, turn < this.#turn),
    });
    return transport;
  }

  /** @param {TransportName} name  of a better one, which would work */
  #try(name) {
    this.#candidate = { name, transport: this.#make(name) };
    this.#trial.start(this.#timing.welcomeTimeout);
    this.#candidate.transport.open();
  }

  /**
   * @param {Transport} transport
   * @param {Frame[]} frames
   */
  #received(transport, frames) {
    if (transport === this.#candidate?.transport && isOpening(frames)) this.#changeOver(this.#candidate);
    if (transport === this.#current) this.#listener.onFrames(frames);
  }

  /** @param {{name: TransportName, transport: Transport}} candidate */
  #changeOver({ name, transport }) {
    const old = this.#current;
    this.#current = transport;
    this.#candidate = null;
    this.generation++;
    this.#trial.cancel();
    this.#proof.cancel();
    old?.leave();
    this.#rungs.moveTo(name);
    this.#climb.succeeded();
    this.#listener.onChangeOver();
  }

  /**
   * @param {Transport} transport
   * @param {number} code
   * @param {End|undefined} end
   * @param {boolean} isOlder  another was opened after it
   */
  #ended(transport, code, end, isOlder) {
    if (transport === this.#candidate?.transport) this.#failed(code, end);
    else if (transport === this.#current) this.#lost(code, end, isOlder);
  }

  /**
   * The candidate is not to be. If it had the other replaced already, there is none left.
   * @param {number} code
   * @param {End} [end]
   */
  #failed(code, end) {
    this.#candidate = null;
    this.#trial.cancel();
    if (!this.#current) return this.#end(code, end);
    this.#climb.failed();
  }

  /**
   * @param {number} code
   * @param {End|undefined} end
   * @param {boolean} isOlder
   */
  #lost(code, end, isOlder) {
    this.#current = null;
    if (code !== REPLACED || !isOlder) return this.#end(code, end);
    // Unless the candidate has come, and its welcome will: then one that was given up has.
    if (!this.#candidate) this.#goOn();
  }

  /** With another connection, at once: nobody has been away. */
  #goOn() {
    this.leave();
    this.#listener.onChangeOver();
    this.#mount();
  }

  /**
   * @param {number} code
   * @param {End} [end]
   */
  #end(code, end) {
    this.leave();
    const goesDown = FAULTS_OF_THE_LINE.includes(code) && this.#rungs.failed(end?.unfit === true);
    if (goesDown) this.#goOn();
    else this.#listener.onEnd(code, end);
  }
}

/**
 * @param {Frame} hello
 * @param {number} turn
 * @returns {Frame}
 */
function withTurn({ type, data }, turn) {
  return { type, data: { ...data, turn } };
}
