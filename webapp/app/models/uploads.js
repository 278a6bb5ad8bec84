import { Refusal } from '../../holdfast/refusal.js';
import { placeOf } from './draft-place.js';
import { Model } from './model.js';
import { Upload, tooBig } from './upload.js';

/** Files that one message may have. */
export const MOST = 10;

/** Of all that wait so many go at once; the server takes a few more of one person, who may have another tab. */
const AT_ONCE = 2;

/** The files that are to go with the next message, by the key of its draft: a room each, or a thread. */
export class Uploads extends Model {
  #client;
  #platform;
  #transfer;
  #drafts = new Map(); // key → uploads, in the order in which they were chosen
  #changed = () => {
    this.#next();
    this.changed();
  };

  constructor(client, platform = globalThis, send = transferred) {
    super();
    this.#client = client;
    this.#platform = platform;
    this.#transfer = send;
  }

  of(key) {
    return this.#drafts.get(key) ?? [];
  }

  /** In the room, or a thread of it. */
  hasIn(room) {
    return [...this.#drafts].some(([key, { length }]) => length > 0 && placeOf(key).log === room);
  }

  isReady(key) {
    return this.of(key).every(({ state }) => state === 'done');
  }

  /** Takes files in. @returns how many were left out, since a message has no more */
  add(key, contents) {
    const own = this.of(key);
    const { log } = placeOf(key);
    const taken = [...contents].slice(0, MOST - own.length);
    this.#drafts.set(key, [...own, ...taken.map((content) => this.#upload(log, content))]);
    this.#changed();
    return contents.length - taken.length;
  }

  remove(key, upload) {
    upload.drop();
    this.#keep(key, this.of(key).filter((each) => each !== upload));
  }

  /** What the message is posted with. */
  files(key) {
    return this.of(key).map(({ file }) => file);
  }

  /** They were posted. */
  clear(key) {
    this.#keep(key, []);
  }

  close() {
    for (const upload of [...this.#drafts.values()].flat()) upload.drop();
    this.#drafts.clear();
  }

  #keep(key, uploads) {
    this.#drafts.set(key, uploads);
    this.#changed();
  }

  #upload(log, content) {
    const path = `api/rooms/${log}/files?name=${encodeURIComponent(content.name.toWellFormed().slice(-200))}`;
    const upload = new Upload(path, content, this.#transfer, this.#platform);
    // The server would refuse it after the bytes had gone.
    if (content.size > (this.#client.limits.fileBytes ?? Infinity)) upload.fail(tooBig());
    upload.addEventListener('change', this.#changed);
    return upload;
  }

  #next() {
    const all = [...this.#drafts.values()].flat();
    if (all.filter(({ isUnderWay }) => isUnderWay).length >= AT_ONCE) return;
    // It tells that it changed, which starts the one after it.
    all.find(({ state }) => state === 'waiting')?.start();
  }
}

/** What sends is fetched with the first file; where it can't be had, there is no line to send on either. */
async function transferred(...how) {
  const unreachable = () => {
    throw new Refusal('unreachable', 'The page could not be fetched whole.');
  };
  const { transfer } = await import('./transfer.js').catch(unreachable);
  return transfer(...how);
}
