import { HoldfastClient } from '../holdfast/client.js';
import { indexedDbStorage } from '../holdfast/storage-indexeddb.js';
import { Login } from './models/login.js';
import { Preferences } from './models/preferences.js';
import { Shelf } from './models/shelf.js';
import { roomInAddress } from './views/address.js';
import { dress } from './views/dress.js';
import './views/app.js';

/** Begins the page. */
export async function start() {
  const place = new URL('./', document.baseURI).pathname;
  const shelf = new Shelf(place);
  const preferences = new Preferences(shelf, navigator.languages);
  const dressed = dress(preferences);
  // Who this is, is asked while the texts are on their way.
  const login = new Login(() => client(place), shelf);
  login.resume();
  await dressed;
  Object.assign(document.querySelector('hf-app'), { preferences, login });
}

function client(place) {
  const storage = indexedDbStorage(`holdfast ${place}`);
  const made = new HoldfastClient({ base: './', name: 'holdfast-page/1', storage, shared: true });
  // It connects before there is a view that knows.
  made.first = roomInAddress() ?? undefined;
  return made;
}
