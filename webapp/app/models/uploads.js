import { Refusal } from '../../holdfast/refusal.js';
import { Model } from './model.js';
import { Upload, tooBig } from './upload.js';

/** Files that one message may have. */
export const MOST = 10;

/** Of all that wait so many go at once; the server takes a few more of one person, who may have another tab. */
const AT_ONCE = 2;

/** The files that are to go with the next message, a room each. */
export class Uploads extends Model {
  #client;
  #platform;
  #transfer;
  #rooms = new Map(); // log → uploads, in the order in which they were chosen
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

  of(log) {
    return this.#rooms.get(log) ?? [];
  }

  isReady(log) {
    return this.of(log).every(({ state }) => state === 'done');
  }

  /** Takes files in. @returns how many were left out, since a message has no more */
  add(log, contents) {
    const own = this.of(log);
    const taken = [...contents].slice(0, MOST - own.length);
    this.#rooms.set(log, [...own, ...taken.map((content) => this.#upload(log, content))]);
    this.#changed();
    return contents.length - taken.length;
  }

  remove(log, upload) {
    upload.drop();
    this.#keep(log, this.of(log).filter((each) => each !== upload));
  }

  /** What the message is posted with. */
  files(log) {
    return this.of(log).map(({ file }) => file);
  }

  /** They were posted. */
  clear(log) {
    this.#keep(log, []);
  }

  close() {
    for (const upload of [...this.#rooms.values()].flat()) upload.drop();
    this.#rooms.clear();
  }

  #keep(log, uploads) {
    this.#rooms.set(log, uploads);
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
    const all = [...this.#rooms.values()].flat();
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
