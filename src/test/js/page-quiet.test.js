import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Chat } from '../../../webapp/app/models/chat.js';
import { DoNotDisturb } from '../../../webapp/app/models/do-not-disturb.js';
import { Quiet } from '../../../webapp/app/models/quiet.js';
import { Clock, ada, grace, page } from './page-fixtures.js';

const OWN = 1;
const NIGHT = { from: '18:30', to: '08:00', zone: 'Europe/Berlin' };
let client;
let shelf;
let chat;
let server; // what it answers: {head, rooms, quiet}
let asked;

beforeEach(() => {
  const first = page();
  first.chat.close();
  ({ client, shelf } = first);
  server = { head: 10, rooms: [], quiet: {} };
  asked = [];
  client.http.ask = async (...request) => {
    asked.push(request);
    return request[0] === 'GET' && request[1] === 'api/preferences' ? server : {};
  };
  chat = new Chat(client, ada, shelf, new Clock());
});

const quiet = () => chat.preferences.quiet;
const tell = (body, sequence = 11) => client.fire('event', { log: OWN, sequence, type: 'quiet', body });

function welcome(account = { epoch: 'e', position: 10 }) {
  client.account = { ...ada, log: OWN, ...account };
  client.fire('welcome');
}

/** A moment of the 29th of November. */
const at = (time) => new Date(`2026-11-29T${time}:00Z`);
const states = (...times) => times.map((time) => quiet().isAt(at(time)));

describe('quiet', () => {
  it('is not until it is wanted', () => {
    assert.deepEqual([quiet().until, quiet().hours, quiet().isAt(at('23:00'))], [0, undefined, false]);
  });

  it('is from one time to another, over midnight too, as the clocks of its zone go', () => {
    quiet().take({ quietHours: NIGHT });
    assert.deepEqual(states('17:29', '17:30', '23:00', '06:59', '07:00'), [false, true, true, true, false]);
    quiet().take({ quietHours: { from: '12:00', to: '13:00', zone: 'Asia/Kolkata' } });
    assert.deepEqual(states('06:29', '06:30', '07:30'), [false, true, false]);
    quiet().take({ quietHours: { from: '00:00', to: '06:00', zone: 'UTC' } });
    assert.deepEqual(states('23:59', '00:00', '00:30', '06:00'), [false, true, true, false]);
  });

  it('goes with the summer of its zone', () => {
    quiet().take({ quietHours: NIGHT });
    const summer = (time) => quiet().isAt(new Date(`2026-07-01T${time}:00Z`));
    assert.deepEqual(['16:29', '16:30', '05:59', '06:00'].map(summer), [false, true, true, false]);
  });

  it('is all day from a time to the same', () => {
    quiet().take({ quietHours: { from: '00:00', to: '00:00', zone: 'UTC' } });
    assert.deepEqual(states('00:00', '00:01', '23:59'), [true, true, true]);
  });

  it('goes by the clock of a device that does not know the zone', () => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    quiet().take({ quietHours: { ...NIGHT, zone: here } });
    const known = states('00:00', '06:00', '12:00', '18:00');
    quiet().take({ quietHours: { ...NIGHT, zone: 'Moon/Tycho' } });
    assert.deepEqual(states('00:00', '06:00', '12:00', '18:00'), known);
    assert.deepEqual(new Set(known).size, 2, 'premise');
  });

  it('is until a moment, or until they say otherwise', () => {
    quiet().take({ doNotDisturb: { until: at('12:00').getTime() } });
    assert.deepEqual(states('11:59', '12:00'), [true, false]);
    quiet().take({ doNotDisturb: {} });
    assert.deepEqual([quiet().until, ...states('12:00')], [Infinity, true]);
  });
});

describe('what a person wants of it', () => {
  it('comes with what they want of their rooms, and follows the other devices', async () => {
    server.quiet = { quietHours: NIGHT };
    welcome();
    await setImmediate();
    assert.deepEqual(quiet().hours, NIGHT);
    assert.equal(asked.filter(([, path]) => path === 'api/preferences').length, 1);
    tell({ doNotDisturb: {} });
    assert.deepEqual([quiet().hours, quiet().until], [undefined, Infinity]);
  });

  it('is, too, as what others see them, and of which words they are told', async () => {
    assert.deepEqual([quiet().shownAs, quiet().words], [null, []]);
    server.quiet = { shownAs: 'invisible', words: ['crane'] };
    welcome();
    await setImmediate();
    assert.deepEqual([quiet().shownAs, quiet().words], ['invisible', ['crane']]);
    assert.equal(new Chat(client, ada, shelf, new Clock()).preferences.quiet.shownAs, 'invisible', 'from the next start on');
    tell({});
    assert.deepEqual([quiet().shownAs, quiet().words], [null, []]);
  });

  it('is the newest, whether the answer is older than an event that came meanwhile or not', async () => {
    Object.assign(server, { head: 12, quiet: { quietHours: NIGHT } });
    welcome();
    tell({}, 12);
    await setImmediate();
    assert.deepEqual(quiet().hours, NIGHT, 'the answer is of then already');
    welcome({ epoch: 'other', position: 3 });
    tell({}, 13);
    await setImmediate();
    assert.equal(quiet().hours, undefined, 'the answer is older');
  });

  it('is asked of the server, and so when its event comes', async () => {
    welcome();
    await setImmediate();
    await quiet().want({ doNotDisturb: { lifetime: 5 } });
    assert.deepEqual(asked.at(-1), ['PATCH', 'api/preferences', { doNotDisturb: { lifetime: 5 } }]);
    assert.equal(quiet().until, 0);
  });

  it('is there from the start the next time, of that person alone', async () => {
    server.quiet = { doNotDisturb: {} };
    welcome();
    await setImmediate();
    assert.equal(new Chat(client, ada, shelf, new Clock()).preferences.quiet.until, Infinity);
    assert.equal(new Chat(client, grace, shelf, new Clock()).preferences.quiet.until, 0);
  });
});

describe('do not disturb', () => {
  it('is told until it is over, however far that is', () => {
    let now = at('10:00').getTime();
    const clock = new Clock();
    const told = [];
    const own = new Quiet(client.http, ada, shelf);
    const watch = new DoNotDisturb(own, (isOn) => told.push(isOn), clock, () => now);
    own.take({ doNotDisturb: { until: at('12:00').getTime() } });
    watch.look();
    assert.deepEqual(clock.waiting, [2 * 3_600_000]);
    now = at('12:00').getTime();
    clock.ring();
    own.take({ doNotDisturb: {} });
    watch.look();
    assert.deepEqual(clock.waiting, [12 * 3_600_000]);
    watch.close();
    assert.deepEqual([told, clock.waiting], [[true, false, true], []]);
  });
});
