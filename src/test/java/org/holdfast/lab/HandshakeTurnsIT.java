package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** WebSocket handshakes wait for their turns, and nobody keeps one. */
class HandshakeTurnsIT {
    private static final int MORE_THAN_TURNS = 10;

    private static Site server;
    private static Person ann;

    @BeforeAll
    static void start() {
        server = Site.shared("handshake-turns").with("holdfast.handshakes", "2").start();
        ann = Person.signUp(server.uri(), "ann");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Tyrus asks for the parameters of whatever names a key: of a form it waits for the body. */
    @Test
    void aBodyThatNeverComesHoldsNoTurn() throws IOException {
        try (var halves = new HalfRequests(server.uri(), HalfRequests.FORM_HANDSHAKE, MORE_THAN_TURNS)) {
            await().until(halves::answers, answers -> answers.size() == MORE_THAN_TURNS);
            assertThat(halves.answers()).allMatch(status -> status.contains(" 400 "));
            Abuser.greeted(ann).close();
        }
    }

    @Test
    void whatIsNoHandshakeGivesItsTurnBack() throws IOException {
        for (var path : List.of("ws/chat", "ws/nothing", "ws/heartbeat"))
            for (int n = 0; n < MORE_THAN_TURNS; n++)
                assertThat(ann.get(path).status()).isBetween(400, 499);
        Abuser.greeted(ann).close();
    }
}
