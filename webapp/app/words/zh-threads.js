/** The texts about replies and threads, in Chinese. */
export const threads = {
  'message.reply': '回复',
  'replies.to': '回复 {name}',
  'replies.cancel': '取消回复',
  'replies.gone': '消息已删除',
  'replies.loading': '消息',
  'replies.goTo': '转到 {name} 的消息',
  'replies.count': { other: '{count} 条回复' },
  'thread.title': '话题讨论',
  'thread.label': '在此讨论中回复',
  'thread.older': '更早的回复',
  'thread.failed': '无法加载此讨论。',
};
