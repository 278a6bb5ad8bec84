import { element, tellTrouble } from './shape.js';

/** The time of the program that publishes it, each second. */
export async function start(place, client) {
  const time = element('time', { class: 'clock' }, ['--:--:--']);
  place.append(time);
  const stream = await client.stream('demo-clock', { last: 1 });
  stream.on('tick', ({ time: now }) => {
    time.textContent = now;
  });
  tellTrouble(place, stream);
  return () => stream.close();
}
