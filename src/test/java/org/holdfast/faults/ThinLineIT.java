package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.holdfast.lab.ChatClient;
import org.holdfast.lab.Patience;
import org.holdfast.lab.Person;
import org.holdfast.lab.Server;
import org.holdfast.lab.TcpProxy;
import org.holdfast.lab.Transport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 5: who reads slowly is no slow consumer, and is served to the end on one connection. */
@Tag("any-server")
class ThinLineIT {
    private static final int MESSAGES = 60;
    private static final int LENGTH = 4_000;
    /** What a server sends a fast peer at a time takes this line twice as long as a peer may read nothing. */
    private static final int BYTES_PER_SECOND = 32_000;

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Server SERVER = Server.of("thin-line")
            .with("holdfast.commands.rate", "0")
            .with("holdfast.snapshot.events", "1000")
            .with("holdfast.send.limit", "2s");
    private static ChatClient speaker;
    private static long room;

    @BeforeAll
    static void start() {
        SERVER.start();
        speaker = Person.signUp(SERVER.uri(), "speaker").client(Patience.CALM).connect();
        room = speaker.person().createRoom("long words");
        await().atMost(SOON).until(() -> speaker.isLive() && speaker.view(room).last() > 0);
        for (int n = 0; n < MESSAGES; n++) speaker.post(room, "x".repeat(LENGTH));
        await().atMost(SOON).until(() -> speaker.outbox().isEmpty());
    }

    @AfterAll
    static void stop() {
        speaker.close();
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBSOCKET", "SSE"})
    void whoReadsSlowlyIsServedToTheEnd(Transport transport) throws IOException {
        var person = Person.signUp(SERVER.uri(), "reader " + transport);
        person.join(room);
        try (var line = new TcpProxy(SERVER.port())) {
            line.bandwidth(BYTES_PER_SECOND);
            var head = person.log(room).size();
            try (var reader =
                    person.by(line.uri()).client(Patience.CALM).by(transport).connect()) {
                await().atMost(SOON)
                        .until(() ->
                                reader.view(room) != null && reader.view(room).last() >= head);
                assertThat(line.bytesDown()).as("premise").isGreaterThan((long) MESSAGES * LENGTH);
                assertThat(reader.closeCodes()).isEmpty();
            }
        }
    }
}
