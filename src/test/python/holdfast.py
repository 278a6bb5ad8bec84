"""A client of Holdfast, written from src/docs/protocol-v1.md alone. holdfast.py ADDRESS NAME PASSWORD ROOM: signs in, joins the
room, posts each line of its input until that ends, and writes what happens to it as lines of JSON."""

import json
import select
import sys
import time
import uuid

from server import PATIENCE, Server
from websocket import Closed, WebSocket

LEFT, GAP, SILENT = 1000, 4000, 4001
STOP = {1000, 4400, 4403, 4409, 4426}
LOG_IN = {1008, 4401}


def tell(what, **more):
    print(json.dumps({'what': what, **more}), flush=True)


class Client:
    def __init__(self, server, room):
        self.server, self.room = server, room
        self.session = {}  # what hello says to go on with it
        self.turn, self.rest = 0, 0
        self.logs = {}  # log id: [epoch, last sequence applied]
        self.suspects = {}  # log id: last sequence applied when its head was ahead
        self.outbox = {}  # client message id: text, in the order of the posts
        self.later = {}  # client message id: when to send it again

    def run(self, lines):
        code = None
        while code not in STOP and (code not in LOG_IN or self.server.is_signed_in()):
            if code:
                self.server.wait_for_turn(self.rest)
            try:
                with WebSocket(self.server.socket(), self.server.cookie(), PATIENCE) as self.socket:
                    self.hello()
                    self.converse(lines)
            except Closed as end:
                code = end.code
                tell('ended', code=code)

    def hello(self):
        self.live, self.interval, self.limit, self.rest = False, PATIENCE, 2 * PATIENCE, 0
        self.heard = time.monotonic()
        self.turn += 1
        points = {log: {'epoch': epoch, 'sequence': last} for log, (epoch, last) in self.logs.items()}
        self.send('hello', {'protocol': 1, 'turn': self.turn, 'positions': points, 'mood': ['the', 'day'], **self.session})

    def converse(self, lines):
        while True:
            for ready in select.select([self.socket, lines], [], [], 0.1)[0]:
                self.take() if ready is self.socket else self.post(lines.readline().decode())
            now = time.monotonic()
            if now - self.heard >= self.limit:
                raise Closed(SILENT)  # section 5
            if self.live and now - self.sent >= self.interval:
                self.send('ping', {})
            for message in [message for message, due in self.later.items() if due <= now]:
                self.send_again(message)

    def take(self):
        for frames in self.socket.read():
            self.heard = time.monotonic()
            for frame in frames or ():
                getattr(self, 'on_' + frame['type'], lambda unknown: None)(frame['data'])

    def send(self, kind, data):
        self.sent = time.monotonic()
        # Nobody knows 'mood' and 'colour': section 2.
        self.socket.send({'type': kind, 'colour': 'blue', 'data': data})

    def post(self, line):
        """Section 4: it stays in the outbox until it is acknowledged or refused for good."""
        if not line:
            raise Closed(LEFT)
        message = str(uuid.uuid4())
        self.outbox[message] = line.rstrip('\n')
        tell('posted', id=message, text=self.outbox[message])
        if self.live:
            self.send_again(message)

    def send_again(self, message):
        self.later.pop(message, None)
        tell('sent', id=message)
        self.send('post', {'id': message, 'room': self.room, 'text': self.outbox[message], 'mood': None})

    def on_welcome(self, data):
        self.session, self.account = {'session': data['session']}, data['account']
        self.interval, self.limit = data['timings']['pingInterval'] / 1000, data['timings']['silenceLimit'] / 1000
        states = {state['log']: state for state in [self.account, *data['rooms']]}
        self.logs = {log: point for log, point in self.logs.items() if log in states}
        for state in states.values():
            self.on_reset(state)
        self.live = True
        tell('live')
        for message in self.outbox:
            self.send_again(message)

    def on_reset(self, state):
        """Section 3.1: where the server goes on is where we are, or all that we have of the log is forgotten."""
        point = [state['epoch'], state['position']]
        if self.logs.get(state['log']) != point or 'reset' in state:
            self.logs[state['log']] = point
            tell('begins', log=state['log'], position=state['position'], reset=state.get('reset'))

    def on_event(self, data):
        log, sequence = data['log'], data['sequence']
        if log not in self.logs or sequence <= self.logs[log][1]:
            return
        if sequence > self.logs[log][1] + 1:
            raise Closed(GAP)
        self.logs[log][1] = sequence
        tell('event', event=data)
        # Up to the head of the welcome its rooms tell all that there is to tell of rooms.
        if data['type'] == 'room-left' and sequence > self.account['head']:
            self.logs.pop(data['body']['room'], None)

    def on_heads(self, data):
        """Section 3.3: a head that stays ahead of us is a gap."""
        ahead = {log: last for log, (_, last) in self.logs.items() if data['heads'].get(str(log), 0) > last}
        if any(self.suspects.get(log) == last for log, last in ahead.items()):
            raise Closed(GAP)
        self.suspects = ahead

    def on_ack(self, data):
        if self.outbox.pop(data['id'], None) is not None:
            tell('acked', ack=data)

    def on_refused(self, data):
        tell('refused', refusal=data)
        if not data['retryable']:
            self.outbox.pop(data.get('id'), None)
        elif data.get('id') in self.outbox:
            self.later[data['id']] = time.monotonic() + data.get('retryAfter', 1000) / 1000

    def on_bye(self, data):
        self.rest = data['after'] / 1000


if __name__ == '__main__':
    address, name, password, room = sys.argv[1:]
    # Its input without a buffer, in which lines would hide from select.
    Client(Server(address).join(name, password, room), int(room)).run(open(0, 'rb', buffering=0))
