/** @import { Platform } from './platform.js' */
/** @import { TransportName } from './transports.js' */
/** @import { Emit, Frame } from './topic-wire.js' */
import { TopicEvents } from './topic-events.js';
import { TopicPolls } from './topic-polls.js';
import { TopicSocket } from './topic-socket.js';

/**
 * @typedef {object} RoadListener
 * @property {() => string} query  where to begin, anew each time it is asked
 * @property {(frames: Frame[], cursor?: string) => void} onFrames  with the cursor, where they come with one
 * @property {() => void} onLife
 * @property {(code: number, after?: number|null) => void} onEnd
 *
 * What carries a topic; what was closed is not heard of again.
 * @typedef {object} Road
 * @property {'late'|'none'} pings  when the reader pings: when the server is late with its own, or never
 * @property {() => void} open
 * @property {() => void} close
 * @property {(emit: Emit) => boolean} [send]  without it emits are posted
 * @property {() => void} [ping]
 *
 * @typedef {{socket: string, stream: string, poll: string}} TopicAddresses
 */

const LONG_POLL_MILLIS = 25_000;

/**
 * @param {TransportName} name
 * @param {Platform} platform
 * @param {TopicAddresses} addresses
 * @param {RoadListener} listener
 * @returns {Road}
 */
export function makeRoad(name, platform, addresses, listener) {
  if (name === 'websocket') return new TopicSocket(platform, addresses, listener);
  if (name === 'sse') return new TopicEvents(platform, addresses, listener);
  return new TopicPolls(name === 'long-poll' ? LONG_POLL_MILLIS : 0, platform, addresses, listener);
}

/**
 * @param {string} topic
 * @param {URL} base
 * @returns {TopicAddresses}
 */
export function topicAddresses(topic, base) {
  const name = encodeURIComponent(topic);
  return {
    socket: new URL(`ws/streams/${name}`, base).href.replace(/^http/, 'ws'),
    stream: new URL(`sse/streams/${name}`, base).href,
    poll: new URL(`api/streams/${name}`, base).href,
  };
}
