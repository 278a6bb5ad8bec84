import { isComposing } from './composing.js';
import { fetchView } from './late.js';

/** Those that message-tools.js knows: others are the browser's. */
const LETTERS = /^[acdeprtuy]$/i;

/** As ARIA calls them. */
const KEYS = { '+': 'Plus', Delete: 'Delete' };

/**
 * What single keys do to the message that the keyboard has chosen (WCAG 2.2, 2.1.4: while the message itself has it). Whoever clicked into a
 * message may have meant to write: then they do nothing.
 */
export class MessageKeys {
  #view;
  #look;
  #pressed = null; // the message that a pointer gave the keyboard to
  #acts = {
    pointerdown: ({ target }) => (this.#pressed = target.closest('.message')),
    focusin: ({ target }) => target === this.#pressed || (this.#pressed = null),
    keydown: (event) => this.#key(event),
  };

  /** @param look has the tools of a message out, by its sequence */
  constructor(view, look) {
    this.#view = view;
    this.#look = look;
    for (const type of Object.keys(this.#acts)) view.addEventListener(type, (event) => this.take(event));
  }

  take(event) {
    this.#acts[event.type]?.(event);
  }

  #key(event) {
    const name = nameOf(event);
    if (!name || !event.target.matches('.message[data-sequence]') || event.target === this.#pressed) return;
    event.preventDefault(); // what has the keyboard next would be written in
    this.#press(event.target, name);
  }

  /** The tools may be out at another message, where the pointer is. */
  async #press(message, name) {
    this.#look(Number(message.dataset.sequence));
    if (!(await fetchView('message-tools'))) return;
    await this.#view.updateComplete;
    const tools = message.querySelector('hf-message-tools');
    await tools?.updateComplete;
    tools?.press(name);
  }
}

/** Of a letter or another key that may do something by itself. */
function nameOf(event) {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
  if (ctrlKey || metaKey || altKey || repeat || isComposing(event)) return null;
  return LETTERS.test(key) && !shiftKey ? key.toUpperCase() : (KEYS[key] ?? null);
}
