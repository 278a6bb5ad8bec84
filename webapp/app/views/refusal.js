import { words } from '../words/words.js';

/** Why something was refused, in the reader's language; the server's own words only where this page has none. */
export function reason(refusal) {
  const key = `refused.${refusal?.code}`;
  if (refusal?.code === 'bad_field' && refusal.message && words.locale.startsWith('en')) return refusal.message;
  if (words.has(key)) return words.say(key);
  return refusal?.status && refusal.message ? refusal.message : words.say('refused.unknown');
}
