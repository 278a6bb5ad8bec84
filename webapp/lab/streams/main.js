import { HoldfastClient } from '../../holdfast/index.js';
import { Preferences } from '../../app/models/preferences.js';
import { Shelf } from '../../app/models/shelf.js';
import { dress } from '../../app/views/dress.js';
import { start as clock } from './clock.js';
import { start as map } from './map.js';
import { start as score } from './score.js';
import { start as text } from './text.js';
import { start as ticker } from './ticker.js';
import { say } from './words.js';

/** Each is `start(element, client)`, shows its topic in the element, and resolves to what ends it. */
const examples = { clock, map, score, text, ticker };
const base = new URL('../../', document.baseURI);
const client = new HoldfastClient({ base: base.href });

await dress(new Preferences(new Shelf(base.pathname), navigator.languages));
document.title = `${say('title')} · Holdfast`;
document.querySelector('h1').textContent = say('title');
const sections = [...document.querySelectorAll('[data-example]')];
for (const section of sections) section.querySelector('h2').textContent = say(section.dataset.example);

if (await client.http.isSignedOut()) {
  const hint = document.querySelector('#hint');
  hint.textContent = say('sign-in');
  hint.hidden = false;
} else {
  for (const section of sections) examples[section.dataset.example](section.querySelector('div'), client);
}
