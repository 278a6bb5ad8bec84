import assert from 'node:assert/strict';
import { HoldfastClient, State, codes, memoryStorage } from 'holdfast';
import { Poller } from 'holdfast/poller';
import { ReliableEventSource } from 'holdfast/reliable-event-source';
import { ReliableSocket } from 'holdfast/reliable-socket';

const client = new HoldfastClient({ base: 'http://127.0.0.1:9/', storage: memoryStorage() });
assert.equal(client.state, State.IDLE);
assert.equal(codes.closeCodes[4409].name, 'replaced');
assert.throws(() => new ReliableSocket('nonsense'), { name: 'SyntaxError' });
const source = new ReliableEventSource('http://127.0.0.1:9/');
source.close();
assert.equal(source.readyState, ReliableEventSource.CLOSED);
const poller = new Poller({ request: async () => 'done', needToPoll: () => false });
poller.onresponse = ({ response }) => console.log(response);
poller.start();
