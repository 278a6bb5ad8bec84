package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomLogsTest {
    private static final int RING = 16;
    private static final String STATES = "FROM log WHERE id IN";
    private static final String EVENTS = "FROM event WHERE log";

    @TempDir
    Path folder;

    private LogServer server;

    @BeforeEach
    void start() {
        server = new LogServer(folder, RING);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void manyWhoOpenAtOnceReadTheStoreOnce() throws Exception {
        List<Long> ids = List.of(server.newLog(5), server.newLog(50), server.newLog());
        AtomicInteger states = server.count(STATES);
        AtomicInteger events = server.count(EVENTS);
        CountDownLatch begin = new CountDownLatch(1);
        List<CompletableFuture<List<RoomLog>>> all = IntStream.range(0, 16)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> {
                            awaitLatch(begin);
                            return server.logs.open(ids);
                        },
                        task -> new Thread(task).start()))
                .toList();
        begin.countDown();
        for (var opened : all) assertThat(opened.join()).isEqualTo(all.get(0).join());
        assertThat(all.get(0).join()).extracting(RoomLog::head).containsExactly(5L, 50L, 0L);
        // A crowd may share the logs out among its reads; each log is read by one of them.
        assertThat(states.get()).isBetween(1, 3);
        assertThat(events).as("of which nobody lacks any").hasValue(0);
    }

    @Test
    void logsThatDoNotExistAreLeftOutAndLookedForAgain() {
        long id = server.newLog(3);
        assertThat(server.logs.open(List.of(id + 1, id, id + 2)))
                .extracting(RoomLog::id)
                .containsExactly(id);
        assertThat(server.newLog(2)).isEqualTo(id + 1);
        assertThat(server.open(id + 1).head()).isEqualTo(2);
        assertThat(server.logs.open(List.of())).isEmpty();
    }

    @Test
    void aCommitAfterTheStateWasReadIsNotMissed() {
        for (int before : List.of(0, 1, RING - 1, RING, RING + 1, 5 * RING)) {
            long id = server.newLog(before);
            AtomicBoolean once = new AtomicBoolean();
            server.after(STATES, () -> {
                if (once.compareAndSet(false, true)) server.append(id);
            });
            RoomLog log = server.open(id);
            assertThat(once).isTrue();
            assertThat(log.head()).as("after %d", before).isEqualTo(before + 1);
            isWhole(log);
        }
    }

    @Test
    void aCommitBeforeTheStateIsReadIsNotMissed() {
        long id = server.newLog(RING);
        AtomicBoolean once = new AtomicBoolean();
        server.before(STATES, () -> {
            if (once.compareAndSet(false, true)) server.append(id);
        });
        assertThat(server.open(id).head()).isEqualTo(RING + 1);
    }

    /** The commit of another process is not announced here: the hole that it makes is filled at the next append. */
    @Test
    void eventsOfAnotherProcessAreFoundAtTheNextAppend() {
        for (int missing : List.of(1, RING - 1, RING, RING + 1, 3 * RING)) {
            RoomLog log = server.open(server.newLog(10));
            server.commitElsewhere(log.id(), 11, 10 + missing);
            assertThat(log.head()).as("premise").isEqualTo(10);
            server.append(log.id());
            assertThat(log.head()).isEqualTo(11 + missing);
            isWhole(log);
        }
    }

    @Test
    void opensUnderCommitsMissNothing() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Long> ids = IntStream.range(0, 60).mapToObj(n -> server.newLog(n)).toList();
        Thread commits = new Thread(() -> {
            while (!over.get()) {
                List<CompletableFuture<?>> open = new ArrayList<>();
                for (int n = 0; n < 50; n++) {
                    long id = ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
                    open.add(server.writer.submit(LogServer.post(id, null, "x")).toCompletableFuture());
                }
                open.forEach(CompletableFuture::join);
            }
        });
        commits.start();
        List<RoomLog> opened = new ArrayList<>();
        for (long id : ids) for (int round = 0; round < 5; round++) opened.add(server.open(id));
        over.set(true);
        commits.join();
        assertThat(opened)
                .allSatisfy(log -> assertThat(log.head())
                        .isEqualTo(server.store.state(log.id()).orElseThrow().head()));
        assertThat(opened).allSatisfy(RoomLogsTest::isWhole);
    }

    private static void isWhole(RoomLog log) {
        long base = log.base();
        if (log.head() > base)
            assertThat(Sequenced.in(log.after(base, Long.MAX_VALUE).text()))
                    .isEqualTo(Sequenced.range(base + 1, log.head()));
    }

    @Test
    void aLogThatNobodyHoldsIsForgottenAndReadAgain() {
        RoomLog held = server.open(server.newLog(2));
        long forgotten = server.newLog(3);
        assertThat(server.open(forgotten).head()).isEqualTo(3);
        await().until(() -> {
            System.gc();
            return server.logs.size() == 1;
        });
        assertThat(server.open(held.id())).isSameAs(held);
        server.append(forgotten);
        assertThat(server.open(forgotten).head()).isEqualTo(4);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
