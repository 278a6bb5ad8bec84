const FIRST_WORDS = 'retry: 2000\n: holdfast\n\n';

/**
 * All roads between one client and the server: sockets, streams, requests. Chance decides what moves next; what
 * stands in between may forbid sockets, keep streams back, or swallow what it likes.
 */
export class Roads {
  /** What does not get through: sockets, streams, http; or is only kept back: slow sockets, slow streams. */
  blocked = new Set();
  /** Whether polls may be answered wrongly. */
  spoils = true;
  #server;
  #chance;
  #platform;
  #account;
  /** Requests that the server has taken up. */
  #taken = new Map();
  /** Whose other end has fallen silent. */
  #silent = new WeakSet();

  constructor(server, chance, platform, account) {
    this.#server = server;
    this.#chance = chance;
    this.#platform = platform;
    this.#account = account;
    server.serve(platform, account);
    platform.hold();
  }

  /** What carries, or would carry, the chat. */
  get open() {
    return [...this.#sockets('/chat'), ...this.#requests('sse/chat'), ...this.#requests('api/poll')];
  }

  get isIdle() {
    return this.#movable(true).length === 0;
  }

  /** One thing moves one step on. */
  step() {
    const movable = this.#movable(false);
    if (movable.length > 0) this.#chance.pick(movable)();
  }

  /** Something that was open ends, and what the client said last may have got through. */
  cut() {
    const all = [...this.#platform.openSockets, ...this.#platform.openRequests];
    if (all.length === 0) return;
    const victim = this.#chance.pick(all);
    if (victim.path && this.#chance.oneIn(2)) this.#obey(victim);
    if (victim.path) victim.cut();
    else victim.end(this.#chance.pick([1001, 1006, 1009, 1012, 4408]));
  }

  /** The other end is gone, and nobody tells. */
  silence() {
    const all = [...this.#platform.openSockets, ...this.#platform.openRequests];
    if (all.length > 0) this.#silent.add(this.#chance.pick(all));
  }

  /** What the client gave up reaches the server all the same, late. */
  arriveLate() {
    const late = this.#platform.held.filter((each) => each.state === 'given up' && !this.#taken.has(each));
    if (late.length > 0) this.#obey(this.#chance.pick(late));
  }

  calm() {
    this.spoils = false;
    this.blocked.clear();
    this.#silent = new WeakSet();
  }

  #sockets(ending) {
    return this.#platform.openSockets.filter(({ url }) => url.endsWith(ending));
  }

  #requests(path) {
    return this.#platform.openRequests.filter((request) => request.path.endsWith(path));
  }

  /** @param {boolean} soon  without what only waits for something to happen */
  #movable(soon) {
    const speaks = (each) => !this.#silent.has(each);
    return [
      ...this.#sockets('')
        .filter(speaks)
        .flatMap((socket) => this.#socketMoves(socket)),
      ...this.#platform.openRequests.filter(speaks).flatMap((request) => this.#requestMoves(request, soon)),
    ];
  }

  #socketMoves(socket) {
    if (socket.readyState === 0) return this.blocked.has('slow sockets') ? [] : [() => this.#openSocket(socket)];
    if (socket.url.endsWith('heartbeat')) return socket.sent.length > 0 ? [() => socket.sayText('pong')] : [];
    const wire = this.#server.open.find(({ end }) => end === socket);
    const moves = wire?.up.length > 0 ? [() => this.#server.obey(wire)] : [];
    return wire?.down.length > 0 ? [...moves, () => this.#deliver(wire)] : moves;
  }

  #openSocket(socket) {
    if (this.blocked.has('sockets')) socket.end(1006);
    else socket.accept();
  }

  #requestMoves(request, soon) {
    if (request.state === 'streaming') return this.#streamMoves(request);
    if (this.blocked.has('http')) return [() => request.fail()];
    const waits = request.path.endsWith('poll') && request.body.wait > 0;
    return soon && waits && !this.#hasNews(request) ? [] : [() => this.#take(request)];
  }

  #streamMoves(request) {
    const wire = this.#taken.get(request);
    return wire?.down.length > 0 && !this.blocked.has('slow streams') ? [() => this.#deliver(wire)] : [];
  }

  #deliver({ end, down }) {
    const frames = down.splice(0, 1 + this.#chance.below(4)).flat();
    const close = frames.findIndex(({ type }) => type === 'close');
    const before = close < 0 ? frames : frames.slice(0, close);
    if (before.length > 0) end.say(...before);
    if (close < 0) return;
    const { code } = frames[close].data;
    if (end.path) end.sayText(`event: close\ndata: {"code":${code}}\n\n`);
    else end.end(code);
  }

  /** A request arrives; perhaps twice, as some proxies try again. */
  #take(request) {
    if (this.#chance.oneIn(30))
      return request.answer({}, this.#chance.pick([429, 500, 502, 503]), { 'retry-after': '1' });
    if (this.#chance.oneIn(20)) this.#obey(request);
    this.#obey(request)?.();
  }

  /** @returns {(() => void)|undefined} brings the answer */
  #obey(request) {
    const { path, body } = request;
    if (!this.#taken.has(request)) this.#taken.set(request, null);
    if (path.endsWith('sse/chat')) return this.#begin(request);
    if (path.endsWith('api/poll')) return this.#poll(request);
    if (path.endsWith('api/reconnect'))
      return () => !this.blocked.has('slow streams') && request.stream().sayText(FIRST_WORDS);
    if (path.endsWith('api/session')) return () => request.answer(this.#account);
    const answers = this.#server.answers(this.#account, body);
    return () => request.answer(answers);
  }

  #begin(request) {
    if (this.blocked.has('streams')) return () => request.answer('<html>', 404);
    const wire = this.#server.wire(request, this.#account);
    this.#taken.set(request, wire);
    this.#server.hello(wire, request.body);
    return () => {
      request.stream();
      if (!this.blocked.has('slow streams')) request.sayText(FIRST_WORDS);
    };
  }

  #poll(request) {
    const { positions, wait, session, turn } = request.body;
    const welcome = this.#server.welcome(this.#account, request.body);
    if (!this.#server.replace(welcome.data.session, turn)) return () => end(request);
    for (const older of this.#requests('api/poll'))
      if (older !== request && older.body.session === session) this.#endPoll(older);
    if (wait > 0 && !this.#hasNews(request) && !this.#chance.oneIn(4)) return;
    const [room] = welcome.data.rooms;
    const isKnown = positions[1]?.sequence === room.position && !room.reset;
    const news = this.#spoilt(this.#server.after(welcome).slice(0, 1 + this.#chance.below(9)));
    const next = { type: 'next', data: { cursor: '', after: wait > 0 ? 0 : 2000 } };
    return () => request.answer([...(isKnown ? [] : [welcome]), ...news, next]);
  }

  #spoilt(news) {
    if (news.length < 2 || !this.spoils || !this.#chance.oneIn(8)) return news;
    return [...this.#chance.spoil(news), ...news.slice(2)];
  }

  #endPoll(request) {
    if (this.#taken.has(request)) end(request);
  }

  #hasNews({ body }) {
    return body.positions[1]?.sequence !== this.#server.head;
  }
}

function end(request) {
  request.answer([{ type: 'closed', data: { code: 4409 } }]);
}
