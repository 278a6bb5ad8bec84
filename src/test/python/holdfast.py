"""A client of Holdfast, written from src/docs/protocol-v1.md alone; the sections are named.

holdfast.py ADDRESS NAME PASSWORD ROOM: signs in, joins the room, posts each line of its input, and writes what happens to it
as lines of JSON, until its input ends.
"""

import json
import random
import select
import sys
import time
import uuid
from http.cookies import SimpleCookie
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from websocket import Closed, WebSocket

LEFT, GAP, SILENT = 1000, 4000, 4001
STOP = {1000, 4400, 4403, 4409, 4426}
LOG_IN = {1008, 4401}
CONNECT_PATIENCE = 5


def tell(what, **more):
    print(json.dumps({'what': what, **more}), flush=True)


class Http:
    """Section 6."""

    def __init__(self, base):
        self.base = base
        self.cookie = ''

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {'Content-Type': 'application/json', 'Cookie': self.cookie}
        request = Request(self.base + path, data, headers, method=method)
        return urlopen(request, timeout=CONNECT_PATIENCE)

    def login(self, name, password):
        with self.ask('POST', 'api/login', {'name': name, 'password': password}) as answer:
            cookies = SimpleCookie(answer.headers['Set-Cookie'])
        self.cookie = '; '.join(f'{each.key}={each.value}' for each in cookies.values())

    def is_signed_in(self):
        try:
            return self.ask('GET', 'api/session').status == 200
        except HTTPError as refusal:
            return refusal.code != 401
        except OSError:
            return True

    def slot(self):
        """Section 5.2: how many seconds until our turn; None: ask again after a backoff."""
        name = ''
        with self.ask('GET', 'api/reconnect') as stream:
            for line in (each.decode().rstrip('\r\n') for each in stream):
                if line.startswith('event:'):
                    name = line[6:].strip()
                elif line.startswith('data:') and name == 'notice':
                    return json.loads(line[5:])['after'] / 1000
                elif line.startswith('data:') and name == 'close':
                    return None
        return None


class Client:
    def __init__(self, http, room):
        self.http = http
        self.room = room
        self.session = None
        self.turn = 0
        self.logs = {}  # log id: [epoch, last sequence applied]
        self.suspects = {}
        self.outbox = {}  # client message id: text, in the order of the posts
        self.later = {}  # client message id: when to send it again
        self.account = {}
        self.socket = None

    def connect(self):
        self.live, self.bye, self.interval, self.limit = False, None, 10, 10
        self.socket = WebSocket('ws' + self.http.base[4:] + 'ws/chat', self.http.cookie, CONNECT_PATIENCE)
        self.sent = self.heard = self.opened = time.monotonic()
        points = {str(log): {'epoch': epoch, 'sequence': last} for log, (epoch, last) in self.logs.items()}
        self.turn += 1
        mood = {'of': ['the', 'day']}
        hello = {'protocol': 1, 'turn': self.turn, 'positions': points, 'client': 'page reader', 'mood': mood}
        self.send('hello', hello | ({'session': self.session} if self.session else {}))

    def send(self, kind, data):
        self.sent = time.monotonic()
        # Nobody knows 'mood' and 'colour': section 2.
        self.socket.send({'type': kind, 'colour': 'blue', 'data': data})

    def post(self, text):
        """Section 4: it stays in the outbox until it is acknowledged or refused for good."""
        message = str(uuid.uuid4())
        self.outbox[message] = text
        tell('posted', id=message, text=text)
        if self.socket and self.live:
            self.send_again(message)

    def send_again(self, message):
        self.later.pop(message, None)
        tell('sent', id=message)
        self.send('post', {'id': message, 'room': self.room, 'text': self.outbox[message], 'mood': None})

    def wait(self, sources):
        """Section 5: pings when it has said nothing, gives up when it hears nothing. Gives the sources that have something."""
        now = time.monotonic()
        if now - self.heard >= self.limit:
            raise Closed(SILENT)
        if self.live and now - self.sent >= self.interval:
            self.send('ping', {})
        for message in [message for message, due in self.later.items() if due <= now]:
            self.send_again(message)
        until = min(self.heard + self.limit, self.sent + self.interval, *self.later.values()) - now
        return select.select(sources, [], [], max(0.01, until))[0]

    def take(self):
        for frames in self.socket.read():
            self.heard = time.monotonic()
            for frame in frames or ():
                handler = getattr(self, 'on_' + frame['type'], None)
                if handler:
                    handler(frame['data'])

    def on_welcome(self, data):
        self.session, self.account = data['session'], data['account']
        self.interval, self.limit = data['timings']['pingInterval'] / 1000, data['timings']['silenceLimit'] / 1000
        states = [self.account, *data['rooms']]
        self.logs = {log: point for log, point in self.logs.items() if log in {state['log'] for state in states}}
        for state in states:
            self.begin(state)
        self.live = True
        tell('live')
        for message in self.outbox:
            self.send_again(message)

    def begin(self, state):
        """Section 3.1: where the server goes on is where we are, or all that we have of the log is forgotten."""
        point = [state['epoch'], state['position']]
        if self.logs.get(state['log']) == point and 'reset' not in state:
            return
        self.logs[state['log']] = point
        tell('begins', log=state['log'], position=state['position'], reset=state.get('reset'))

    def on_reset(self, data):
        self.begin(data)

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
        logs = {int(log): head for log, head in data['heads'].items()}
        ahead = {log: self.logs[log][1] for log, head in logs.items() if log in self.logs and head > self.logs[log][1]}
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
        self.bye = data['after'] / 1000

    def come_back(self, failures):
        """Section 5.2. Gives how many times it failed in a row."""
        if self.bye:
            time.sleep(self.bye)
        try:
            turn = self.http.slot()
        except OSError:
            turn = None
        time.sleep(random.uniform(0.25, min(30, 2**failures)) if turn is None else turn)
        return failures + 1 if turn is None else 0

    def run(self, lines):
        failures, code = 0, None
        while code not in STOP and (code not in LOG_IN or self.http.is_signed_in()):
            while code and (failures := self.come_back(failures)):
                pass
            try:
                self.connect()
                self.converse(lines)
            except Closed as end:
                code = end.code
                tell('ended', code=code)
                self.leave(code)

    def converse(self, lines):
        while True:
            for ready in self.wait([self.socket, lines]):
                if ready is self.socket:
                    self.take()
                elif line := lines.readline():
                    self.post(line.decode().rstrip('\n'))
                else:
                    raise Closed(LEFT)

    def leave(self, code):
        """Without waiting for the other side: section 5."""
        if self.socket:
            self.socket.close(code)
        self.socket = None


def main(base, name, password, room):
    http = Http(base)
    http.login(name, password)
    http.ask('POST', f'api/rooms/{room}/join').close()
    # Without a buffer, in which lines would hide from select.
    Client(http, int(room)).run(open(0, 'rb', buffering=0))


main(*sys.argv[1:])
