import { shape, tellTrouble } from './shape.js';

const SIZE = 100;
const STREETS = [12, 34, 62, 86];
const SPACING_MILLIS = 100;
const GONE_MILLIS = 10_000;

/** Who is where: an ephemeral topic, of which only the newest counts. Move the pointer, and others see you. */
export async function start(place, client) {
  const map = shape('svg', { class: 'map', viewBox: `0 0 ${SIZE} ${SIZE}` }, STREETS.flatMap(street));
  place.append(map);
  const dots = new Map();
  const stream = await client.stream('demo-map', { last: 50 });
  stream.on('position', (position) => {
    move(map, dots, position);
  });
  map.addEventListener('pointermove', sparingly((event) => report(stream, map, event)));
  const sweep = setInterval(() => forget(dots), 1_000);
  tellTrouble(place, stream);
  return () => {
    clearInterval(sweep);
    stream.close();
  };
}

function street(at) {
  const ends = { class: 'street' };
  return [
    shape('line', { ...ends, x1: at, y1: 0, x2: at, y2: SIZE }),
    shape('line', { ...ends, x1: 0, y1: at, x2: SIZE, y2: at }),
  ];
}

function move(map, dots, { who, x, y }) {
  const dot = dots.get(who) ?? { mark: shape('g', { 'data-who': who }, [shape('circle', { r: 2.5 }), label(who)]) };
  if (!dots.has(who)) map.append(dot.mark);
  dot.seenAt = Date.now();
  dots.set(who, dot);
  dot.mark.setAttribute('transform', `translate(${x} ${y})`);
}

function label(who) {
  return shape('text', { x: 4, y: 1.5 }, [who]);
}

/** Nobody says goodbye: who was not heard of for a while is gone. */
function forget(dots) {
  for (const [who, { mark, seenAt }] of dots) {
    if (Date.now() - seenAt < GONE_MILLIS) continue;
    mark.remove();
    dots.delete(who);
  }
}

function report(stream, map, { clientX, clientY }) {
  const { left, top, width, height } = map.getBoundingClientRect();
  const [x, y] = [(clientX - left) / width, (clientY - top) / height].map((part) => Math.round(part * SIZE));
  // One that is lost is made good by the next.
  stream.emit('position', { who: 'visitor', x, y }).catch(() => {});
}

function sparingly(work) {
  let next = 0;
  return (event) => {
    if (event.timeStamp < next) return;
    next = event.timeStamp + SPACING_MILLIS;
    work(event);
  };
}
