const SYMBOLS = { HOLD: 42, FAST: 17.5, ROPE: 99.9 };
const PLAYERS = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Niklaus'];
const LAST_MINUTE = 90;
const GOAL_CHANCE = 0.1;
/** Of what the bus and the tram go to and fro. */
const [MIDDLE, REACH] = [48, 26];

/** What happens in the demonstration, second by second: a clock, prices, a match, and who drives where. */
export class Plot {
  #random;
  #prices = { ...SYMBOLS };
  #minute = LAST_MINUTE;
  #score = { home: 0, guest: 0 };
  #angle = 0;

  constructor(random = Math.random) {
    this.#random = random;
  }

  /** @returns {{topic: string, event: string, data: object}[]} */
  next(now) {
    return [this.#tick(now), ...this.#trade(), ...this.#play(), ...this.#drive()];
  }

  #tick(now) {
    return { topic: 'demo-clock', event: 'tick', data: { time: new Date(now).toTimeString().slice(0, 8) } };
  }

  #trade() {
    return Object.keys(this.#prices).map((symbol) => {
      const price = Math.max(1, this.#prices[symbol] * (1 + (this.#random() - 0.5) / 50));
      this.#prices[symbol] = price;
      return { topic: 'demo-ticker', event: 'price', data: { symbol, price: Number(price.toFixed(2)) } };
    });
  }

  #play() {
    const kickOff = ++this.#minute > LAST_MINUTE ? this.#kickOff() : [];
    return this.#random() < GOAL_CHANCE ? [...kickOff, this.#goal()] : kickOff;
  }

  #kickOff() {
    this.#minute = 0;
    this.#score = { home: 0, guest: 0 };
    return [{ topic: 'demo-match', event: 'kick-off', data: {} }];
  }

  #goal() {
    this.#score[this.#random() < 0.5 ? 'home' : 'guest']++;
    const by = PLAYERS[Math.floor(this.#random() * PLAYERS.length)];
    return { topic: 'demo-match', event: 'goal', data: { ...this.#score, minute: this.#minute, by } };
  }

  #drive() {
    this.#angle += 0.1;
    const at = (x, y) => ({ x: Number(x.toFixed(1)), y: Number(y.toFixed(1)) });
    const [across, down] = [Math.cos, Math.sin].map((side) => MIDDLE + REACH * side(this.#angle));
    const drives = { 'bus 12': at(across, 34), 'tram 7': at(62, down) };
    return Object.entries(drives).map(([who, place]) => ({ topic: 'demo-map', event: 'position', data: { who, ...place } }));
  }
}
