import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** What those in charge of a room may change of it. */
class RoomSettingsView extends DialogView {
  static properties = { chat: MODEL, room: MODEL, refusal: { state: true }, isBusy: { state: true } };

  opened() {
    this.refusal = null;
  }

  render() {
    if (!this.isOpen) return nothing;
    const { name, topic, archived } = this.room;
    return this.dialog(
      words.say('rooms.settings'),
      html`<form class="dialog-body" @submit=${(event) => this.#save(event)}>
        ${this.#field('name', 'rooms.name', name, 60)} ${this.#field('topic', 'rooms.topic', topic, 250)}
        ${this.refusal ? html`<p class="problem" role="alert" data-test="problem">${reason(this.refusal)}</p>` : nothing}
        ${this.chat.rights(this.room).setsReceipts ? this.#receipts() : nothing}
        <p class="soft">${words.say(archived ? 'rooms.unarchiveHint' : 'rooms.archiveHint')}</p>
        <div class="dialog-foot">
          <button type="button" class="button" data-test="archive-room" @click=${() => this.#change({ archived: !archived })}>
            ${words.say(archived ? 'rooms.unarchive' : 'rooms.archive')}
          </button>
          <button class="button main" ?disabled=${this.isBusy} data-test="save-room">${words.say('message.save')}</button>
        </div>
      </form>`,
    );
  }

  #field(name, label, value, most) {
    return html`<label class="field">
      <span>${words.say(label)}</span>
      <input
        class="input"
        name=${name}
        .value=${value}
        ?required=${name === 'name'}
        maxlength=${most}
        dir="auto"
        autocomplete="off"
        data-test="change-${name}"
      />
    </label>`;
  }

  #receipts() {
    return html`<label class="check">
      <input type="checkbox" name="receipts" .checked=${this.room.receipts ?? false} data-test="change-receipts" />
      <span>${words.say('receipts.title')}<small>${words.say('receipts.hint')}</small></span>
    </label>`;
  }

  #save(event) {
    event.preventDefault();
    const { name, topic, receipts } = event.target.elements;
    const own = receipts ? { receipts: receipts.checked } : {};
    return this.#change({ name: name.value.trim(), topic: topic.value.trim(), ...own });
  }

  async #change(settings) {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await this.chat.membership.change(this.room.log, settings);
      this.hide();
    } catch (refusal) {
      this.refusal = refusal;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('hf-room-settings', RoomSettingsView);
