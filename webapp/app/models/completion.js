import { matching, nameIn } from './emoji.js';
import { nearest } from './nearest-people.js';

const MOST = 8;
/**
 * What stands before the caret and may be completed: `@` and a part of a name, `:` and two letters of an emoji's. One Chinese letter is
 * enough, and the colon of a Chinese keyboard, after a space: within a sentence that colon is what it is, and Enter sends. A room is `#` and a
 * letter of its name, after a space too: a number is something else, and a heading has a space behind its sign.
 */
const OPEN =
  /(?:^|[^A-Za-z0-9_@])(?<whole>[@＠](?<name>[^\s@＠]{0,60})|:(?<emoji>\p{L}{2,20})|(?<=^|\s)[:：](?<han>\p{sc=Han}{1,20})|(?<=^|\s)[#＃](?<room>\p{L}[^\s#＃]{0,60}))$/u;

/** What is being written at the caret, or null: `{from, name}`, `{from, emoji}` or `{from, room}`. */
export function openAt(text, caret) {
  const { groups } = OPEN.exec(text.slice(Math.max(0, caret - 100), caret)) ?? {};
  if (!groups) return null;
  const from = caret - groups.whole.length;
  return groups.room ? { from, room: groups.room } : { from, name: groups.name, emoji: groups.emoji ?? groups.han };
}

/**
 * What it may become, the likeliest first: `{key, text, label, hint}`, of which `text` is put in its place; an `emoji` says so.
 *
 * @param members who can be called
 * @param groups `{key, word, hint}` each: how many are called at once
 * @param others emoji that are not offered at once
 */
export function offers({ name, emoji }, members, groups, language, others) {
  if (emoji !== undefined) return matching(emoji, others).slice(0, MOST).map((each) => emojiOffer(each, language));
  const wanted = name.toLocaleLowerCase();
  const meant = groups.filter(({ word }) => word.startsWith(wanted));
  return [...nearest(members, name).slice(0, MOST).map(personOffer), ...meant.map(groupOffer)];
}

/**
 * Which rooms `#` and a part of a name may become: links to them.
 *
 * @param addressOf the whole address of a log
 */
export function roomOffers({ room }, rooms, addressOf) {
  const named = rooms.filter((each) => each.kind !== 'direct').map(({ log, name, topic }) => ({ log, name, topic, displayName: name }));
  return nearest(named, room).slice(0, MOST).map(({ log, name, topic }) => {
    // A name in it would call people.
    const text = `[#${name.replace(/[@＠]/gu, '').replace(/[\\`*_~[\]<>&]/gu, '\\$&')}](${addressOf(log)}) `;
    return { key: log, text, label: `#${name}`, hint: topic ?? '' };
  });
}

function groupOffer({ key, word, hint }) {
  return { key, text: `@${word} `, label: `@${word}`, hint };
}

function personOffer({ id, name, displayName }) {
  return { key: id, text: `@${name} `, label: displayName, hint: displayName === name ? '' : `@${name}` };
}

function emojiOffer(one, language) {
  const { emoji } = one;
  return { key: emoji, emoji, text: emoji, label: `${emoji} ${nameIn(one, language)}`, hint: '' };
}
