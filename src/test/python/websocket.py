"""A WebSocket client (RFC 6455), as far as Holdfast needs one: texts, pings, closes."""

import base64
import json
import os
import socket
import struct
from urllib.parse import urlsplit

from server import origin

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
GOING_AWAY, ABNORMAL = 1001, 1006


class Closed(Exception):
    """The connection ended, with this code."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class WebSocket:
    def __init__(self, url, cookie, patience):
        self.buffer = b''
        self.pieces = b''
        address = urlsplit(url)
        try:
            self.socket = socket.create_connection((address.hostname, address.port), patience)
            key = base64.b64encode(os.urandom(16)).decode()
            head = f'GET {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
            more = f'Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nCookie: {cookie}\r\nOrigin: {origin(url)}\r\n\r\n'
            self.socket.sendall((head + more).encode())
            while b'\r\n\r\n' not in self.buffer:
                self.receive()
        except OSError as broken:
            raise Closed(ABNORMAL) from broken
        answer, self.buffer = self.buffer.split(b'\r\n\r\n', 1)
        if b' 101 ' not in answer.split(b'\r\n')[0]:
            raise Closed(ABNORMAL)

    def fileno(self):
        return self.socket.fileno()

    def __enter__(self):
        return self

    def __exit__(self, kind, end, trace):
        """Without waiting for the other side: section 5 of the protocol."""
        self.close(end.code if isinstance(end, Closed) else GOING_AWAY)

    def send(self, value):
        self.write(TEXT, json.dumps(value).encode())

    def close(self, code):
        try:
            self.write(CLOSE, struct.pack('!H', code))
        except Closed:
            pass
        self.socket.close()

    def write(self, kind, payload):
        size = len(payload)
        length = bytes([0x80 | size]) if size < 126 else struct.pack('!BH', 0x80 | 126, size)
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))
        try:
            self.socket.sendall(bytes([0x80 | kind]) + length + mask + masked)
        except OSError as broken:
            raise Closed(ABNORMAL) from broken

    def receive(self):
        try:
            data = self.socket.recv(65536)
        except OSError as broken:
            raise Closed(ABNORMAL) from broken
        if not data:
            raise Closed(ABNORMAL)
        self.buffer += data

    def read(self):
        """What has come: whole texts, read as JSON; None for each sign of life without a text. Waits for bytes."""
        self.receive()
        while (frame := self.next_frame()) is not None:
            last, kind, payload = frame
            if kind == PING:
                self.write(PONG, payload)
            elif kind == CLOSE:
                raise Closed(struct.unpack('!H', payload[:2])[0] if payload else 1005)
            elif kind <= TEXT:
                self.pieces += payload
                if last:
                    text, self.pieces = self.pieces, b''
                    yield json.loads(text)
                    continue
            yield None

    def next_frame(self):
        """The next frame of the buffer, if all of it is there: whether it is the last of its text, kind, payload."""
        head = {126: 4, 127: 10}.get(self.buffer[1], 2) if len(self.buffer) > 1 else 2
        if len(self.buffer) < head:
            return None
        size = self.buffer[1] if head == 2 else int.from_bytes(self.buffer[2:head], 'big')
        if len(self.buffer) < head + size:
            return None
        first, payload, self.buffer = self.buffer[0], self.buffer[head : head + size], self.buffer[head + size :]
        return first & 0x80, first & 0x0F, payload
