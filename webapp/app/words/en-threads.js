/** The texts about replies and threads, in English. */
export const threads = {
  'message.reply': 'Reply',
  'replies.to': 'Reply to {name}',
  'replies.cancel': 'Do not reply',
  'replies.gone': 'Deleted message',
  'replies.loading': 'Message',
  'replies.goTo': 'Go to the message of {name}',
  'replies.count': { one: '{count} reply', other: '{count} replies' },
  'thread.title': 'Thread',
  'thread.label': 'Reply in this thread',
  'thread.older': 'Older replies',
  'thread.failed': 'The thread could not be loaded.',
};
