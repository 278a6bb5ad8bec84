/** What the examples say, by language. */
const texts = {
  en: {
    title: 'Event streams',
    clock: 'A clock',
    score: 'A match',
    ticker: 'A stock ticker',
    map: 'Positions on a map',
    text: 'One text for two',
    'sign-in': 'Sign in to the chat first, then come back.',
    applaud: 'Applaud',
    'shared-text': 'The text that we share',
    reconnecting: 'Reconnecting…',
    not_found: 'Nobody made this topic yet: run the demo.',
  },
  zh: {
    title: '事件流',
    clock: '时钟',
    score: '比赛',
    ticker: '股票行情',
    map: '地图上的位置',
    text: '两人共编一文',
    'sign-in': '请先登录聊天，再回到这里。',
    applaud: '鼓掌',
    'shared-text': '我们共同编辑的文本',
    reconnecting: '正在重连…',
    not_found: '还没有人创建这个主题：请先运行演示程序。',
  },
};

/**
 * In the language of the page; what has no words is said as it is.
 * @param {string} key
 */
export function say(key) {
  const spoken = /** @type {Record<string, string>} */ (document.documentElement.lang.startsWith('zh') ? texts.zh : texts.en);
  return spoken[key] ?? key;
}
