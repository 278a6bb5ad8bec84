package org.holdfast.lab;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** The roads that the frames can take (protocol, section 3). */
public enum Transport {
    WEBSOCKET,
    SSE,
    LONG_POLL,
    SHORT_POLL;

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Somebody's client on this road, once it is live. */
    ChatClient live(Person person) {
        var client = person.client(Patience.SHORT).by(this).connect();
        await().atMost(SOON).until(client::isLive);
        return client;
    }

    Line open(Person person, Patience patience, Line.Ear ear) {
        return switch (this) {
            case WEBSOCKET -> SocketLine.open(person, patience.connect(), ear);
            case SSE -> StreamLine.open(person, ear);
            case LONG_POLL -> PollLine.open(person, patience.pollWait().toMillis(), ear);
            case SHORT_POLL -> PollLine.open(person, 0, ear);
        };
    }
}
