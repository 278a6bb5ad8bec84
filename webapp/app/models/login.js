import { Model } from './model.js';
import { Alerts } from './alerts.js';
import { Chat } from './chat.js';
import { SEARCHES } from './shelf.js';

/** Who is signed in at this browser, and the chat that is theirs. The next one gets a client that knows nobody. */
export class Login extends Model {
  #createClient;
  #shelf;
  #platform;
  #client;

  /** asking, out, in, or failed: the server did not answer. */
  state = 'asking';
  chat = null;
  alerts = null;

  /** The ways in; null: not known yet. */
  doors = null;

  constructor(createClient, shelf, platform = globalThis) {
    super();
    this.#createClient = createClient;
    this.#shelf = shelf;
    this.#platform = platform;
    this.#client = createClient();
  }

  /** Whether somebody signed in with this browser before: then they are asked to sign in, else to sign up. */
  get isKnown() {
    return this.#shelf.read('known', false);
  }

  get http() {
    return this.#client.http;
  }

  async resume() {
    this.#set('asking');
    try {
      this.#enter(await this.#client.http.session());
    } catch (refusal) {
      await (refusal.status === 401 || refusal.code === 'login_required' ? this.#arrive() : this.#set('failed'));
    }
  }

  /** Whom something before this server signed in need not be asked; but who signed out has said that they want to be. */
  async #arrive() {
    this.#shelf.write(SEARCHES, null);
    await this.lookForDoors();
    if (this.doors.principal) await this.enterAsKnown().catch(() => this.#set('out'));
    else this.#set('out');
  }

  /** A server that does not answer is heard of by whoever tries. */
  async lookForDoors() {
    this.doors = await this.#client.http.ask('GET', 'api/login').catch(() => ({}));
    this.changed();
  }

  /** As whom the server knows already that this is. */
  async enterAsKnown() {
    this.#enter(await this.#client.http.ask('POST', 'api/principal'));
  }

  async signUp(person) {
    this.#enter(await this.#client.http.signUp(person));
  }

  async signIn(credentials) {
    this.#enter(await this.#client.http.login(credentials));
  }

  /** Ends the login session at the server first: a page that merely looks signed out leaves the desk open. */
  async signOut() {
    const next = await this.#client.http.logout();
    await this.#leave();
    if (next) this.#platform.location.assign(next);
  }

  #enter(account) {
    this.#shelf.write('known', true);
    this.#client.addEventListener('signedout', () => this.#leave(), { once: true });
    this.#client.addEventListener('welcome', ({ detail }) => detail.account.id !== account.id && this.#change());
    this.chat = new Chat(this.#client, account, this.#shelf, this.#platform);
    this.alerts = new Alerts(this.#client, this.chat, this.#shelf, this.#platform);
    this.#set('in');
    this.#client.connect();
  }

  /** Another tab signed somebody else in, with the cookie that all tabs share: nothing of the person before may stay. */
  async #change() {
    const left = this.#leave();
    await Promise.all([left, this.resume()]);
  }

  async #leave() {
    const { chat, alerts } = this;
    alerts?.close();
    this.chat = null;
    this.alerts = null;
    this.doors = null;
    this.#shelf.write(SEARCHES, null);
    this.#client = this.#createClient();
    this.#set('out');
    await chat?.close();
  }

  #set(state) {
    this.state = state;
    this.changed();
  }
}
