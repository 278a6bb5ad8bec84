import { brief } from './brief.js';
import { words } from '../words/words.js';

const LONGEST = 200;

/** What is said of new messages: `{title, body}`. Of several only how many and where. */
export function alertText(news) {
  const rooms = [...new Set(news.map(({ room }) => room))];
  if (news.length === 1) return { title: titleOf(news[0]), body: brief(news[0]).slice(0, LONGEST) };
  const body = words.list([...new Set(news.map(({ author }) => author))]);
  if (rooms.length === 1) return { title: words.say('alerts.inOneRoom', { count: news.length, room: rooms[0] }), body };
  return { title: words.say('alerts.inRooms', { count: news.length, rooms: roomsOf(rooms) }), body: words.list(rooms) };
}

/** A room of two is called after whoever wrote: once is enough. */
function titleOf({ author, room, isOfTwo }) {
  return isOfTwo ? author : `${author} · ${room}`;
}

/** A number of rooms has plurals of its own. */
function roomsOf(rooms) {
  return words.say('alerts.rooms', { count: rooms.length });
}
