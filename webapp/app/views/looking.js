import { isFinger, Resting } from './resting.js';

/** These have a meaning of their own for a finger that rests on them. */
const OWN_MEANING = 'a, button, img, input, textarea, [role=button]';

/** The message that the reader is at: by pointer, by keyboard, or by a finger that rests on it. One at a time has its tools out. */
export class Looking {
  #view;
  #look;
  #resting = new Resting((target) => this.#at(target));
  #acts = {
    focusin: ({ target }) => this.#at(target),
    pointerover: (event) => isFinger(event) || this.#at(event.target),
    pointerleave: (event) => isFinger(event) || this.#isHeld || this.#look(null),
    pointerdown: (event) => event.target.closest(OWN_MEANING) || this.#resting.press(event),
    pointermove: (event) => this.#resting.stray(event),
    pointerup: () => this.#resting.lift(),
    pointercancel: () => this.#resting.lift(),
    contextmenu: (event) => this.#resting.menu(event),
  };

  /** @param look is called with the sequence of the message, or null: none */
  constructor(view, look) {
    this.#view = view;
    this.#look = look;
    for (const type of Object.keys(this.#acts)) view.addEventListener(type, (event) => this.take(event));
  }

  take(event) {
    this.#acts[event.type](event);
  }

  /** What is open, or has the keyboard, stays when the pointer passes over other messages. */
  get #isHeld() {
    return this.#view.querySelector('hf-message-tools :popover-open, hf-message-tools :focus-visible') !== null;
  }

  #at(target) {
    const message = target.closest('.message[data-sequence]');
    if (message && !this.#isHeld) this.#look(Number(message.dataset.sequence));
  }
}
