import { html, nothing } from 'lit';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { TypedQuestion } from '../models/typed-question.js';
import { words } from '../words/words.js';

const PAGE = 50;
const MOST = 1_000;

/** What lists of administrators share: they are sought by a part of a name, a page of them at a time. */
export class SoughtView extends DialogView {
  static properties = { found: { state: true }, refusal: { state: true }, unanswered: { state: true } };

  #question = new TypedQuestion();
  #wanted = '';
  #most = PAGE;

  opened() {
    Object.assign(this, { found: null, refusal: null, unanswered: null });
    this.#wanted = '';
    this.#most = PAGE;
    this.load();
  }

  disconnectedCallback() {
    this.#question.anew();
    super.disconnectedCallback();
  }

  /** Gives what the server answers, of the query that it is asked. */
  async answer() {}

  field(label, hook) {
    return html`<input
      class="input"
      type="search"
      aria-label=${label}
      placeholder=${label}
      data-test=${hook}
      @input=${(event) => this.#find(event.target.value)}
    />`;
  }

  /** Why nothing came of what was done last, or else why the list is not as it is now. */
  problem() {
    const refusal = this.refusal ?? this.unanswered;
    return refusal ? html`<p class="problem" role="alert" data-test="problem">${reason(refusal)}</p>` : nothing;
  }

  /** Until there is an answer, that there will be one. */
  answered(draw) {
    return this.found ? draw(this.found) : html`<p class="soft" role="status">${words.say('login.asking')}</p>`;
  }

  more(shown, total, label, hook) {
    if (shown >= Math.min(total, MOST)) return nothing;
    const more = () => {
      this.#most = Math.min(this.#most + PAGE, MOST);
      this.load();
    };
    return html`<button class="button" data-test=${hook} @click=${more}>${label}</button>`;
  }

  /** @returns whether nothing else was asked meanwhile */
  async load() {
    const isLast = this.#question.anew();
    const answer = await this.answer(new URLSearchParams({ name: this.#wanted, limit: this.#most })).then(
      (found) => ({ found, unanswered: null }),
      (unanswered) => ({ unanswered }),
    );
    if (isLast()) Object.assign(this, answer);
    return isLast();
  }

  /** Does something with one of them. Why it was refused stays until something else is done, though the list is asked for again and again. */
  async act(work) {
    this.refusal = null;
    try {
      await work();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }

  /** Unless something is asked before. */
  loadIn(millis) {
    this.#question.soon(() => this.load(), millis);
  }

  #find(text) {
    this.#wanted = text;
    this.refusal = null;
    this.#question.soon(() => this.load());
  }
}
