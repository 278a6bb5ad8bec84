package org.holdfast.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.holdfast.lab.Person;

/** How readers come in: a {@link Crowd} that reads as fast as it can, and the slow ones. */
enum Road {
    WEBSOCKET {
        @Override
        String request(Person person) {
            return "GET /ws/chat HTTP/1.1\r\nHost: " + person.base().getAuthority() + "\r\nOrigin: " + person.origin()
                    + "\r\nCookie: " + person.cookie() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIGxhYm9yYXRvcnkgMQ==\r\n\r\n";
        }

        @Override
        ByteBuffer hello() {
            var hello = "{\"type\":\"hello\",\"data\":{\"protocol\":1}}".getBytes(StandardCharsets.US_ASCII);
            // A mask of zeros leaves it as it is.
            var frame = ByteBuffer.allocate(6 + hello.length).put((byte) 0x81).put((byte) (0x80 | hello.length));
            return frame.putInt(0).put(hello).flip();
        }

        @Override
        SlowLine slow(Person person, String hello) throws IOException {
            return SlowSocket.of(person, hello);
        }

        @Override
        SlowLine again(Person person, String hello) throws IOException {
            return SlowSocket.of(person, hello).answeringPings();
        }
    },
    SSE {
        /** Of HTTP 1.0: then there are no lengths of chunks in between. */
        @Override
        String request(Person person) {
            return "GET /sse/chat HTTP/1.0\r\nHost: " + person.base().getAuthority() + "\r\nCookie: " + person.cookie()
                    + "\r\n\r\n";
        }

        @Override
        ByteBuffer hello() {
            return ByteBuffer.allocate(0);
        }

        @Override
        SlowLine slow(Person person, String hello) throws IOException {
            return new SlowStream(person, hello);
        }

        @Override
        SlowLine again(Person person, String hello) throws IOException {
            return slow(person, hello);
        }
    };

    abstract String request(Person person);

    /** What is said after the answer. */
    abstract ByteBuffer hello();

    /** Somebody who says hello, and need not read. */
    abstract SlowLine slow(Person person, String hello) throws IOException;

    /** The same, who reads from now on. */
    abstract SlowLine again(Person person, String hello) throws IOException;
}
