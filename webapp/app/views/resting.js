/** So long a finger rests before it means more than a tap, and so far it may stray meanwhile. */
const REST_MILLIS = 450;
const STRAY_PIXELS = 10;

/** A finger that rests on something. It is told of all that fingers and other pointers do. */
export class Resting {
  #mean;
  #at = null; // {x, y, timer}

  /** @param mean is called with what it rests on */
  constructor(mean) {
    this.#mean = mean;
  }

  press(event) {
    if (!isFinger(event) || !event.isPrimary) return;
    const timer = setTimeout(() => this.#mean(event.target), REST_MILLIS);
    this.#at = { x: event.clientX, y: event.clientY, timer };
  }

  stray({ clientX, clientY }) {
    if (!this.#at) return;
    const { x, y } = this.#at;
    if (Math.hypot(clientX - x, clientY - y) > STRAY_PIXELS) this.lift();
  }

  lift() {
    clearTimeout(this.#at?.timer);
    this.#at = null;
  }

  /** Some browsers would put their own menu over what it opens. */
  menu(event) {
    if (isFinger(event) && this.#at) event.preventDefault();
  }
}

export function isFinger({ pointerType }) {
  return pointerType === 'touch';
}
