import { Model } from './model.js';
import { Answers } from './answers.js';
import { placeOf } from './draft-place.js';

/** What a person wrote and has not sent, a room or a thread each; kept in the browser under the account's own key. */
export class Drafts extends Model {
  /** Is told the key of what is written otherwise here. */
  onWritten = () => {};
  #shelf;
  #key;
  #texts;
  #answers;
  #parting = []; // {log, text}: sent, and not safe yet

  constructor(shelf, account) {
    super();
    this.#shelf = shelf;
    this.#key = `drafts.${account.id}`;
    this.#texts = shelf.read(this.#key, {});
    this.#answers = new Answers(shelf, account, (key) => this.of(key));
  }

  of(log) {
    return this.#texts[log] ?? '';
  }

  has(log) {
    return this.of(log).trim() !== '';
  }

  /** Where something is. */
  get keys() {
    return Object.keys(this.#texts);
  }

  /** In the room, or a thread of it. */
  hasIn(room) {
    return this.#waiting.some(({ log }) => log === room);
  }

  /** The threads that have one: `{log, root}` each. */
  get threads() {
    return this.#waiting.filter(({ root }) => root);
  }

  get #waiting() {
    return this.keys.filter((key) => this.has(key)).map(placeOf);
  }

  keep(log, text) {
    if (text === this.of(log)) return;
    this.#written(log, text);
  }

  /** What it answers: `{sequence, epoch}`, or null. */
  answered(log) {
    return this.#answers.of(log);
  }

  answer(log, message) {
    this.#answers.put(log, message, this.of(log));
  }

  /** At another device it is so. What was sent or thrown away there answers nothing here any more. */
  replace(log, text) {
    this.#put(log, text);
    if (text === '') this.answer(log, null);
    this.changed();
  }

  /** Whoever marks that there is one is told; each letter is nobody else's business. */
  #written(log, text) {
    const had = this.has(log);
    this.#put(log, text);
    this.onWritten(String(log));
    if (had !== this.has(log)) this.changed();
  }

  #put(log, text) {
    if (text === '') delete this.#texts[log];
    else this.#texts[log] = text;
    this.#answers.follow(log, text);
    this.#write();
  }

  /**
   * The draft was sent. It is kept, out of sight, until the outbox is known to have it: a page that dies in between
   * would lose it from both. After that a reload shows it as a draft again, before what was written meanwhile.
   */
  part(log, text, safe) {
    const parting = { log, text };
    const end = () => {
      this.#parting = this.#parting.filter((each) => each !== parting);
      this.#write();
      this.#answers.keep(log, this.of(log));
    };
    this.#parting.push(parting);
    this.#answers.part(log);
    this.#written(log, '');
    safe.then(end, end);
  }

  #write() {
    const kept = { ...this.#texts };
    for (const { log, text } of this.#parting.toReversed()) kept[log] = kept[log] ? `${text}\n${kept[log]}` : text;
    this.#shelf.write(this.#key, kept);
  }
}
