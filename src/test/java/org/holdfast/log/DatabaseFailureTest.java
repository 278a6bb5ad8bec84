package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFailureTest {
    @TempDir
    Path folder;

    private final Held held = new Held();
    private LogServer server;

    @BeforeEach
    void start() {
        server = new LogServer(folder, 1_024);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void allThatWaitAreToldToTryAgainAndTheWriterGoesOn() {
        RoomLog log = server.open(server.newLog());
        LogWriter writer = new LogWriter(server.jdbi, server.store, server.logs, held, 1_000, 10);
        List<CompletableFuture<List<Event>>> all = IntStream.range(0, 25)
                .mapToObj(n -> submit(writer, LogServer.post(log.id(), "message-" + n, "x")))
                .toList();
        execute("ALTER TABLE event RENAME TO away");
        held.run();
        assertThat(all)
                .allSatisfy(result -> assertThatThrownBy(result::join)
                        .cause()
                        .isInstanceOfSatisfying(Refusal.class, DatabaseFailureTest::isRetryable));
        assertThat(log.head()).isZero();

        execute("ALTER TABLE away RENAME TO event");
        CompletableFuture<List<Event>> again = submit(writer, LogServer.post(log.id(), "message-0", "x"));
        held.run();
        assertThat(again.join().get(0).sequence())
                .as("nothing of the failure is left")
                .isEqualTo(1);
        assertThat(log.head()).isEqualTo(1);
    }

    /** Whoever shared its group would be told to come again, and share it again. */
    @Test
    void aWriteThatTheDatabaseCanNotTakeDoesNotHurtTheOthers() {
        long log = server.newLog();
        LogWriter writer = new LogWriter(server.jdbi, server.store, server.logs, held, 100, 100);
        Author tooLong = new Author(1, "x".repeat(61));
        List<CompletableFuture<List<Event>>> before = submitFive(writer, log);
        var bad = submit(writer, handle -> List.of(new Draft(log, "message", tooLong, null, "{}")));
        List<CompletableFuture<List<Event>>> after = submitFive(writer, log);
        held.run();
        assertThat(bad).isCompletedExceptionally();
        assertThat(Stream.concat(before.stream(), after.stream()))
                .extracting(result -> result.join().get(0).sequence())
                .isEqualTo(Sequenced.range(1, 10));
    }

    private static List<CompletableFuture<List<Event>>> submitFive(LogWriter writer, long log) {
        return IntStream.range(0, 5)
                .mapToObj(n -> submit(writer, LogServer.post(log, null, "x")))
                .toList();
    }

    @Test
    void aClosedPoolIsBusyToo() {
        long log = server.newLog();
        LogWriter writer = new LogWriter(server.jdbi, server.store, server.logs, held, 10, 10);
        CompletableFuture<List<Event>> result = submit(writer, LogServer.post(log, "message-1", "x"));
        server.close();
        held.run();
        assertThatThrownBy(result::join)
                .cause()
                .isInstanceOfSatisfying(Refusal.class, DatabaseFailureTest::isRetryable);
    }

    @Test
    void aLogThatCouldNotBeReadIsReadAgain() {
        long id = server.newLog(40);
        execute("ALTER TABLE log RENAME TO away");
        assertThatThrownBy(() -> server.open(id)).isInstanceOf(RuntimeException.class);
        execute("ALTER TABLE away RENAME TO log");
        assertThat(server.open(id).head()).isEqualTo(40);
    }

    @Test
    void aLogWhoseNewestCouldNotBeReadIsReadAgain() {
        long id = server.newLog(40);
        server.after("SELECT id, epoch", () -> server.append(id));
        server.before("FROM event WHERE log", () -> {
            throw new IllegalStateException("away");
        });
        assertThatThrownBy(() -> server.open(id)).hasStackTraceContaining("away");
        server.before("FROM event WHERE log", () -> {});
        assertThat(server.open(id).head()).isEqualTo(42);
    }

    @Test
    void whoWaitsForAReadThatFailsIsToldSo() throws Exception {
        long id = server.newLog(40);
        CompletableFuture<List<RoomLog>> second = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                second.complete(server.logs.open(List.of(id)));
            } catch (RuntimeException e) {
                second.completeExceptionally(e);
            }
        });
        server.before("FROM log WHERE id IN", () -> {
            waiting.start();
            // The second one is in the same read when it waits.
            while (waiting.getState() != Thread.State.WAITING) Thread.onSpinWait();
            throw new IllegalStateException("the database is away");
        });
        assertThatThrownBy(() -> server.logs.open(List.of(id))).hasMessageContaining("away");
        waiting.join();
        // An empty answer would say that the room does not exist.
        assertThat(second).isCompletedExceptionally();
    }

    private static CompletableFuture<List<Event>> submit(LogWriter writer, Write write) {
        return writer.submit(write).toCompletableFuture();
    }

    private static void isRetryable(Refusal refusal) {
        assertThat(refusal.code()).isEqualTo(Code.BUSY);
        assertThat(refusal.code().retryable()).isTrue();
        assertThat(refusal.retryAfterMillis()).isPositive();
    }

    private void execute(String sql) {
        server.jdbi.useHandle(handle -> handle.execute(sql));
    }
}
