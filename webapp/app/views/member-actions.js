import { html, nothing } from 'lit';
import { MODEL, View } from './view.js';
import { reason } from './refusal.js';
import { ROOM_ROLES } from '../models/rights.js';
import { words } from '../words/words.js';

/** What one may do with one member of a room. */
class MemberActionsView extends View {
  static properties = { chat: MODEL, room: MODEL, member: MODEL, problem: { state: true } };

  render() {
    const rights = this.chat.rights(this.room);
    const { member, room } = this;
    return html`${rights.setsRoles ? this.#roles() : nothing}
    ${rights.writesTo(member) ? this.#button('write', () => this.chat.doors.openDirect(member.id)) : nothing}
    ${rights.removes(member) ? this.#button('remove', () => this.chat.membership.remove(room.log, member.id)) : nothing}
    ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}`;
  }

  #roles() {
    const choose = (event) => this.#attempt(() => this.chat.membership.make(this.room.log, this.member.id, event.target.value));
    return html`<select
      class="input"
      aria-label=${words.say('members.role', { name: this.member.displayName })}
      data-test="set-role"
      @change=${choose}
    >
      ${ROOM_ROLES.map(
        (role) => html`<option value=${role} ?selected=${role === this.member.role}>${words.say(`role.${role}`)}</option>`,
      )}
    </select>`;
  }

  #button(name, act) {
    return html`<button class="button" data-test="member-${name}" @click=${() => this.#attempt(act)}>
      ${words.say(`members.${name}`)}
    </button>`;
  }

  async #attempt(act) {
    try {
      this.problem = null;
      await act();
    } catch (refusal) {
      this.problem = reason(refusal);
      this.#showRole();
    }
  }

  /** What was chosen and refused must not stand there as if it held. */
  #showRole() {
    const select = this.querySelector('select');
    if (select) select.value = this.member.role;
  }
}

customElements.define('hf-member-actions', MemberActionsView);
