import assert from 'node:assert/strict';
import { Chat, welcome } from './chat.js';
import { settle } from './clock.js';
import { FakePlatform } from './platform.js';

export const next = (after = 0) => ({ type: 'next', data: { cursor: 'c', after } });

/** A chat whose requests wait for the test, and which begins at a transport. */
export function chatOn(transport, options = {}) {
  const platform = new FakePlatform().hold();
  const at = platform.now();
  const key = 'holdfast transport http://chat.test/app/';
  if (transport) platform.storage.setItem(key, JSON.stringify({ transport, at }));
  const chat = new Chat(options, platform);
  chat.remembered = () => JSON.parse(platform.storage.getItem(key))?.transport;
  chat.client.connect();
  return chat;
}

/** The stream begins, and the client is welcomed on it. */
export async function streamWelcomes({ platform }, welcoming = welcome()) {
  const stream = platform.request('sse/chat').stream();
  stream.say(welcoming);
  stream.say({ type: 'heads', data: { heads: {} } });
  await settle();
  return stream;
}

export async function streaming(options) {
  const chat = chatOn('sse', options);
  chat.stream = await streamWelcomes(chat);
  return chat;
}

/** The time of the next probe of a better transport. */
export async function untilProbe(chat) {
  await chat.clock.pass(15_000);
  assert.equal(chat.socket.url, 'ws://chat.test/app/ws/heartbeat');
}

/** The heartbeat endpoint answers: the change-over begins. */
export async function socketWorks(chat) {
  await untilProbe(chat);
  chat.socket.accept();
  chat.socket.sayText('pong');
  await settle();
  assert.equal(chat.socket.url, 'ws://chat.test/app/ws/chat');
}

/** A second in which the server is heard of, both ways. */
export async function heartbeat({ clock, platform, stream }) {
  await clock.pass(1000);
  stream.say({ type: 'heads', data: { heads: {} } });
  const posted = platform.request('api/commands');
  if (posted?.isOpen) posted.answer([]);
}

export async function resting(chat) {
  while (chat.client.state === 'waiting') {
    chat.source?.say('notice', { after: 0 });
    await chat.clock.pass(chat.clock.nextIn);
  }
}
