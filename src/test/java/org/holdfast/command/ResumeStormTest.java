package org.holdfast.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.delivery.ResumePoint;
import org.holdfast.log.LogServer;
import org.holdfast.log.Sequenced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server has started again, and nothing is in its memory: everybody comes back at once, and it goes on talking. */
class ResumeStormTest {
    private static final int PEOPLE = 5_000;
    private static final int EVENTS = 1_000;
    private static final int BEHIND = 50;
    private static final int MEANWHILE = 200;
    private static final int AT_ONCE = 16;
    private static final int MOST_READS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void everybodyGetsAllOnceInOrderAndTheDatabaseHardlyNoticesTheCrowd() throws Exception {
        long room;
        try (StormServer before = new StormServer(folder)) {
            room = before.settle(PEOPLE, EVENTS);
        }
        try (StormServer server = new StormServer(folder)) {
            List<Returning> all = server.people().stream().map(Returning::new).toList();
            ResumePoint point = new ResumePoint(server.epoch(room), EVENTS - BEHIND);
            AtomicInteger events = server.house.log.count("FROM event");
            AtomicInteger memberships = server.house.log.count("FROM membership");
            AtomicInteger states = server.house.log.count("SELECT id, epoch");
            storm(all, server, room, point);
            List<Long> lacking = Sequenced.range(point.sequence() + 1, EVENTS + MEANWHILE);
            await().atMost(LIMIT)
                    .until(() ->
                            all.stream().allMatch(each -> each.sequences(room).size() >= lacking.size()));
            assertThat(all).hasSize(PEOPLE).allSatisfy(each -> {
                assertThat(each.sequences(room)).isEqualTo(lacking);
                assertThat(each.closed).isNull();
            });
            assertThat(events.get()).as("reads of events").isBetween(1, MOST_READS);
            assertThat(memberships.get()).as("reads of memberships").isBetween(1, PEOPLE);
            assertThat(states.get()).as("reads of heads: each log's").isBetween(1, PEOPLE + 1);
        }
    }

    /** Some are greeted while others already follow what is said meanwhile. */
    private static void storm(List<Returning> all, StormServer server, long room, ResumePoint point) {
        ExecutorService doors = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int n = 0; n < all.size(); n++) {
                Returning next = all.get(n);
                doors.execute(() -> server.resume(next, room, point));
                if (n % (all.size() / MEANWHILE) == 0)
                    doors.execute(
                            () -> LogServer.written(server.house.log.writer, LogServer.post(room, null, "meanwhile")));
            }
        } finally {
            doors.shutdown();
        }
        await().atMost(LIMIT).until(doors::isTerminated);
    }
}
