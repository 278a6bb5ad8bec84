package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.holdfast.lab.ChatClient;
import org.holdfast.lab.Oracle;
import org.holdfast.lab.Patience;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.Person;
import org.holdfast.lab.RawWebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server's time of day jumps; liveness is not a matter of the time of day (protocol, sections 3.3 and 5). */
class ClockIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String HELLO = "{\"type\":\"hello\",\"data\":{\"protocol\":1}}";

    /** Or it would be silent for too long: raw sockets answer no ping of the server. */
    private static final String PING = "{\"type\":\"ping\",\"data\":{}}";

    private final PayaraMicro server = new PayaraMicro("clock")
            .with("holdfast.heartbeat.interval", "1s")
            .with("holdfast.heartbeat.silence", "3s")
            .with("holdfast.heartbeat.evict", "6s");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void heartbeatsGoOnAndNobodyIsClosedWhenTheClockJumps() throws IOException {
        var clock = clock();
        server.start();
        var ann = Person.signUp(server.uri(), "ann").client(Patience.CALM).connect();
        var bob = Person.signUp(server.uri(), "bob");
        var room = ann.person().createRoom("clock");
        await().atMost(SOON).until(() -> ann.isLive() && ann.view(room).last() > 0);
        for (var jump : List.of(Duration.ofHours(-5), Duration.ofHours(5), Duration.ZERO)) {
            hearsHeartbeats(bob, () -> clock.shift(jump));
            ann.post(room, "after a jump to " + jump);
            await().atMost(SOON).until(() -> ann.outbox().isEmpty());
        }
        assertThat(ann.closeCodes()).isEmpty();
        await().atMost(SOON).untilAsserted(() -> Oracle.assertHolds(room, List.of(ann)));
        assertJumped(ann, room);
        ann.close();
    }

    private ShiftedClock clock() throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "lab")), "clock-");
        return Possible.of("a clock that jumps", () -> ShiftedClock.of(server, folder))
                .orSkip();
    }

    /** More of them than can have been on their way when the clock jumped. */
    private static void hearsHeartbeats(Person person, Runnable jump) throws IOException {
        try (var socket = RawWebSocket.of(person)) {
            socket.text(HELLO);
            socket.nextText(SOON);
            jump.run();
            for (int heads = 0; heads < 3; heads++) {
                socket.text(PING);
                awaitHeads(socket);
            }
        }
    }

    private static void awaitHeads(RawWebSocket socket) throws IOException {
        var text = socket.nextText(SOON);
        while (!text.contains("\"heads\"")) text = socket.nextText(SOON);
    }

    private static void assertJumped(ChatClient client, long room) {
        var times = client.view(room).messages().stream().map(seen -> seen.at()).toList();
        assertThat(times)
                .as("premise: the server's clock did jump")
                .isNotEqualTo(times.stream().sorted().toList());
    }
}
