package org.holdfast.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.Holds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who reads a file slowly, or not at all, keeps nobody else waiting: protocol section 7. */
class DownloadsIT {
    /** More than all the buffers between a server and a client hold. */
    private static final int LARGE = 40_000_000;

    private static final byte[] NOTES = "Notes".getBytes(UTF_8);

    private static Site server;
    private static Shelf shelf;
    private static String large;
    private static String small;
    private final List<MuteStream> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = Site.shared("downloads")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.files.downloads", "3")
                .with("holdfast.files.downloads.per.account", "2")
                .with("holdfast.files.downloads.waiting", "1")
                .with("holdfast.files.time", "10s")
                .start();
        var ann = Person.signUp(server.uri(), "ann");
        shelf = new Shelf(ann, ann.createRoom(UUID.randomUUID().toString()));
        large = shelf.posted("film.bin", new byte[LARGE]);
        small = shelf.posted("notes.txt", NOTES);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void closeAll() throws IOException {
        for (var stream : open) stream.close();
        await().untilAsserted(() -> assertThat(shelf.status(small)).isEqualTo(200));
    }

    private MuteStream begin(String id) throws IOException {
        var stream = new MuteStream(shelf.person(), "api/rooms/" + shelf.room() + "/files/" + id);
        open.add(stream);
        return stream;
    }

    @Test
    @Holds("7: downloads at once, of an account and of all")
    void whoDoesNotReadWaitsAloneAndIsToldToComeBack() throws IOException {
        for (int n = 0; n < 2; n++) begin(large).begun();
        begin(large);
        await().untilAsserted(() -> {
            var refused = shelf.download(small);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(new String(refused.body(), UTF_8)).contains("\"busy\"");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        });
        var ben = Person.signUp(server.uri(), "ben");
        ben.join(shelf.room());
        assertThat(shelf.of(ben).download(small).body()).isEqualTo(NOTES);
    }

    @Test
    @Holds("7: time of an upload or a download")
    void whatTakesTooLongIsBrokenOffAndCanBeGoneOnWith() throws IOException {
        try (var line = new TcpProxy(server.port())) {
            var cleo = Person.signUp(line.uri(), "cleo");
            cleo.join(shelf.room());
            // It would take forty seconds.
            line.bandwidth(1_000_000);
            assertThatThrownBy(() -> shelf.of(cleo).amount(large)).hasRootCauseInstanceOf(EOFException.class);
            assertThat(shelf.of(cleo)
                            .download(large, "Range", "bytes=" + (LARGE - 9) + "-")
                            .body())
                    .isEqualTo(new byte[9]);
        }
    }
}
