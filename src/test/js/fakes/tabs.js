import assert from 'node:assert/strict';
import { memoryStorage } from '../../../../webapp/holdfast/index.js';
import { FakeBrowser } from './browser.js';
import { Chat, welcome } from './chat.js';
import { FakeClock, settle } from './clock.js';

export const GATHERING = 50;
export const LOCK = 'holdfast http://chat.test/app/';

/** Tabs of one browser that share a connection; the first holds it. */
export class Tabs {
  clock = new FakeClock();
  storage = memoryStorage();
  all = [];

  constructor(Browser = FakeBrowser) {
    this.browser = new Browser();
  }

  async open(options = {}) {
    const platform = this.browser.tab(this.clock);
    const chat = new Chat({ shared: true, storage: this.storage, ...options }, platform);
    this.all.push(chat);
    chat.client.connect();
    await this.handOver();
    return chat;
  }

  /** So many, live, with the server's side of their connection. */
  static async live(count, welcoming = welcome(), Browser = FakeBrowser) {
    const tabs = new Tabs(Browser);
    for (let opened = 0; opened < count; opened++) {
      await tabs.open();
      if (opened === 0) await tabs.serverWelcomes(welcoming);
    }
    return tabs;
  }

  /** The next has the connection of a tab that left it. */
  handOver() {
    return this.clock.pass(this.browser.handOverMillis + GATHERING);
  }

  /** The same, of a tab that crashed. */
  async crash(tab) {
    this.browser.kill(tab.platform);
    await this.clock.pass(this.browser.crashMillis);
    await this.handOver();
  }

  /** The connection that all use. */
  get socket() {
    const open = this.all.flatMap(({ platform }) => (platform.isThere ? platform.openSockets : []));
    assert.ok(open.length <= 1, `${open.length} connections of one browser`);
    return open[0];
  }

  async serverWelcomes(welcoming = welcome()) {
    this.socket.accept();
    this.socket.say(welcoming);
    await settle();
  }

  async say(...frames) {
    this.socket.say(...frames);
    await settle();
  }

  get states() {
    return this.all.map(({ client }) => client.state);
  }

  sequences() {
    return this.all.map((chat) => chat.all('event').map(({ sequence }) => sequence));
  }
}
