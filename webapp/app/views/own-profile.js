import { html, nothing } from 'lit';
import { avatar } from './avatar.js';
import { DialogView } from './dialog.js';
import { reason } from './refusal.js';
import { MODEL } from './view.js';
import { transfer } from '../models/transfer.js';
import { words } from '../words/words.js';

/** How this person shows themself: a picture, a name, a line. */
class OwnProfileView extends DialogView {
  static properties = { chat: MODEL, refusal: { state: true }, isBusy: { state: true } };
  static follows = ['chat'];

  opened() {
    Object.assign(this, { refusal: null, isBusy: false });
    this.chat.people.profileAnew();
  }

  get #now() {
    const { account, people } = this.chat;
    return { name: account.name, displayName: account.displayName, about: '', ...people.profile(account.id) };
  }

  render() {
    if (!this.isOpen) return nothing;
    const { displayName, about } = this.#now;
    const content = html`<form class="dialog-body stack" data-test="own-profile" @submit=${(event) => this.#save(event)}>
      ${this.#picture()} ${this.#field('displayName', 'profile.name', displayName, 60, true)} ${this.#field('about', 'profile.about', about, 200)}
      ${this.refusal ? html`<p class="problem" role="alert" data-test="problem">${this.#why()}</p>` : nothing}
      <div class="dialog-foot"><button class="button main" data-test="save-profile">${words.say('status.save')}</button></div>
    </form>`;
    return this.dialog(words.say('profile.title'), content);
  }

  #picture() {
    const { displayName, picture } = this.#now;
    const choose = () => this.querySelector('input[type=file]').click();
    return html`<div class="person-card">
      ${avatar({ id: this.chat.account.id, name: displayName, picture }, 'large')}
      <div class="profile-picture">
        <button type="button" class="button" data-test="choose-picture" ?disabled=${this.isBusy} @click=${choose}>
          ${words.say('profile.choose')}
        </button>
        ${picture ? html`<button type="button" class="button" data-test="drop-picture" @click=${() => this.#drop()}>${words.say('profile.drop')}</button>` : nothing}
        <small class="soft">${words.say('profile.pictureHint')}</small>
        <input type="file" hidden accept="image/png,image/jpeg,image/gif,image/webp" data-test="picture-file" @change=${(event) => this.#send(event)} />
      </div>
    </div>`;
  }

  #field(name, label, value, most, required = false) {
    return html`<label class="field">
      <span>${words.say(label)}</span>
      <input class="input" name=${name} dir="auto" autocomplete="off" maxlength=${most} ?required=${required} data-test="profile-${name}" value=${value} />
    </label>`;
  }

  #why() {
    return this.refusal.code === 'forbidden' ? words.say('profile.elsewhere') : reason(this.refusal);
  }

  #send({ target }) {
    const [content] = target.files;
    target.value = '';
    const still = { method: 'PUT', signal: new AbortController().signal, onProgress: () => {} };
    if (content) this.#attempt(() => transfer('api/profile/picture', content, still));
  }

  #drop() {
    return this.#attempt(() => this.chat.http.ask('DELETE', 'api/profile/picture'));
  }

  /** What stays is not sent: of some accounts the name can't be changed. */
  async #save(event) {
    event.preventDefault();
    const now = this.#now;
    const changed = [...new FormData(event.target)].filter(([name, value]) => value.trim() !== now[name]);
    if (await this.#attempt(() => this.chat.http.ask('PATCH', 'api/profile', Object.fromEntries(changed)))) this.hide();
  }

  /** @returns whether it was done */
  async #attempt(act) {
    Object.assign(this, { refusal: null, isBusy: true });
    try {
      await act();
      this.chat.people.profileAnew();
      return true;
    } catch (refusal) {
      this.refusal = refusal;
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('hf-own-profile', OwnProfileView);
