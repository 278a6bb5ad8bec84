package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Protocol section 3: the endpoint for simple clients and monitors. */
class HeartbeatIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int POLICY = 1008;
    private static final int TIMEOUT = 4408;

    private static Site server;

    @BeforeAll
    static void start() {
        server = Site.shared("heartbeat")
                .with("holdfast.heartbeat.interval", "1s")
                .with("holdfast.heartbeat.silence", "2s")
                .with("holdfast.heartbeat.evict", "3s")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawWebSocket open() throws IOException {
        return RawWebSocket.open(server.uri(), "ws/heartbeat", Map.of());
    }

    @Test
    void everyPingIsAnsweredWithPong() throws IOException {
        try (RawWebSocket socket = open()) {
            for (int n = 0; n < 20; n++) socket.text("ping");
            for (int n = 0; n < 20; n++) assertThat(socket.nextText(LIMIT)).isEqualTo("pong");
        }
    }

    @Test
    void anythingElseIsClosed() throws IOException {
        try (RawWebSocket socket = open()) {
            socket.text("pong");
            assertThat(socket.closeCode(LIMIT)).isEqualTo(POLICY);
        }
    }

    /** Longer than the silence after which a client that answers nothing is closed. */
    @Test
    void whoAnswersTheServersPingsStays() throws IOException {
        try (RawWebSocket socket = open().answeringPings()) {
            for (int n = 0; n < 5; n++) socket.nextPing(LIMIT);
            socket.text("ping");
            assertThat(socket.nextText(LIMIT)).isEqualTo("pong");
        }
    }

    /** It answers no ping of the server's: a raw socket has no browser that would. */
    @Test
    void whoIsSilentIsClosedThoughTheServerKeepsPinging() throws IOException {
        try (RawWebSocket socket = open()) {
            assertThat(socket.closeCode(LIMIT)).isEqualTo(TIMEOUT);
        }
    }

    /** Payara knows an application before it has started it, and answers 500 till then: whoever goes by the line is not to see that. */
    @Test
    void itSaysThatItIsReadyWhenItAnswers() {
        long opened = loggedAt("Settings:"), ready = loggedAt("Holdfast is ready");
        assertThat(loggedAt("Loading application") - ready).isLessThan(ready - opened);
    }

    private static long loggedAt(String text) {
        var line = Pattern.compile("timeMillis: (\\d+)\\] \\[levelValue: \\d+\\] [\\[\\s]*" + Pattern.quote(text))
                .matcher(server.output());
        assertThat(line.find()).as(text).isTrue();
        return Long.parseLong(line.group(1));
    }
}
