import { element, tellTrouble } from './shape.js';
import { say } from './words.js';

/** A match: what happens comes from the ground, and applause goes back. */
export async function start(place, client) {
  const score = element('output', { class: 'score' }, ['0 : 0']);
  const news = element('ol', { class: 'news' });
  const applaud = element('button', { type: 'button' }, [say('applaud')]);
  place.append(score, news, applaud);
  let claps = 0;
  const stream = await client.stream('demo-match', { last: 20 });
  stream.on('goal', ({ home, guest, minute, by }) => {
    score.textContent = `${home} : ${guest}`;
    news.prepend(element('li', {}, [`${minute}′ ${by}`]));
    while (news.children.length > 3) news.lastChild.remove();
  });
  stream.on('kick-off', () => {
    score.textContent = '0 : 0';
    news.replaceChildren();
  });
  stream.on('applause', () => {
    applaud.textContent = `${say('applaud')} · ${++claps}`;
  });
  applaud.addEventListener('click', () => {
    stream.emit('applause').catch(({ message }) => applaud.replaceChildren(message));
  });
  tellTrouble(place, stream);
  return () => stream.close();
}
