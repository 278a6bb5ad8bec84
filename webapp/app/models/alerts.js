import { AlertPreferences } from './alert-preferences.js';
import { AlertTabs } from './alert-tabs.js';
import { levelOf } from './attention.js';
import { DoNotDisturb } from './do-not-disturb.js';
import { isLookedAt } from './gaze.js';
import { calls } from './mentions.js';
import { Model } from './model.js';
import { hasWord } from './own-words.js';
import { ThreadReplies } from './thread-replies.js';

/** For what is told elsewhere meanwhile: that another device, or another tab, has the message before somebody's eyes. */
const PAUSE_MILLIS = 500;

/** An edit tells whom it newly calls. */
const TELLING = new Set(['message', 'edited']);

/**
 * Which messages a person is told of who does not look at them: each once over all tabs, and what a line catches up
 * with at once. Fires `raised`, cancelled by whoever showed it outside the page, `notice` for a page to show, and
 * `sound`; `detail` is a list of `{log, room, isOfTwo, sequence, told, author, text, files}`, oldest first, `told` being
 * the sequence of the event that told of the message: it, or an edit; a room `isOfTwo` that is called after its author.
 */
export class Alerts extends Model {
  #client;
  #chat;
  #shelf;
  #tabs = null;
  #platform;
  #doNotDisturb;
  #replies;
  #timer = null;
  #abort = new AbortController();
  #hasBegun = false;
  #waiting = []; // events
  #seen = new Map(); // log → the last message that a tab of this browser has before somebody's eyes

  constructor(client, chat, shelf, platform = globalThis) {
    super();
    this.#client = client;
    this.#chat = chat;
    this.#shelf = shelf;
    this.#platform = platform;
    this.preferences = new AlertPreferences(shelf, chat.account);
    this.#doNotDisturb = new DoNotDisturb(this.#quiet, (isOn) => this.#disturb(isOn), platform);
    this.#replies = new ThreadReplies(chat.threads, (event) => this.#want(event));
  }

  /** Whether this person has said that they are not to be disturbed now. */
  isDoNotDisturb = false;

  /** From now on there is somebody to show them. */
  begin(openTabs = (name, hear) => new AlertTabs(name, hear)) {
    this.#tabs = openTabs(this.#shelf.nameOf(`alerts ${this.#chat.account.id}`), (message) => this.#hear(message));
    this.#listen();
    this.#statusChanged();
    this.#doNotDisturb.look();
  }

  /** Whether a message is still to be read, or what it was made to say. */
  isUnread({ log, told }) {
    const room = this.#client.rooms.get(log);
    return room !== undefined && told > Math.max(room.read, this.#seen.get(log) ?? 0);
  }

  get #quiet() {
    return this.#chat.preferences.quiet;
  }

