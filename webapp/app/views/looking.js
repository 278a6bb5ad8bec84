/** So long a finger rests before it means more than a tap, and so far it may stray meanwhile. */
const REST_MILLIS = 450;
const STRAY_PIXELS = 10;

/** These have a meaning of their own for a finger that rests on them. */
const OWN_MEANING = 'a, button, img, input, textarea';

/** The message that the reader is at: by pointer, by keyboard, or by a finger that rests on it. One at a time has its tools out. */
export class Looking {
  #view;
  #look;
  #resting = null; // {x, y, timer}
  #acts = {
    focusin: ({ target }) => this.#at(target),
    pointerover: (event) => isFinger(event) || this.#at(event.target),
    pointerleave: (event) => isFinger(event) || this.#isHeld || this.#look(null),
    pointerdown: (event) => this.#press(event),
    pointermove: (event) => this.#stray(event),
    pointerup: () => this.#lift(),
    pointercancel: () => this.#lift(),
    contextmenu: (event) => this.#menu(event),
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

  #press(event) {
    if (!isFinger(event) || !event.isPrimary || event.target.closest(OWN_MEANING)) return;
    const timer = setTimeout(() => this.#at(event.target), REST_MILLIS);
    this.#resting = { x: event.clientX, y: event.clientY, timer };
  }

  #stray({ clientX, clientY }) {
    if (!this.#resting) return;
    const { x, y } = this.#resting;
    if (Math.hypot(clientX - x, clientY - y) > STRAY_PIXELS) this.#lift();
  }

  #lift() {
    clearTimeout(this.#resting?.timer);
    this.#resting = null;
  }

  /** Some browsers would put their own menu over the tools. */
  #menu(event) {
    if (isFinger(event) && this.#resting) event.preventDefault();
  }
}

function isFinger({ pointerType }) {
  return pointerType === 'touch';
}
