import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Chat } from '../../../webapp/app/models/chat.js';
import { Clock, ada, page } from './page-fixtures.js';

const OWN = 1;
export const ROOM = 7;

/** What the server does with drafts, for some devices of one person. */
export class DraftServer {
  texts = new Map();
  sequence = 10;
  devices = [];
  asked = [];
  isLate = false; // an answer comes before its event

  device(first = page()) {
    const { client, shelf } = first;
    first.chat.close();
    const clock = new Clock();
    client.http = { ask: async (...request) => this.#answer(device, ...request) };
    const device = { client, shelf, clock, isDown: false, chat: new Chat(client, ada, shelf, clock) };
    this.devices.push(device);
    client.tellOf({ log: ROOM, name: 'general' });
    return device;
  }

  /** The connection begins: the events that it missed come after the welcome. */
  async connect(device) {
    device.isDown = false;
    device.client.account = { ...ada, log: OWN, epoch: 'e', position: this.sequence };
    device.client.fire('welcome');
    await setImmediate();
  }

  async reload(device) {
    this.devices = this.devices.filter((each) => each !== device);
    device.chat.close();
    const again = this.device({ ...page(), shelf: device.shelf });
    await this.connect(again);
    return again;
  }

  async #answer(device, method, path, body) {
    if (device.isDown) assert.fail('the line is down');
    this.asked.push(`${method} ${path}`);
    if (path === 'api/drafts') return this.#all(device);
    return this.#lost(device, this.#other(path, body));
  }

  /** As it is now, though it may be answered later. */
  async #all({ late }) {
    const all = { head: this.sequence, drafts: [...this.texts.values()].filter(({ text }) => text) };
    await late;
    return all;
  }

  /** The line drops after the server has taken what was sent. */
  async #lost(device, answer) {
    await device.holding;
    if (device.isDown) assert.fail('the line is down');
    return answer;
  }

  #other(path, body) {
    return path.endsWith('/draft') ? this.#keep(body) : { head: this.sequence, rooms: [] };
  }

  #keep({ text, thread }) {
    this.texts.set(thread, { room: ROOM, thread, text });
    const body = { room: ROOM, thread, ...(text === '' && { gone: true }) };
    const event = { log: OWN, sequence: ++this.sequence, type: 'draft', body };
    const tell = () => this.devices.forEach(({ client, isDown }) => isDown || client.fire('event', event));
    if (this.isLate) globalThis.setImmediate(tell);
    else tell();
    return { sequence: this.sequence };
  }
}

export const write = ({ chat }, text, key = ROOM) => chat.drafts.keep(key, text);
export const read = ({ chat }, key = ROOM) => chat.drafts.of(key);

export async function pause({ clock }) {
  clock.ring();
  await setImmediate();
}
