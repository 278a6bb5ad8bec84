import { HoldfastClient } from '../../holdfast/index.js';
import { start as clock } from './clock.js';
import { start as map } from './map.js';
import { start as score } from './score.js';
import { start as text } from './text.js';
import { start as ticker } from './ticker.js';

/** Each is `start(element, client)`, shows its topic in the element, and resolves to what ends it. */
const examples = { clock, map, score, text, ticker };
const base = new URL('../../', document.baseURI);
const client = new HoldfastClient({ base: base.href });

function say(words) {
  const hint = document.querySelector('#hint');
  hint.textContent = words;
  hint.hidden = false;
}

const isSignedOut = await client.http.isSignedOut();
if (isSignedOut) say('Sign in to the chat first, then come back.');
else
  for (const section of document.querySelectorAll('[data-example]'))
    examples[section.dataset.example](section.querySelector('div'), client);
