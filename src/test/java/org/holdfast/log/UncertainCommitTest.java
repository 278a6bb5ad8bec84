package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.holdfast.log.BrokenCommits.Break;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit that fails may be done or not: the senders are told what is, and nothing is there twice or missing. */
class UncertainCommitTest {
    private static final String ASKED = "FOR UPDATE";

    @TempDir
    Path folder;

    private final Held held = new Held();
    private final Queue<Break> breaks = new ConcurrentLinkedQueue<>();
    private final List<Event> heard = Collections.synchronizedList(new ArrayList<>());
    private LogServer server;
    private RoomLog log;
    private LogWriter writer;

    @BeforeEach
    void start() {
        server = new LogServer(folder, 1_024);
        log = server.open(server.newLog());
        writer = new LogWriter(server.jdbi, server.store, server.logs, held, 1_000, 10);
        writer.announceTo(heard::addAll);
        server.writer.announceTo(heard::addAll);
        BrokenCommits.in(server.jdbi, () -> breaks.isEmpty() ? Break.NONE : breaks.remove());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsCommittedIsAcknowledgedAndSentHoweverItsCommitEnded() {
        breaks.add(Break.AFTER);
        List<CompletableFuture<List<Event>>> all = submit(10, "message-");
        held.run();
        assertThat(all).extracting(result -> result.join().get(0).sequence()).isEqualTo(Sequenced.range(1, 10));
        assertThat(log.head()).isEqualTo(10);
        assertThat(heard).extracting(Event::sequence).isEqualTo(Sequenced.range(1, 10));
    }

    @Test
    void whatIsNotCommittedIsRefusedAndMayComeAgain() {
        breaks.add(Break.BEFORE);
        CompletableFuture<List<Event>> result = submit(1, "message-").get(0);
        held.run();
        assertThatThrownBy(result::join)
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.BUSY));
        assertThat(log.head()).isZero();
        List<CompletableFuture<List<Event>>> again = submit(2, "message-");
        held.run();
        assertThat(again).extracting(resent -> resent.join().get(0).sequence()).containsExactly(1L, 2L);
    }

    /** Another node took the sequence after our transaction was lost. */
    @Test
    void anEventOfAnotherInItsPlaceIsNotTakenForIt() {
        breaks.add(Break.BEFORE);
        AtomicInteger asked = new AtomicInteger();
        server.before(ASKED, () -> {
            if (asked.incrementAndGet() == 2) server.commitElsewhere(log.id(), 1, 1);
        });
        CompletableFuture<List<Event>> result = submit(1, "message-").get(0);
        held.run();
        assertThat(asked).as("premise").hasValue(2);
        assertThat(result).isCompletedExceptionally();
    }

    @Test
    void nobodyIsToldAnythingUntilTheDatabaseSaysWhatIsThere() {
        breaks.add(Break.AFTER);
        AtomicBoolean away = new AtomicBoolean();
        AtomicInteger unanswered = new AtomicInteger();
        server.before("INSERT INTO event", () -> away.set(true));
        server.before(ASKED, () -> {
            if (!away.get()) return;
            unanswered.incrementAndGet();
            throw new IllegalStateException("the database is away");
        });
        CompletableFuture<Event> first = later("first-message");
        await().until(() -> unanswered.get() > 1);
        server.before("INSERT INTO event", () -> {});
        CompletableFuture<Event> second = later("second-message");
        assertThat(first).isNotDone();
        assertThat(heard).isEmpty();
        away.set(false);
        assertThat(first.join().sequence()).isEqualTo(1);
        assertThat(second.join().sequence()).isEqualTo(2);
        assertThat(heard).extracting(Event::sequence).containsExactly(1L, 2L);
    }

    @Test
    void aWriterThatIsStoppedDoesNotAskForEver() throws Exception {
        breaks.add(Break.AFTER);
        server.before(
                "INSERT INTO event",
                () -> server.before(ASKED, () -> {
                    throw new IllegalStateException("the database is away");
                }));
        CompletableFuture<List<Event>> result = submit(1, "message-").get(0);
        Thread thread = new Thread(held::run);
        thread.start();
        thread.interrupt();
        thread.join();
        assertThatThrownBy(result::join).hasCauseInstanceOf(Refusal.class);
    }

    /** A seeded schedule of breaks under many senders, who send again what was refused. */
    @Test
    void whateverBreaksThereIsNoGapAndNoDouble() {
        Random random = new Random(7);
        Queue<String> open = new ArrayDeque<>();
        for (int n = 0; n < 300; n++) open.add("message-" + n);
        List<Event> acknowledged = new ArrayList<>();
        while (!open.isEmpty()) {
            while (breaks.size() < 5) breaks.add(Break.values()[random.nextInt(3)]);
            List<String> round = IntStream.range(0, Math.min(open.size(), 1 + random.nextInt(30)))
                    .mapToObj(n -> open.remove())
                    .toList();
            List<CompletableFuture<List<Event>>> results =
                    round.stream().map(this::submit).toList();
            held.run();
            for (int n = 0; n < round.size(); n++) {
                if (results.get(n).isCompletedExceptionally()) open.add(round.get(n));
                else acknowledged.add(results.get(n).join().get(0));
            }
        }
        assertThat(acknowledged).extracting(Event::clientMessageId).hasSize(300).doesNotHaveDuplicates();
        assertThat(server.store.after(log.id(), 0, 1_000)).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(Sequenced.in(log.after(0, 300).text())).isNotEmpty();
        assertThat(log.head()).isEqualTo(300);
        assertThat(heard).extracting(Event::sequence).isEqualTo(Sequenced.range(1, 300));
    }

    private CompletableFuture<Event> later(String id) {
        return CompletableFuture.supplyAsync(
                () -> LogServer.written(server.writer, LogServer.post(log.id(), id, "x")),
                task -> new Thread(task).start());
    }

    private List<CompletableFuture<List<Event>>> submit(int count, String id) {
        return IntStream.range(0, count).mapToObj(n -> submit(id + n)).toList();
    }

    private CompletableFuture<List<Event>> submit(String id) {
        return writer.submit(LogServer.post(log.id(), id, "x")).toCompletableFuture();
    }
}
