import { words } from '../words/words.js';

/** More names are not read at a glance. */
const MOST_NAMES = 3;

/** What events that are no messages say in one line, with the names that are read at a glance, and with all; empty: nothing that a reader would miss. */
export function noticeText(events, room) {
  const parts = together(events);
  return { text: inOneLine(parts, room, shortened), whole: inOneLine(parts, room, (names) => words.list(names)) };
}

/** Who did the same, or had it done by the same: `{event, names}` each, in the order in which it began. */
function together(events) {
  const parts = new Map();
  for (const event of events) {
    const { id, name } = whom(event);
    const key = `${event.type} ${isByOther(event) ? event.author.id : ''}`;
    if (!parts.has(key)) parts.set(key, { event, names: new Map() });
    parts.get(key).names.set(id, name);
  }
  return [...parts.values()];
}

function inOneLine(parts, room, listed) {
  return parts.map(({ event, names }) => said(event, room, listed([...names.values()]))).filter(Boolean).join(' · ');
}

function shortened(names) {
  if (names.length <= MOST_NAMES) return words.list(names);
  const shown = names.slice(0, MOST_NAMES - 1);
  return words.list([...shown, words.say('message.others', { count: names.length - shown.length })]);
}

function said(event, room, name) {
  const { type, author, body } = event;
  if (room.kind === 'direct') return type === 'created' ? words.say('conversation.begun', { name }) : '';
  if (type === 'changed') return changed(author.name, body);
  const key = `conversation.${type}${isByOther(event) && type !== 'role' ? 'By' : ''}`;
  if (!words.has(key)) return '';
  return words.say(key, { name, by: author.name, role: body.role ? words.say(`role.${body.role}`) : '' });
}

function whom({ author, body }) {
  return body.account ?? author;
}

function isByOther(event) {
  return whom(event).id !== event.author.id;
}

/** One change is said by itself; of more the name is what matters. */
function changed(by, { name, topic, archived, receipts }) {
  if (receipts !== undefined) return words.say(receipts ? 'receipts.on' : 'receipts.off', { by });
  if (archived !== undefined) return words.say(archived ? 'rooms.archived' : 'rooms.unarchived', { by });
  if (name !== undefined) return words.say('rooms.renamed', { by, name });
  return topic === '' ? words.say('rooms.topicGone', { by }) : words.say('rooms.topicNew', { by, topic });
}
