import { Acts } from '../models/acts.js';
import { addressOfMessage } from './address.js';
import { copy } from './copy.js';
import { fetchView } from './late.js';
import { isUnfolded, toggle } from '../models/folding.js';

/** What a reader does to the messages of one room, and what of it shows in the rows: which has its tools out, which is being written anew. */
export class MessageActions {
  #view;
  #acts;
  #active = null; // the sequence of the message that has its tools out
  #editing = null;
  #copied = null; // {sequence, what}: the message of which the link, or the text, is on the clipboard
  #problem = null; // {sequence, refusal}: why the last one was refused

  /** @param view the log: `{chat, room, conversation, requestUpdate(), updateComplete, hold(), ask()}` */
  constructor(view) {
    this.#view = view;
  }

  // What a row is drawn with

  retry = (id) => this.#view.chat.posting.retry(id);
  discard = (id) => this.#view.chat.posting.discard(id);
  react = (row, emoji, on) => this.#attempt(row, (acts) => acts.react(row.event, emoji, on));
  pin = (row, on) => this.#attempt(row, (acts) => acts.pin(row.event, on));
  delete = (row) => this.#attempt(row, (acts) => acts.delete(row.event));
  unreadFrom = (row) => this.#attempt(row, () => this.#view.chat.reading.unreadFrom(row.event));
  reply = (row) => this.#view.ask('reply-to', row);
  goTo = (answered) => this.#view.ask('go-to', answered);
  openThread = (sequence) => this.#view.ask('open-thread', sequence);
  showReaders = (row) => this.#view.ask('show-readers', row.event);
  showEdits = (row) => this.#view.ask('show-edits', row.event);
  showPerson = (person) => this.#view.ask('show-person', person);
  edit = (row) => {
    fetchView('message-edit');
    this.#set({ editing: row.sequence });
  };
  leave = () => this.#left();
  copyLink = (row) => this.#copy(row, 'link', addressOfMessage(row.event.log, row.sequence));
  /** As it was written. */
  copyText = (row) => this.#copy(row, 'text', row.text);

  /** Shows all of a long text, or its beginning. @param message where the row is drawn */
  fold = (row, message) => {
    this.#view.hold(message);
    toggle(this.#view.conversation, row);
    this.#view.requestUpdate();
    this.#view.conversation.changed(); // its thread may be open beside it
  };
  unfoldTo = async (row, part) => {
    this.fold(row, part.closest('.message'));
    await this.#view.updateComplete;
    part.scrollIntoView({ block: 'nearest' });
  };

  save = async (row, text) => {
    if (text !== row.text) await this.#attempt(row, (acts) => acts.edit(row.event, text));
    if (this.#problem === null) this.#left();
  };

  get mayWrite() {
    return this.#view.chat.rights(this.#view.room).writes;
  }

  /** The room shows who has read. */
  get hasReceipts() {
    return this.#view.room.receipts === true;
  }

  mayDelete(row) {
    return this.isOwn(row) || this.#view.chat.rights(this.#view.room).moderates;
  }

  isOwn(row) {
    return row.author.id === this.me;
  }

  /** For those of a message's parts that come late, and ask for more than is drawn. */
  get chat() {
    return this.#view.chat;
  }

  get room() {
    return this.#view.room;
  }

  /** The reader's account. */
  get me() {
    return this.#view.chat.account.id;
  }

  /** A row with what shows of this. */
  dress(undressed) {
    const row = { ...undressed, isUnfolded: isUnfolded(this.#view.conversation, undressed) };
    if (row.first) row.face = this.#view.chat.people.profile(row.author.id);
    if (!isThere(row)) return row;
    const isEditing = row.sequence === this.#editing;
    const problem = row.sequence === this.#problem?.sequence ? this.#problem.refusal : null;
    const isActive = row.sequence === this.#active && !isEditing;
    const copied = row.sequence === this.#copied?.sequence ? this.#copied.what : null;
    return { ...row, isActive, isEditing, problem, copied, hasReceipts: this.hasReceipts };
  }

  /** The reader's pointer or focus is on a message; null: on none. */
  look(sequence) {
    if (sequence === this.#active) return;
    fetchView('message-tools');
    this.#set({ active: sequence, copied: null });
  }

  /** What was begun among the messages of another room: here the same sequences are other messages. */
  forget() {
    this.#set({ active: null, editing: null, problem: null, copied: null });
  }

  /** One's own newest message is to be written anew. */
  editLast(rows) {
    const last = rows.findLast((row) => isThere(row) && this.isOwn(row));
    if (last && this.mayWrite) this.edit(last);
  }

  #left() {
    this.#set({ editing: null });
    this.#view.ask('left-message');
  }

  async #copy({ sequence }, what, text) {
    if (await copy(text)) this.#set({ copied: { sequence, what } });
  }

  async #attempt(row, act) {
    this.#set({ problem: null });
    try {
      await act(this.#actor);
    } catch (refusal) {
      this.#set({ problem: { sequence: row.sequence, refusal } });
    }
  }

  get #actor() {
    this.#acts ??= new Acts(this.#view.chat.http);
    return this.#acts;
  }

  #set({ active = this.#active, editing = this.#editing, problem = this.#problem, copied = this.#copied }) {
    this.#copied = copied;
    this.#active = active;
    this.#editing = editing;
    this.#problem = problem;
    this.#view.requestUpdate();
  }
}

/** Between its ack and its event a message is sent, and not there yet. */
function isThere(row) {
  return row.type === 'message' && row.event !== undefined;
}
