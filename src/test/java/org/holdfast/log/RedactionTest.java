package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event loses its content: nobody who reads the log from then on is sent it, wherever it was kept. */
class RedactionTest {
    private static final int SECRET = 3;
    private static final int RING = 64;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private LogServer server;
    private Pages pages;
    private RoomLog log;

    @BeforeEach
    void start() {
        server = new LogServer(folder, RING);
        pages = new Pages(server.store, threads, 1_000_000, 10_000_000);
        server.logs.announceRedactionsTo(pages::forget);
        log = server.open(server.newLog());
        server.commitElsewhere(log.id(), 1, 9);
        server.append(log.id());
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.close();
    }

    private Draft redact(Handle transaction) {
        EventStore.redact(transaction, log.id(), List.of((long) SECRET));
        return new Draft(log.id(), Event.REDACTION, LogServer.ANNA, null, "{\"message\":" + SECRET + "}");
    }

    private String page(long ring) {
        return pages.after(log.id(), 0, 10, ring).join().text();
    }

    @Test
    void theRingGivesItNoMore() {
        assertThat(log.after(0, Long.MAX_VALUE).text()).contains("event " + SECRET);
        LogServer.written(server.writer, transaction -> List.of(redact(transaction)));
        assertThat(log.after(0, Long.MAX_VALUE)).as("the store is asked").isNull();
        assertThat(log.after(10, Long.MAX_VALUE).text()).contains("\"type\":\"deleted\"");
        assertThat(Sequenced.in(page(log.base()))).isEqualTo(Sequenced.range(1, 10));
        assertThat(page(log.base())).contains(Event.REDACTED, "event 4").doesNotContain("event " + SECRET);
    }

    @Test
    void aPageThatWasReadBeforeIsReadAgain() {
        assertThat(page(10)).contains("event " + SECRET);
        LogServer.written(server.writer, transaction -> List.of(redact(transaction)));
        assertThat(page(10)).doesNotContain("event " + SECRET);
    }

    @Test
    void anotherNodesRedactionCountsToo() {
        assertThat(page(10)).contains("event " + SECRET);
        server.jdbi.useTransaction(handle -> {
            server.store.insert(handle, List.of(redact(handle).at(11, 1)));
            handle.execute("UPDATE log SET last_sequence = 11 WHERE id = ?", log.id());
        });
        server.logs.lookAround();
        assertThat(log.head()).isEqualTo(11);
        assertThat(log.after(0, Long.MAX_VALUE)).isNull();
        assertThat(page(10)).doesNotContain("event " + SECRET);
    }
}
