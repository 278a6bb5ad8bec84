import { say } from './words.js';

/**
 * An element with what is in it.
 * @param {string} name
 * @param {Record<string, string|number>} [attributes]
 * @param {(Node|string)[]} [children]
 */
export function element(name, attributes = {}, children = []) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * The same of SVG.
 * @param {string} name
 * @param {Record<string, string|number>} [attributes]
 * @param {(Node|string)[]} [children]
 */
export function shape(name, attributes = {}, children = []) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/**
 * Says below an example what its stream does when it does not stand.
 * @param {HTMLElement} place
 * @param {import('../../holdfast/topic-stream.js').TopicStream} stream
 */
export function tellTrouble(place, stream) {
  const line = element('p', { class: 'trouble', role: 'status' });
  place.append(line);
  const tell = (words) => {
    line.textContent = words;
  };
  stream.on('open', () => tell(''));
  stream.on('error', () => tell(say('reconnecting')));
  stream.on('close', ({ name }) => tell(say(name)));
}
