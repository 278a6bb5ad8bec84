import { isComposing } from './composing.js';
import { isFinger, Resting } from './resting.js';
import { Tip } from './tip.js';

/**
 * Who reacted, beside the reaction that a pointer or the keyboard is at, or that a finger rests on. It stays until they go, is reached by
 * the pointer itself, and goes by Escape (WCAG 2.2, 1.4.13). Who hears the page has it as the reaction's description.
 */
export class WhoReacted {
  #view;
  #tip = new Tip('who-reacted');
  #pointed = null;
  #focused = null;
  #isHeld = false; // a finger rested: lifting it is no click
  #elsewhere = null; // what is told of the rest of the page while it is shown
  #resting = new Resting((target) => this.#hold(target));
  #acts = {
    focusin: ({ target }) => this.#set({ focused: target.matches(':focus-visible') ? reactionAt(target) : null }),
    focusout: () => this.#set({ focused: null }),
    pointerover: (event) => isFinger(event) || this.#point(event),
    pointerleave: (event) => isFinger(event) || this.#set({ pointed: null }),
    pointerdown: (event) => this.#press(event),
    pointermove: (event) => this.#resting.stray(event),
    pointerup: () => this.#resting.lift(),
    pointercancel: () => this.#resting.lift(),
    contextmenu: (event) => this.#resting.menu(event),
    click: (event) => this.#click(event),
  };

  constructor(view) {
    this.#view = view;
    for (const type of Object.keys(this.#acts)) view.addEventListener(type, (event) => this.take(event), { capture: type === 'click' });
  }

  take(event) {
    this.#acts[event.type](event);
  }

  /** Where the pointer was already it may have been put away. */
  #point({ target, relatedTarget }) {
    if (this.#tip.has(target)) return this.#set({ pointed: this.#tip.about });
    const reaction = reactionAt(target);
    if (!reaction?.contains(relatedTarget)) this.#set({ pointed: reaction });
  }

  #press(event) {
    this.#isHeld = false;
    if (reactionAt(event.target)) this.#resting.press(event);
  }

  #hold(target) {
    this.#isHeld = true;
    this.#set({ pointed: reactionAt(target) });
  }

  /** The keyboard and a screen reader click, too, and have not pressed anything. */
  #click(event) {
    if (!this.#isHeld || event.detail === 0) return;
    this.#isHeld = false;
    event.preventDefault();
    event.stopPropagation();
  }

  #set({ pointed = this.#pointed, focused = this.#focused }) {
    this.#pointed = pointed;
    this.#focused = focused;
    const reaction = pointed ?? focused;
    this.#tip.show(reaction);
    if (!reaction) this.#elsewhere?.abort();
    else if (!this.#elsewhere || this.#elsewhere.signal.aborted) this.#listen();
  }

  #listen() {
    this.#elsewhere = new AbortController();
    const how = { capture: true, signal: this.#elsewhere.signal };
    document.addEventListener('keydown', (event) => this.#key(event), how);
    document.addEventListener('pointerdown', (event) => this.#touchElsewhere(event), how);
    // A view that goes is not told that the pointer leaves it.
    document.addEventListener('pointerover', () => this.#view.isConnected || this.#hide(), how);
  }

  /** Where the reaction has the keyboard the key does nothing else: the place among the messages stays. */
  #key(event) {
    if (event.key !== 'Escape' || isComposing(event)) return;
    if (this.#tip.isShown && reactionAt(event.target)) event.stopPropagation();
    this.#hide();
  }

  #hide() {
    this.#set({ pointed: null, focused: null });
  }

  #touchElsewhere(event) {
    if (isFinger(event) && !this.#tip.has(event.target)) this.#set({ pointed: null });
  }
}

function reactionAt(target) {
  return target.closest('.reaction');
}
