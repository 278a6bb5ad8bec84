package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.account.Account;
import org.holdfast.log.Arrivals;
import org.holdfast.log.Event;
import org.holdfast.log.LogServer;
import org.holdfast.log.RoomLog;
import org.holdfast.log.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that write into the same logs at the same time. */
@EnabledIfSystemProperty(named = "holdfast.test.database", matches = "postgresql")
class NodesTest {
    @TempDir
    Path folder;

    private RoomServer here;
    private RoomServer there;

    @BeforeEach
    void start() {
        here = new RoomServer(folder);
        there = new RoomServer(folder);
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
    }

    /** However many logs are in use, it is one question, and one more for each that has grown. */
    @Test
    void whatAnotherNodeWroteIsFoundByOneQuestion() {
        List<RoomLog> logs = IntStream.range(0, 300)
                .mapToObj(n -> here.log.open(here.log.newLog(2)))
                .toList();
        List<Long> grown = logs.stream().limit(10).map(RoomLog::id).toList();
        List<Long> arriving = new ArrayList<>();
        List<Long> arrived = new ArrayList<>();
        here.log.logs.announceArrivalsTo(new Arrivals() {
            @Override
            public void arriving(Event event) {
                assertThat(head(event.log())).as("not sent yet").isLessThan(event.sequence());
                arriving.add(event.sequence());
            }

            @Override
            public void arrived(long log) {
                arrived.add(log);
            }
        });
        grown.forEach(log -> IntStream.range(0, 3).forEach(n -> there.log.append(log)));
        AtomicInteger questions = here.log.count("UNNEST");
        AtomicInteger reads = here.log.count("FROM event");
        here.log.logs.lookAround();
        here.log.logs.lookAround();
        assertThat(questions).hasValue(2);
        assertThat(reads).hasValue(grown.size());
        assertThat(logs).extracting(RoomLog::head).containsOnly(2L, 5L);
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(grown);
        assertThat(arriving).hasSize(30).startsWith(3L, 4L, 5L);
    }

    private long head(long log) {
        return here.log.open(log).head();
    }

    @Test
    void ofTwoTransactionsThatWaitForEachOtherNoneIsRefused() {
        long one = here.log.newLog();
        long other = here.log.newLog();
        CountDownLatch both = new CountDownLatch(2);
        CompletionStage<List<Event>> first = here.log.writer.submit(locking(one, other, both));
        CompletionStage<List<Event>> second = there.log.writer.submit(locking(other, one, both));
        assertThat(RoomServer.done(first)).hasSize(1);
        assertThat(RoomServer.done(second)).hasSize(1);
    }

    private static Write locking(long one, long other, CountDownLatch both) {
        return transaction -> {
            transaction.execute("UPDATE log SET epoch = epoch WHERE id = ?", one);
            both.countDown();
            try {
                assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            transaction.execute("UPDATE log SET epoch = epoch WHERE id = ?", other);
            return List.of(LogServer.draft(one, null, "after both"));
        };
    }

    @Test
    void theSameMessageAtBothNodesIsOneAndBothSendersAreToldTheSame() {
        Account ann = here.account("ann");
        long room = RoomServer.done(here.rooms.create(ann, "room", "", RoomKind.PUBLIC));
        for (int n = 0; n < 100; n++) {
            String id = "message-" + n;
            List<Long> sequences =
                    Stream.of(here, there).map(node -> node.messages.post(ann, room, id, "x")).toList().stream()
                            .map(posted -> RoomServer.done(posted).sequence())
                            .toList();
            assertThat(sequences.get(0)).isEqualTo(sequences.get(1));
        }
        assertThat(here.log.store.state(room).orElseThrow().head()).isEqualTo(102);
    }

    /** What is authorised is the membership under the lock of the log, not what was known when the message came. */
    @Test
    void nobodySpeaksAfterLeavingByAnotherNode() {
        Account ann = here.account("ann");
        Account bob = here.account("bob");
        long room = RoomServer.done(here.rooms.create(ann, "room", "", RoomKind.PUBLIC));
        for (int round = 0; round < 40; round++) {
            RoomServer.done(here.rooms.join(bob, room));
            String id = "of-round-" + round + "-";
            List<CompletableFuture<Event>> said = new ArrayList<>();
            CompletableFuture<?> gone = here.rooms.leave(bob, room).toCompletableFuture();
            for (int n = 0; !gone.isDone(); n++) {
                said.add(there.messages.post(bob, room, id + n, "x").toCompletableFuture());
                // A few at once, and not more than the queue takes.
                if (n >= 5) await().until(said.get(n - 5)::isDone);
            }
            await().until(() -> said.stream().allMatch(CompletableFuture::isDone));
        }
        List<Event> log = here.log.store.after(room, 0, 100_000);
        boolean isIn = false;
        for (Event event : log) {
            if (event.author().id() != bob.id()) continue;
            if (event.type().equals("message")) assertThat(isIn).as("%s", event).isTrue();
            else isIn = event.type().equals("joined");
        }
        assertThat(log).extracting(Event::type).contains("message", "left");
    }

    @Test
    void ofTwoOwnersWhoStepDownAtOnceOneStays() {
        Account ann = here.account("ann");
        Account bob = here.account("bob");
        for (int round = 0; round < 20; round++) {
            long room = RoomServer.done(here.rooms.create(ann, "room " + round, "", RoomKind.PUBLIC));
            RoomServer.done(here.people.add(ann, bob.id(), room));
            RoomServer.done(here.people.make(ann, bob.id(), RoomRole.OWNER, room));
            var anns = here.people.make(ann, ann.id(), RoomRole.MEMBER, room).toCompletableFuture();
            var bobs = there.people.make(bob, bob.id(), RoomRole.MEMBER, room).toCompletableFuture();
            await().until(() -> anns.isDone() && bobs.isDone());
            assertThat(anns.isCompletedExceptionally())
                    .as("one of two is refused")
                    .isNotEqualTo(bobs.isCompletedExceptionally());
        }
    }
}
