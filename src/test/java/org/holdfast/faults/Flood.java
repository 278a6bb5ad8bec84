package org.holdfast.faults;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.lab.Person;
import org.holdfast.lab.RawWebSocket;

/** What one account may do to a server, as fast as it can. */
enum Flood {
    SOCKET {
        @Override
        void pour(Person mallory, long room, AtomicLong poured) throws IOException {
            try (var socket = RawWebSocket.of(mallory)) {
                socket.text("{\"type\":\"hello\",\"data\":{\"protocol\":1}}");
                for (; ; ) {
                    socket.text(posts(room));
                    poured.addAndGet(MOST);
                }
            }
        }
    },
    COMMANDS {
        @Override
        void pour(Person mallory, long room, AtomicLong poured) {
            mallory.post("api/commands?session=flood", posts(room));
            poured.addAndGet(MOST);
        }
    },
    POLLS {
        @Override
        void pour(Person mallory, long room, AtomicLong poured) {
            mallory.get("api/poll?wait=0&session=" + UUID.randomUUID());
            poured.addAndGet(1);
        }
    };

    private static final int MOST = 64;

    /** Once, or until the server has had enough. */
    abstract void pour(Person mallory, long room, AtomicLong poured) throws IOException;

    static String post(long room) {
        return "{\"type\":\"post\",\"data\":{\"id\":\"%s\",\"room\":%d,\"text\":\"drop\"}}"
                .formatted(UUID.randomUUID(), room);
    }

    private static String posts(long room) {
        return IntStream.range(0, MOST).mapToObj(n -> post(room)).collect(Collectors.joining(",", "[", "]"));
    }
}
