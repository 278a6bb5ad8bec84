package org.holdfast.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.holdfast.log.Event;
import org.holdfast.log.EventsGone;
import org.holdfast.log.LogServer;
import org.holdfast.log.LogState;
import org.holdfast.log.Pages;
import org.holdfast.log.RingSize;
import org.holdfast.log.RoomLog;
import org.holdfast.log.RoomLogs;
import org.holdfast.log.Slice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The streams page, section 7. */
class RetentionTest {
    private static final long NOW = 1_000_000;

    @TempDir
    Path folder;

    private TopicServer server;

    @BeforeEach
    void start() {
        server = new TopicServer(folder, Map.of("holdfast.topic.events", "3000"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private LogState state(Topic topic) {
        return server.log.store.state(topic.log()).orElseThrow();
    }

    private List<Long> kept(Topic topic) {
        return server.log.store.after(topic.log(), 0, 10_000).stream()
                .map(Event::sequence)
                .toList();
    }

    @Test
    void theNewestOfATopicAreKeptAndOtherLogsAreLeftAlone() {
        Topic topic = server.topic("\"name\": \"a\", \"keepEvents\": 20");
        Topic other = server.topic("\"name\": \"b\"");
        long room = server.log.newLog(50);
        server.log.commitElsewhere(topic.log(), 1, 50);
        server.log.commitElsewhere(other.log(), 1, 50);
        server.retention.run(NOW);
        assertThat(kept(topic)).hasSize(20).startsWith(31L);
        assertThat(state(topic))
                .isEqualTo(new LogState(topic.log(), state(topic).epoch(), 50, 30));
        assertThat(kept(other)).hasSize(50);
        assertThat(server.log.store.after(room, 0, 100)).hasSize(50);
    }

    @Test
    void moreThanOneStepIsTakenAndTheServersOwnLimitHolds() {
        Topic topic = server.topic("\"name\": \"a\", \"keepEvents\": 9000");
        int many = 3_000 + 2 * Retention.STEP + 7;
        server.log.commitElsewhere(topic.log(), 1, many);
        server.retention.run(NOW);
        assertThat(kept(topic)).hasSize(3_000).endsWith((long) many);
    }

    @Test
    void theOldAreDeletedUpToTheFirstThatIsYoungEnough() {
        Topic topic = server.topic("\"name\": \"a\", \"keepMillis\": 100");
        server.log.commitElsewhere(topic.log(), 1, 9);
        server.log.jdbi.useHandle(handle -> handle.execute(
                "UPDATE event SET at = CASE sequence WHEN 4 THEN ? ELSE ? END WHERE log = ?",
                NOW - 100,
                NOW - 101,
                topic.log()));
        server.retention.run(NOW);
        assertThat(kept(topic)).startsWith(4L).hasSize(6);
        server.retention.run(NOW + 1);
        assertThat(kept(topic)).isEmpty();
        assertThat(state(topic).head()).isEqualTo(9);
    }

    @Test
    void aLogIsOpenedAndReadFromWhatIsKept() {
        Topic topic = server.topic("\"name\": \"a\", \"keepEvents\": 300");
        server.log.commitElsewhere(topic.log(), 1, 600);
        server.retention.run(NOW);
        RoomLog log = server.logs.open(topic);
        assertThat(log.keptAfter()).isEqualTo(300);
        assertThat(log.head()).isEqualTo(600);
        var threads = Executors.newSingleThreadExecutor();
        Pages pages = new Pages(server.log.store, threads, 1_000_000, 1_000_000);
        assertThat(pages.after(topic.log(), 300, 600, 600).join().to()).isEqualTo(512);
        for (long position : List.of(299L, 0L))
            assertThat(keptAfter(pages.after(topic.log(), position, 600, 600)))
                    .as("no page pretends that nothing is missing")
                    .isEqualTo(300);
        threads.shutdownNow();
    }

    /** What a read says that finds nothing for its position. */
    private static long keptAfter(CompletableFuture<Slice> read) {
        Throwable error = read.handle((page, fault) -> fault).join();
        assertThat(error).hasRootCauseInstanceOf(EventsGone.class);
        return ((EventsGone) error.getCause()).keptAfter();
    }

    @Test
    void allOfALogMayBeDeletedAndItGoesOn() {
        Topic topic = server.topic("\"name\": \"a\", \"keepMillis\": 100");
        server.log.commitElsewhere(topic.log(), 1, 40);
        server.retention.run(NOW);
        assertThat(kept(topic)).isEmpty();
        RoomLog log = server.logs.open(topic);
        assertThat(log.head()).isEqualTo(40);
        assertThat(server.log.append(topic.log()).sequence()).isEqualTo(41);
        assertThat(log.head()).isEqualTo(41);
    }

    @Test
    void aLogThatIsOpenedWhileItsEventsAreDeletedIsNotStuck() {
        Topic topic = server.topic("\"name\": \"a\"");
        server.log.commitElsewhere(topic.log(), 1, 40);
        // It is told that all are kept, and whoever reads them finds that nothing before 36 is there.
        RoomLogs logs = new RoomLogs(
                server.log.store, new RingSize(TopicServer.RING, LogServer.RING_CHARS), LogServer.SLICE_CHARS);
        server.log.after("SELECT id, epoch", () -> {
            server.log.after("SELECT id, epoch", () -> {});
            server.log.store.forget(topic.log(), 35);
        });
        RoomLog log = logs.open(List.of(topic.log())).get(0);
        assertThat(log.head()).isEqualTo(40);
        assertThat(log.keptAfter()).as("premise").isZero();
        var threads = Executors.newSingleThreadExecutor();
        Pages pages = new Pages(server.log.store, threads, 1_000_000, 1_000_000);
        assertThat(keptAfter(pages.after(topic.log(), 24, 40, log.base()))).isEqualTo(35);
        assertThat(pages.after(topic.log(), 35, 40, log.base()).join().to()).isEqualTo(40);
        threads.shutdownNow();
    }
}
