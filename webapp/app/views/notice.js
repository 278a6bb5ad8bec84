import { words } from '../words/words.js';

/** What an event that is no message says, in one line; empty: nothing that a reader would miss. */
export function notice({ type, author, body }, room) {
  if (room.kind === 'direct') return type === 'created' ? words.say('conversation.begun', { name: author.name }) : '';
  if (type === 'changed') return changed(author.name, body);
  const name = body.account?.name ?? author.name;
  const isByOther = body.account !== undefined && body.account.id !== author.id;
  const key = `conversation.${type}${isByOther && type !== 'role' ? 'By' : ''}`;
  if (!words.has(key)) return '';
  return words.say(key, { name, by: author.name, role: body.role ? words.say(`role.${body.role}`) : '' });
}

/** One change is said by itself; of more the name is what matters. */
function changed(by, { name, topic, archived, receipts }) {
  if (receipts !== undefined) return words.say(receipts ? 'receipts.on' : 'receipts.off', { by });
  if (archived !== undefined) return words.say(archived ? 'rooms.archived' : 'rooms.unarchived', { by });
  if (name !== undefined) return words.say('rooms.renamed', { by, name });
  return topic === '' ? words.say('rooms.topicGone', { by }) : words.say('rooms.topicNew', { by, topic });
}
