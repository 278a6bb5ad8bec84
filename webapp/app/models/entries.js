import { CHANGES } from './changes.js';

/** What is to be seen of events, with what became of them: messages that were deleted, and changes themselves, are not. */
export function entriesOf(events, changes) {
  const calling = events.filter(({ type, body }) => type === 'edited' && body.mentions);
  const editsOf = ({ sequence }) => calling.filter(({ body }) => body.message === sequence);
  return events
    .filter(({ type }) => !CHANGES.has(type))
    .map((event) => entryOf(event, changes.of(event.sequence), calling.length > 0 ? editsOf(event) : []))
    .filter((entry) => !entry.isDeleted);
}

/** @param edits those of it that call somebody */
export function entryOf(event, change, edits = []) {
  return {
    key: event.id ? `${event.author.id} ${event.id}` : `#${event.sequence}`,
    type: event.type === 'message' ? 'message' : 'notice',
    event,
    calling: [event, ...edits],
    sequence: event.sequence,
    at: event.at,
    author: event.author,
    text: change?.text ?? event.body.text,
    reply: event.body.reply,
    thread: event.body.thread,
    // The log has no text any more, and the deletion may come much later in it, after a reaction.
    isDeleted: change?.isDeleted || Boolean(event.body.deleted),
    change,
    state: 'sent',
  };
}

/** Nothing is kept of what a deleted message said, or was made to say. */
export function withoutTexts(events, message) {
  const saidIt = ({ sequence, type, body }) => sequence === message || (type === 'edited' && body.message === message);
  return events.map((event) => (saidIt(event) ? { ...event, body: { deleted: true } } : event));
}
