/**
 * Holdfast's client library. It keeps one connection to a Holdfast server, over sleep, tunnels, updates and restarts,
 * and holds what the protocol promises: every event of your rooms in order, once; every message you post acknowledged,
 * refused with a reason, or still in the outbox.
 *
 *     import { HoldfastClient, indexedDbStorage } from './holdfast/index.js';
 *
 *     const client = new HoldfastClient({ base: 'https://chat.example/', storage: indexedDbStorage('holdfast') });
 *     client.addEventListener('reset', ({ detail: room }) => forget(room.log));
 *     client.addEventListener('event', ({ detail: event }) => show(event));
 *     client.addEventListener('statuschange', ({ detail: status }) => tell(status));
 *     client.addEventListener('signedout', () => askForPassword());
 *     client.connect();
 *     const { id, acked } = client.post(room, 'Hello');
 *
 * **How a client lives.** `connect()` opens a connection and says hello, with the resume point of each log it knows.
 * The server's welcome names your rooms; what you missed follows, and then what happens, as one stream. When the line
 * breaks, the client asks the server's reconnect stream when to come back, does so, and goes on where it was. It gives
 * up only when a close code says so, or you call `close()`. `State` has the states; `status` says it in words for
 * people.
 *
 * **Transports.** The connection is a WebSocket where those get through, else an event stream with commands by POST,
 * else long or short polls. The client finds out by itself, remembers for a day what worked, and changes over to a
 * better one when it can, without a break: `status.transport` and the event `transportchange` are for the curious. The
 * option `transports` names those that may be used.
 *
 * **Tabs.** With `shared: true` all tabs of a browser use one connection: one tab holds it and serves the others,
 * another takes over when that one is closed. Each tab is a client of its own all the same, and nothing of its face is
 * different. The code for it is loaded only then.
 *
 * **What you keep.** The library stores no events. It tells you each once: add them to what you show. At `reset`,
 * forget what you show of that room: its log begins anew after `position`, and `client.http.history(log, {before})`
 * fetches what is older. In the account's own log come `room-joined`, `room-left` and `read`, from your other devices
 * too.
 *
 * **Posting.** `post()` puts the message into the outbox, stores it, and only then sends it. It is sent again after
 * each welcome, with the same client message id, which makes a second copy impossible. An acknowledged entry leaves the
 * outbox; the message itself comes as an `event` like everybody's, before or after its `ack`. A refused entry stays,
 * until you `retry(id)` or `discard(id)` it. With `indexedDbStorage` the outbox survives the page; several tabs may
 * share it.
 *
 * **Presence.** `await client.presence()` tells who is here and who types, and shows this person to the others; the code
 * for it is loaded only then.
 *
 * **Signing in.** A login is a cookie; `client.http.login()` sets it. When it has ended, the client stops and fires
 * `signedout`; sign in and call `connect()` again.
 *
 * **Other servers.** `reliable-socket.js`, `reliable-event-source.js` and `poller.js`, beside this file, are for any.
 *
 * Nothing here touches the document, and nothing is global: each part of the browser that is used can be replaced by
 * `options.platform`, see `Platform` in platform.js.
 */
export { HoldfastClient } from './client.js';
export { State } from './states.js';
export * as codes from './codes.js';
export { Refusal } from './refusal.js';
export { memoryStorage } from './storage-memory.js';
export { indexedDbStorage } from './storage-indexeddb.js';

/** @typedef {import('./options.js').Options} Options */
/** @typedef {import('./platform.js').Platform} Platform */
/** @typedef {import('./status.js').Status} Status */
/** @typedef {import('./storage-memory.js').Entry} Entry */
/** @typedef {import('./storage-memory.js').OutboxStorage} OutboxStorage */
/** @typedef {import('./presence.js').Presence} Presence */
/** @typedef {import('./wire.js').Account} Account */
/** @typedef {import('./wire.js').Ack} Ack */
/** @typedef {import('./wire.js').LogEvent} LogEvent */
/** @typedef {import('./wire.js').Room} Room */
