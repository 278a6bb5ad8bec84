import { html, nothing } from 'lit';
import { MODEL } from './view.js';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { words } from '../words/words.js';

/** Asks for a name, a topic and who is to see it, and makes a room of them. */
class NewRoomView extends DialogView {
  static properties = { chat: MODEL, refusal: { state: true }, isBusy: { state: true } };

  opened() {
    this.refusal = null;
  }

  render() {
    if (!this.isOpen) return nothing;
    return this.dialog(words.say('rooms.new'), this.#form());
  }

  #form() {
    return html`<form class="dialog-body" @submit=${(event) => this.#create(event)}>
      <label class="field">
        <span>${words.say('rooms.name')}</span>
        <input
          class="input"
          name="name"
          required
          maxlength="60"
          dir="auto"
          autofocus
          autocomplete="off"
          data-test="room-name"
        />
      </label>
      <label class="field">
        <span>${words.say('rooms.topic')}</span>
        <input class="input" name="topic" maxlength="250" dir="auto" autocomplete="off" data-test="room-topic" />
        <small>${words.say('rooms.topicHint')}</small>
      </label>
      <label class="check">
        <input type="checkbox" name="kind" value="private" data-test="room-private" />
        <span>${words.say('rooms.makePrivate')}<small>${words.say('rooms.privateHint')}</small></span>
      </label>
      ${this.refusal ? html`<p class="problem" role="alert" data-test="problem">${reason(this.refusal)}</p>` : nothing}
      <div class="dialog-foot">
        <button type="button" class="button" @click=${() => this.hide()}>${words.say('cancel')}</button>
        <button class="button main" ?disabled=${this.isBusy} data-test="create-room">
          ${words.say('rooms.create')}
        </button>
      </div>
    </form>`;
  }

  async #create(event) {
    event.preventDefault();
    if (this.isBusy) return;
    const { name, topic, kind = 'public' } = Object.fromEntries(new FormData(event.target));
    this.isBusy = true;
    try {
      await this.chat.doors.create({ name: name.trim(), topic: topic.trim(), kind });
      this.hideInto();
    } catch (refusal) {
      this.refusal = refusal;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('hf-new-room', NewRoomView);
