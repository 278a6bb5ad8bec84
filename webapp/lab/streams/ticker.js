import { element, shape, tellTrouble } from './shape.js';

const MOST_PRICES = 40;
const [WIDTH, HEIGHT] = [120, 24];

/** Prices with their last minutes: the newest events of the topic, and what comes. */
export async function start(place, client) {
  const body = element('tbody');
  place.append(element('table', { class: 'ticker' }, [body]));
  const rows = new Map();
  const stream = await client.stream('demo-ticker', { last: 200 });
  stream.on('price', ({ symbol, price }) => {
    if (!rows.has(symbol)) rows.set(symbol, addRow(body, symbol));
    show(rows.get(symbol), price);
  });
  stream.on('reset', () => {
    for (const row of rows.values()) row.prices.length = 0;
  });
  tellTrouble(place, stream);
  return () => stream.close();
}

function addRow(body, symbol) {
  const price = element('td', { class: 'number' });
  const line = shape('polyline', { fill: 'none' });
  const chart = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' }, [line]);
  body.append(element('tr', { 'data-symbol': symbol }, [element('th', {}, [symbol]), price, element('td', {}, [chart])]));
  return { price, line, prices: [] };
}

function show({ price, line, prices }, now) {
  prices.push(now);
  if (prices.length > MOST_PRICES) prices.shift();
  price.textContent = now.toFixed(2);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const across = (index) => (index * WIDTH) / (MOST_PRICES - 1);
  const up = (value) => 1 + ((high - value) / (high - low || 1)) * (HEIGHT - 2);
  line.setAttribute('points', prices.map((value, index) => `${across(index)},${up(value)}`).join(' '));
}
