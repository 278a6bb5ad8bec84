import { Model } from './model.js';

const PAGE = 200;

/** One thread of a conversation: its first message, and all that answer it. What the conversation holds is taken from there. */
export class Thread extends Model {
  #http;
  #conversation;
  #events = []; // fetched
  #last = null; // what was loaded last, to be tried again
  #trims;

  #isLoading = false;

  /** loading, ready or failed */
  state = 'loading';
  hasOlder = false;

  /** @param root the sequence of the message that it began with */
  constructor(http, conversation, root) {
    super();
    this.#http = http;
    this.#conversation = conversation;
    this.root = root;
    this.#trims = conversation.trims;
  }

  get log() {
    return this.#conversation.log;
  }

  open() {
    this.#conversation.addEventListener('change', this.#follow);
    return this.#load();
  }

  close() {
    this.#conversation.removeEventListener('change', this.#follow);
  }

  loadOlder() {
    return this.#attempt(async () => [await this.#replies(`&before=${this.#events[1].sequence}`)]);
  }

  /** After it failed. */
  retry() {
    return this.#attempt(this.#last);
  }

  /** In the order of the log; then what was not confirmed yet. */
  entries() {
    const held = this.#held();
    const sequences = new Set(held.map(({ sequence }) => sequence));
    const fetched = this.#events
      .filter(({ sequence }) => !sequences.has(sequence) && !this.#conversation.holds(sequence))
      .map((event) => this.#conversation.entryOf(event))
      .filter((entry) => !entry.isDeleted);
    return [...fetched, ...held];
  }

  /** What the next reply answers: the newest that is there, or the first message of all. */
  get newest() {
    return this.entries().findLast(({ sequence }) => sequence !== null)?.sequence ?? this.root;
  }

  /** What became of the events that were fetched is forgotten with the trim, or they are of another numbering. */
  #follow = () => {
    if (this.#trims === this.#conversation.trims) return this.changed();
    this.#trims = this.#conversation.trims;
    this.#events = [];
    return this.#load();
  };

  #load() {
    return this.#attempt(() => Promise.all([this.#ask(''), this.#replies('')]));
  }

  #held() {
    const mine = new Set([this.root]);
    return this.#conversation.entries().filter(({ type, sequence, reply, thread }) => {
      const isHere = type === 'message' && (sequence === this.root || thread === this.root || mine.has(reply));
      if (isHere) mine.add(sequence);
      return isHere;
    });
  }

  async #attempt(load) {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#last = load;
    const trims = this.#trims;
    try {
      this.#take(await load());
      this.state = 'ready';
    } catch {
      this.state = 'failed';
    }
    this.#isLoading = false;
    if (trims !== this.#trims) return this.#load();
    this.changed();
  }

  #take(pages) {
    pages.forEach((page) => this.#conversation.take(page));
    const events = new Map([...this.#events, ...pages.flatMap((page) => page.events)].map((event) => [event.sequence, event]));
    this.#events = [...events.values()].sort((one, other) => one.sequence - other.sequence);
    this.hasOlder = pages.at(-1).events.length === PAGE;
  }

  #replies(more) {
    return this.#ask(`/thread?limit=${PAGE}${more}`);
  }

  #ask(more) {
    return this.#http.ask('GET', `api/rooms/${this.log}/messages/${this.root}${more}`);
  }
}
