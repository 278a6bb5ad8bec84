package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Whoever sends a text that does not end is not listened to for long, and what came of it is not kept. */
@Tag("any-server")
@DisabledIfSystemProperty(
        named = "holdfast.test.server",
        matches = "wildfly",
        disabledReason =
                "Undertow 2.3.23 counts a text when all of it has come (BufferedTextMessage): until Holdfast closes the silent connection it keeps what comes")
class EndlessTextIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int TOO_LONG = 3_000_000;

    private static Site server;
    private static Person mallory;

    @BeforeAll
    static void start() {
        server = Site.shared("endless-text").start();
        mallory = Person.signUp(server.uri(), "mallory");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisabledIfSystemProperty(
            named = "holdfast.test.server",
            matches = "liberty",
            disabledReason =
                    "Open Liberty 26.0.0.3 counts frame by frame: it keeps fragments until the last one has come")
    void fragmentsWithoutEndEndWith1009() throws IOException {
        try (var socket = RawWebSocket.of(mallory)) {
            socket.frame(false, WebSocketFrame.TEXT, "[".getBytes());
            for (int n = 0; n < 5; n++) socket.frame(false, WebSocketFrame.CONTINUATION, new byte[16_384]);
            assertThat(socket.closeCode(SOON)).isIn(1009, 1003);
        }
    }

    @Test
    void aFrameThatPromisesTooMuchIsClosedBeforeItIsKept() throws IOException {
        try (var socket = RawWebSocket.of(mallory)) {
            socket.promise(200_000_000);
            var piece = new byte[10_000];
            assertThat(closedWhile(socket, () -> socket.raw(piece), TOO_LONG / piece.length))
                    .as("1011 of Tyrus, whose buffer is full; 4408 would be of the hello that never came")
                    .isIn(1009, 1003, 1006, 1011);
        }
    }

    private interface Sending {
        void once() throws IOException;
    }

    /** The close code; what is sent after it may break the line. */
    private static int closedWhile(RawWebSocket socket, Sending sending, int times) throws IOException {
        try {
            for (int n = 0; n < times; n++) sending.once();
        } catch (IOException broken) {
            return 1006;
        }
        return socket.closeCode(SOON);
    }
}
