const RANKS = ['read-only', 'member', 'moderator', 'owner'];

/** The roles that a member can be given, the least first. */
export const ROOM_ROLES = RANKS;

/**
 * What the account with this role may do in a room, so that nobody is offered what the server would refuse. The server
 * decides; this only follows it.
 */
export class Rights {
  #account;
  #room;

  constructor(account, room) {
    this.#account = account;
    this.#room = room;
  }

  get isDirect() {
    return this.#room.kind === 'direct';
  }

  get writes() {
    return this.#room.role !== 'read-only' && !this.#room.archived;
  }

  get leaves() {
    return !this.isDirect;
  }

  get addsPeople() {
    return !this.isDirect && this.#rank >= RANKS.indexOf('moderator');
  }

  /** Its name, its topic, and whether it is put away. */
  get changes() {
    return this.addsPeople;
  }

  get moderates() {
    return this.addsPeople;
  }

  get setsRoles() {
    return !this.isDirect && this.#rank >= RANKS.indexOf('owner');
  }

  /** Whether members see who has read. */
  get setsReceipts() {
    return this.setsRoles;
  }

  /** Whoever is less than oneself; an owner, everyone. Who goes by themselves leaves. */
  removes({ id, role }) {
    return id !== this.#account.id && this.addsPeople && (this.setsRoles || RANKS.indexOf(role) < this.#rank);
  }

  /** By a direct message. */
  writesTo({ id }) {
    return !this.isDirect && id !== this.#account.id && mayBegin(this.#account);
  }

  /** Whether there is anything to do with a member. */
  actsOn(member) {
    return this.setsRoles || this.writesTo(member) || this.removes(member);
  }

  /** Guests and programs are in charge of nobody; a public room that they are in is an administrator's. */
  get #rank() {
    const { role } = this.#account;
    if (role === 'admin' && this.#room.kind === 'public') return RANKS.indexOf('owner');
    return mayBegin(this.#account) ? RANKS.indexOf(this.#room.role) : RANKS.indexOf('member');
  }
}

/** Whether the account may make rooms and open direct ones. */
export function mayBegin({ role }) {
  return role !== 'guest' && role !== 'bot';
}

/** Whether it sees rooms that it is not in. */
export function mayBrowse({ role }) {
  return role !== 'guest';
}