  get #isQuiet() {
    return this.#quiet.isAt(new Date());
  }

  /** Goes to where the message is. */
  open({ log, sequence }) {
    this.#chat.seek(log, sequence);
  }

  close() {
    this.#abort.abort();
    this.#platform.clearTimeout(this.#timer);
    this.#doNotDisturb.close();
    this.#replies.close();
    this.#tabs?.close();
    this.changed();
  }

  #listen() {
    const options = { signal: this.#abort.signal };
    this.#client.addEventListener('event', ({ detail }) => this.#happened(detail), options);
    this.#client.addEventListener('reset', ({ detail }) => this.#forget(detail), options);
    this.#client.addEventListener('statuschange', () => this.#statusChanged(), options);
    this.#client.addEventListener('rooms', () => this.changed(), options);
    this.#quiet.addEventListener('change', () => this.#doNotDisturb.look(), options);
  }

  #happened(event) {
    const room = this.#client.rooms.get(event.log);
    if (!room || !TELLING.has(event.type) || event.author.id === this.#chat.account.id) return;
    if (this.#isLookedAt(room)) return this.#saw(event);
    if (this.#isWanted(room, event)) this.#want(event);
    else if (this.#mayBeFollowed(room, event)) this.#replies.wait(event);
  }

  /** What comes while it is quiet is not made up for a moment later. */
  #want(event) {
    if (this.#isQuiet) return;
    this.#waiting = [...this.#waiting.filter((each) => !isOf(each, event)), event];
    this.#raiseSoon();
  }

  /** A reply that calls nobody is for those who follow its thread. What was unread when the page was opened is in the list. */
  #mayBeFollowed(room, { type, body }) {
    return this.#hasBegun && type === 'message' && body.thread && levelOf(this.#chat, room) !== 'nothing';
  }

  /** What is known of its messages belongs to another numbering. */
  #forget({ log }) {
    this.#seen.delete(log);
    this.#replies.forget(log);
    this.#waiting = this.#waiting.filter((event) => event.log !== log);
  }

  #isLookedAt({ log }) {
    return log === this.#chat.open && isLookedAt(this.#chat.people, this.#platform.document);
  }

  #isWanted(room, event) {
    const level = levelOf(this.#chat, room);
    if (level === 'all' && event.type === 'message') return true;
    return level !== 'nothing' && (calls(event, this.#chat.account.id) || this.#hasOwnWord(event));
  }

  /** An edit names those whom it newly calls; a word may have stood there before. */
  #hasOwnWord({ type, body }) {
    return type === 'message' && hasWord(body.text ?? '', this.#quiet.words);
  }

  #saw({ log, sequence }) {
    this.#tabs.say({ log, sequence });
    this.#note({ log, sequence });
  }

  #hear(message) {
    if (message.notice) this.#notice(message.notice);
    else this.#note(message);
  }

  #disturb(isOn) {
    this.#chat.people.beBusy(isOn);
    this.isDoNotDisturb = isOn;
    this.changed();
  }

  #note({ log, sequence }) {
    this.#seen.set(log, Math.max(sequence, this.#seen.get(log) ?? 0));
    this.changed();
  }

  /** What was unread when the page was opened is in the list: nobody wants to be told of it at each reload. */
  #statusChanged() {
    if (!this.#hasBegun) this.#waiting = [];
    this.#hasBegun ||= this.#client.status.word === 'live';
    this.#raiseSoon();
  }

  /** What comes while the line catches up is told of together, when it is live. */
  #raiseSoon() {
    if (this.#waiting.length > 0) this.#timer ??= this.#platform.setTimeout(() => this.#raise(), PAUSE_MILLIS);
  }

  #raise() {
    this.#timer = null;
    if (this.#client.status.word !== 'live') return;
    const news = this.#waiting.filter((event) => this.#isNews(event)).map((event) => this.#messageOf(event));
    this.#waiting = [];
    if (news.length > 0 && this.#tabs.leads && !this.#isQuiet) this.#alert(news);
  }

  #isNews(event) {
    const { log, sequence } = event;
    return this.isUnread({ log, told: sequence }) && !this.#chat.conversation(log).entryOf(toldOf(event)).isDeleted;
  }

  #messageOf(event) {
    const { log, sequence, author, body } = toldOf(event);
    const { name: room, kind, people } = this.#client.rooms.get(log);
    const isOfTwo = kind === 'direct' && people?.length === 2;
    const { text = '', files = [] } = body;
    return { log, room, isOfTwo, sequence, told: event.sequence, author: author.name, text, files };
  }

  #alert(news) {
    if (this.preferences.all.sound) this.#fire('sound', news);
    if (!this.#fire('raised', news)) return;
    this.#notice(news);
    this.#tabs.say({ notice: news });
  }

  /** A notice in a page that nobody looks at would be a lie when they do. */
  #notice(news) {
    if (this.#platform.document?.visibilityState === 'visible') this.#fire('notice', news);
  }

  /** @returns whether nobody cancelled it */
  #fire(type, detail) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable: true }));
  }
}

/** The message of an event, as it says that it is. */
function toldOf(event) {
  return { ...event, sequence: event.body.message ?? event.sequence };
}

/** Whether they tell of the same message. */
function isOf(event, other) {
  return event.log === other.log && toldOf(event).sequence === toldOf(other).sequence;
}
