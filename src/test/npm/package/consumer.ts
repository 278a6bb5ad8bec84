import { HoldfastClient, State, indexedDbStorage, type LogEvent, type Room } from 'holdfast';
import { Poller } from 'holdfast/poller';
import { ReliableEventSource } from 'holdfast/reliable-event-source';
import { ReliableSocket, type ReliableSocketOptions } from 'holdfast/reliable-socket';

const client = new HoldfastClient({ base: '/chat/', storage: indexedDbStorage('holdfast'), shared: true });
const live: boolean = client.state === State.LIVE;
const names: string[] = [...client.rooms.values()].map(({ name }) => name);
const title = (room: Room, event: LogEvent) => `${room.name} ${event.sequence.toFixed()}`;
const word: 'live' | 'catching-up' | 'offline' = client.status.word;
client.post(1, 'Hello').acked.then(({ sequence }) => sequence.toFixed());
// @ts-expect-error: there is no such option
new HoldfastClient({ colour: 'red' });
// @ts-expect-error: a room is named by its log
client.post('lobby', 'Hello');

// In the place of the browser's own.
const options: ReliableSocketOptions = { heartbeat: true, ping: () => 'ping', pong: (data) => data === 'pong' };
const socket: Pick<WebSocket, 'readyState' | 'send' | 'close' | 'url' | 'protocol' | 'extensions'> = new ReliableSocket(
  async () => '/ws',
  ['soap'],
  { ...options, reconnectDelay: { floor: 1 } },
);
new ReliableSocket('/ws', { protocols: 'soap', reconnectDelay: 5 }).onmessage = ({ data }) => data;
// @ts-expect-error: milliseconds are a number
new ReliableSocket('/ws', { connectTimeout: '5 s' });

const source: Pick<EventSource, 'readyState' | 'url' | 'withCredentials' | 'close'> = new ReliableEventSource('/news');

const poller = new Poller({
  request: async (signal: AbortSignal) => ({ done: signal.aborted, percent: 7 }),
  needToPoll: ({ done }) => !done,
  delay: ({ percent }) => percent,
});
poller.onresponse = ({ response }) => response.percent.toFixed();
// @ts-expect-error: there has to be something to ask
new Poller({});

export { live, names, source, socket, title, word };
