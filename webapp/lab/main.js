import { HoldfastClient, Refusal } from '../holdfast/index.js';
import { Preferences } from '../app/models/preferences.js';
import { Shelf } from '../app/models/shelf.js';
import { dress } from '../app/views/dress.js';
import { words } from '../app/words/words.js';
import { Lab } from './models/lab.js';
import './views/lab.js';

/** Whoever watches a line climb does not want to wait for ten minutes. */
const LOOK_MILLIS = 5_000;

const base = new URL('../', document.baseURI);

function makeClient(options) {
  return new HoldfastClient({ base: base.href, name: 'holdfast-lab/1', climbInterval: LOOK_MILLIS, ...options });
}

/** What the library has no word for. Resolves with the answer, rejects with a refusal. */
async function request(method, path, content) {
  const body = content && JSON.stringify(content);
  const asked = { method, body, headers: { 'content-type': 'application/json' } };
  const response = await fetch(new URL(path, base), asked).catch(() => null);
  if (!response) throw new Refusal('unreachable', '');
  if (response.ok) return response.status === 204 ? null : response.json();
  const { code = 'internal', message = '' } = await response.json().catch(() => ({}));
  throw new Refusal(code, message, { status: response.status });
}

words.include({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') });
await words.later(); // it has details of lines, which the page's first view has not
await dress(new Preferences(new Shelf(base.pathname), navigator.languages));

const platform = {
  WebSocket,
  EventSource,
  fetch: (url, init) => fetch(url, init),
  setTimeout: (task, millis) => setTimeout(task, millis),
  clearTimeout: (timer) => clearTimeout(timer),
  now: Date.now,
};
const lab = new Lab(makeClient, platform, request);
document.querySelector('hf-lab').lab = lab;
addEventListener('beforeunload', (event) => lab.drain?.isOn && event.preventDefault());
lab.open();
