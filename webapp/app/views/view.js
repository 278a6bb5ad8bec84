import { LitElement } from 'lit';
import { naming, otherEmoji, parsing } from '../models/parsing.js';
import { words } from '../words/words.js';

/** A hidden page has no frames, and its title must still tell of what comes. */
const WITHOUT_FRAMES_MILLIS = 250;

/** Seen wherever there are words, or texts. */
const EVERYWHERE = [words, parsing, naming, otherEmoji];

/**
 * What every view is: an element without a shadow root (the style sheets are the page's), drawn again when the language
 * changes, when texts can be read in another way, or one of the models that it `follows` does. Models may change a thousand times a second while a line catches
 * up: it is drawn once a frame.
 */
export class View extends LitElement {
  /** Names of the properties whose models are followed. */
  static follows = [];

  #followed = new Map();
  #isDue = false;
  #draw = () => this.#drawSoon();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    for (const model of EVERYWHERE) model.addEventListener('change', this.#draw);
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const model of EVERYWHERE) model.removeEventListener('change', this.#draw);
    for (const name of this.#followed.keys()) this.#follow(name, null);
  }

  willUpdate() {
    for (const name of this.constructor.follows) this.#follow(name, this.isConnected ? this[name] : null);
  }

  /** Tells the views above that something was asked for. */
  ask(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  #drawSoon() {
    if (this.#isDue) return;
    this.#isDue = true;
    const draw = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      this.#isDue = false;
      this.requestUpdate();
    };
    const timer = setTimeout(draw, WITHOUT_FRAMES_MILLIS);
    const frame = requestAnimationFrame(draw);
  }

  #follow(name, model) {
    const before = this.#followed.get(name);
    if (before === model) return;
    before?.removeEventListener('change', this.#draw);
    model?.addEventListener('change', this.#draw);
    this.#followed.set(name, model ?? null);
  }
}

/** A property that holds an object, never an attribute. */
export const MODEL = { attribute: false };
