"""What a client asks a Holdfast server over HTTP: sections 5.2 and 6 of src/docs/protocol-v1.md."""

import json
import random
import time
from http.cookiejar import CookieJar
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

PATIENCE = 5


def origin(url):
    """Section 6: what the cookie is shown for has to say where it comes from."""
    address = urlsplit(url)
    return f'{address.scheme.replace("ws", "http")}://{address.netloc}'


class Server:
    def __init__(self, base):
        self.base = base
        self.cookies = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.cookies))
        self.failures = 0

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {'Content-Type': 'application/json', 'Origin': origin(self.base)}
        request = Request(self.base + path, data, headers, method=method)
        return self.opener.open(request, timeout=PATIENCE)

    def join(self, name, password, room):
        self.ask('POST', 'api/login', {'name': name, 'password': password}).close()
        self.ask('POST', f'api/rooms/{room}/join').close()
        return self

    def socket(self):
        return 'ws' + self.base[4:] + 'ws/chat'

    def cookie(self):
        return '; '.join(f'{each.name}={each.value}' for each in self.cookies)

    def is_signed_in(self):
        try:
            return self.ask('GET', 'api/session').status == 200
        except OSError as refusal:
            return getattr(refusal, 'code', None) != 401

    def wait_for_turn(self, rest):
        """Sections 5.2 and 5.3: until the server says, or else for a backoff; then it is asked again."""
        time.sleep(rest)
        while (turn := self.slot()) is None:
            time.sleep(random.uniform(0.25, min(30, 2**self.failures)))
            self.failures += 1
        self.failures = 0
        time.sleep(turn)

    def slot(self):
        """How many seconds until our turn; None: there is no notice."""
        name = None
        try:
            for line in self.ask('GET', 'api/reconnect'):
                field, _, value = line.decode().strip().partition(':')
                if field == 'event':
                    name = value.strip()
                elif field == 'data' and name == 'notice':
                    return json.loads(value)['after'] / 1000
        except OSError:
            pass  # There is nobody; later perhaps.
        return None
