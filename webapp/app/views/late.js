import { words } from '../words/words.js';

/** What nobody sees in the first view. Until one is fetched its element is empty, and keeps what it is given. */
const VIEWS = [
  'alerting',
  'announcer',
  'typing',
  'completion',
  'writing-tools',
  'message-tools',
  'message-edit',
  'upload-tray',
  'members',
  'switcher',
  'settings-menu',
  'own-status',
  'person-card',
  'own-profile',
  'line-details',
  'thread',
  'search',
  'light-box',
  'browse-rooms',
  'find-people',
  'new-room',
  'room-menu',
  'edits',
  'pins',
  'readers',
  'room-settings',
  'unsent',
  'threads',
  'own-mentions',
  'shortcuts',
  'looking',
  'message-keys',
  'who-reacted',
];

const TOUCHES = ['pointerover', 'focusin', 'pointerdown'];

/** Whether a dialog or a menu is open: keys are its own then. */
export function isCovered() {
  return document.querySelector('dialog[open], :popover-open') !== null;
}

/** Once it is fetched its elements show what they have. @returns a promise for whether it could be had */
export function fetchView(name) {
  return Promise.all([import(`./${name}.js`), words.later()]).then(
    () => true,
    () => false,
  );
}

/** What a reader is at among messages is looked for when they first are at one: `look` is told of the message, they of who reacted; keys do something to it. */
export function lookLate(view, look) {
  const listen = () => TOUCHES.forEach((type) => view.addEventListener(type, begin));
  const begin = async (event) => {
    TOUCHES.forEach((type) => view.removeEventListener(type, begin));
    const modules = await Promise.all([import('./looking.js'), import('./message-keys.js'), import('./who-reacted.js')]).catch(() => null);
    if (!modules) return listen();
    const [{ Looking }, { MessageKeys }, { WhoReacted }] = modules;
    for (const each of [new Looking(view, look), new MessageKeys(view, look), new WhoReacted(view)]) each.take(event);
  };
  listen();
}

/** One after the other, when there is nothing else to do: a click waits for nothing then, and a line that breaks takes none of them away. */
export async function fetchAll() {
  for (const name of VIEWS) await fetchView(name);
}

/**
 * Shows a dialog, which is fetched first if it is not there yet.
 *
 * @param part the view that has it, directly or not
 * @param content properties of the dialog
 */
export async function showDialog(part, name, content = {}) {
  if (await fetchView(name)) Object.assign(part.querySelector(`hf-${name}`), content).show();
  else part.ask('not-fetched', { again: () => showDialog(part, name, content) });
}
