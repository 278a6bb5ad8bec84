import { html, nothing } from 'lit';
import { DialogView } from './dialog.js';
import { ALT, breaksLines, COMMAND, SWITCHER_KEYS } from './keys.js';
import { MARK_KEYS } from './marking.js';
import { words } from '../words/words.js';

const MARKS = Object.values(MARK_KEYS).map((key) => `${COMMAND} ${key}`);

/** What sends, and what breaks the line, as it was chosen. */
const ENTER = () => (breaksLines() ? [`${COMMAND} Enter`, 'Enter'] : ['Enter', 'Shift Enter']);

const KEYS = ([send, lineBreak]) => [
  ['keys.switcher', [SWITCHER_KEYS]],
  ['keys.search', [`${COMMAND} Shift F`, '/']],
  ['keys.mentions', [`${COMMAND} Shift M`]],
  ['keys.rooms', [`${ALT} ↑`, `${ALT} ↓`]],
  ['keys.unread', [`${ALT} Shift ↑`, `${ALT} Shift ↓`]],
  ['keys.onlyUnread', [`${COMMAND} Shift U`]],
  ['keys.readAll', ['Shift Esc']],
  ['keys.send', [send]],
  ['keys.break', [lineBreak]],
  ['keys.marks', MARKS],
  ['keys.edit', ['↑']],
  ['keys.choose', ['↑', '↓']],
  ['keys.complete', ['Tab']],
  ['keys.messages', ['↑', '↓']],
  ['keys.reply', ['R']],
  ['keys.thread', ['T']],
  ['keys.editMessage', ['E']],
  ['keys.react', ['A', '+']],
  ['keys.pin', ['P']],
  ['keys.link', ['C']],
  ['keys.text', ['Y']],
  ['keys.unreadFrom', ['U']],
  ['keys.delete', ['D', 'Del']],
  ['keys.images', ['←', '→']],
  ['keys.newest', ['Esc']],
  ['keys.overview', [`${COMMAND} /`, '?']],
];

/** Every key that does something here. */
class ShortcutsView extends DialogView {
  render() {
    if (!this.isOpen) return nothing;
    const rows = KEYS(ENTER()).map(([meaning, keys]) => this.#row(words.say(meaning), keys));
    return this.dialog(words.say('keys.title'), html`<dl class="dialog-body dialog-long keys" tabindex="0" data-test="shortcuts">${rows}</dl>`);
  }

  #row(meaning, keys) {
    return html`<div>
      <dt>${meaning}</dt>
      <dd>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dd>
    </div>`;
  }
}

customElements.define('hf-shortcuts', ShortcutsView);
