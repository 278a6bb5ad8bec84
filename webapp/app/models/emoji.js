/** The emoji that are offered at once, each with what it is called: English, Chinese. */
export const EMOJI = [
  ['👍', 'thumbs up', '赞'],
  ['❤️', 'heart', '爱心'],
  ['😂', 'laughing', '笑哭'],
  ['🎉', 'party', '庆祝'],
  ['👀', 'looking', '看看'],
  ['✅', 'done', '完成'],
  ['🙏', 'thanks', '感谢'],
  ['😮', 'surprised', '惊讶'],
  ['😀', 'smiling', '微笑'],
  ['😉', 'winking', '眨眼'],
  ['😊', 'happy', '开心'],
  ['🤔', 'thinking', '思考'],
  ['😅', 'relieved', '松一口气'],
  ['😢', 'crying', '流泪'],
  ['😡', 'angry', '生气'],
  ['😴', 'sleeping', '睡觉'],
  ['🤒', 'ill', '生病'],
  ['🥳', 'celebrating', '欢庆'],
  ['🤷', 'shrugging', '耸肩'],
  ['🤦', 'facepalm', '捂脸'],
  ['👎', 'thumbs down', '踩'],
  ['👏', 'clapping', '鼓掌'],
  ['🙌', 'hooray', '万岁'],
  ['👋', 'waving', '挥手'],
  ['🤝', 'handshake', '握手'],
  ['💪', 'strong', '加油'],
  ['👌', 'okay', '好的'],
  ['🫡', 'salute', '敬礼'],
  ['💯', 'hundred', '满分'],
  ['🔥', 'fire', '火'],
  ['⭐', 'star', '星星'],
  ['💡', 'idea', '主意'],
  ['❓', 'question', '疑问'],
  ['❗', 'exclamation', '感叹'],
  ['❌', 'no', '不行'],
  ['⚠️', 'warning', '警告'],
  ['🚀', 'rocket', '火箭'],
  ['🐛', 'bug', '缺陷'],
  ['🔧', 'wrench', '修理'],
  ['📌', 'pin', '图钉'],
  ['📝', 'memo', '记录'],
  ['📅', 'calendar', '日历'],
  ['⏰', 'alarm', '闹钟'],
  ['☕', 'coffee', '咖啡'],
  ['🍵', 'tea', '茶'],
  ['🍰', 'cake', '蛋糕'],
  ['🎁', 'gift', '礼物'],
  ['🌧️', 'rain', '下雨'],
].map(([emoji, en, zh]) => ({ emoji, en, zh }));

/**
 * What one emoji is called in a language; itself, when that is not known.
 *
 * @param others as {@link listed} makes them
 */
export function nameOf(emoji, language, others = []) {
  const isIt = (each) => each.emoji === emoji;
  const known = EMOJI.find(isIt) ?? others.find(isIt);
  return known ? nameIn(known, language) : emoji;
}

/** The name of one that is known; in English where it has no other. */
export function nameIn({ en, zh }, language) {
  return (language.startsWith('zh') && zh) || en;
}

/**
 * Those whose name in any of the languages has the words in it; of the others, too, those that are about it.
 *
 * @param others as {@link listed} makes them
 */
export function matching(text, others = []) {
  const wanted = text.trim().toLowerCase();
  const usual = EMOJI.filter(({ emoji, en, zh }) => emoji === wanted || en.includes(wanted) || zh.includes(wanted));
  const more = others.filter((each) => rank(each, wanted) < 3);
  return [...usual, ...more.toSorted((a, b) => rank(a, wanted) - rank(b, wanted))];
}

/** Between Chinese words there are no spaces: any part of a name may be one. */
function rank({ emoji, en, chinese, about }, wanted) {
  if (emoji === wanted || [en, ...chinese].some((name) => name.startsWith(wanted))) return 0;
  if (en.includes(` ${wanted}`) || about.includes(wanted) || chinese.some((name) => name.includes(wanted))) return 1;
  return about.some((word) => word.startsWith(wanted)) ? 2 : 3;
}

/** All emoji but those that are offered at once, in the order of Unicode: {@link listed}. */
export async function fetchOthers() {
  const [{ inChinese }, answer] = await Promise.all([import('./emoji-chinese.js'), fetch(import.meta.resolve('emojilib'))]);
  if (!answer.ok) throw new Error(`emoji: ${answer.status}`);
  return listed(await answer.json(), inChinese);
}

/**
 * @param library emojilib's: for each emoji its name, and words for what it is about
 * @param inChinese gives the names of an emoji, the usual one first
 * @returns for each `{emoji, en, zh, chinese, about}`: its names, `zh` of them only if it has one, all in Chinese by which it is looked for, and words
 */
export function listed(library, inChinese) {
  const offered = new Set(EMOJI.map(({ emoji }) => emoji));
  const others = Object.entries(library).filter(([emoji]) => !offered.has(emoji));
  return others.map(([emoji, [name, ...about]]) => {
    const names = inChinese(emoji);
    const chinese = names.map((each) => each.toLowerCase());
    return { emoji, en: name.replaceAll('_', ' '), zh: names[0], chinese, about };
  });
}
