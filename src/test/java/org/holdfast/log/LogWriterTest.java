package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWriterTest {
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
    void sequencesHaveNoGapsAndMemoryHasTheOrderOfTheStore() throws Exception {
        List<Long> ids = List.of(server.newLog(), server.newLog(), server.newLog(), server.newLog());
        List<RoomLog> logs = server.logs.open(ids);
        List<Event> acked = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(n -> new Thread(() -> write(ids, new Random(n), acked)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) thread.join();

        assertThat(acked).hasSize(8 * 150).doesNotHaveDuplicates();
        for (RoomLog log : logs) {
            List<Event> stored = server.store.after(log.id(), 0, 10_000);
            assertThat(stored)
                    .extracting(Event::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, log.head()).boxed().toList());
            assertThat(acked).containsAll(stored);
            assertThat(everything(log))
                    .isEqualTo(stored.stream()
                            .map(Event::frame)
                            .toList()
                            .toString()
                            .replace("}}}, {", "}}},{"));
        }
    }

    private void write(List<Long> ids, Random random, List<Event> acked) {
        List<CompletableFuture<Void>> open = new ArrayList<>();
        for (int n = 0; n < 150; n++) {
            long log = ids.get(random.nextInt(ids.size()));
            open.add(server.writer
                    .submit(LogServer.post(log, null, "n"))
                    .thenAccept(acked::addAll)
                    .toCompletableFuture());
        }
        open.forEach(CompletableFuture::join);
    }

    private static String everything(RoomLog log) {
        List<String> parts = new ArrayList<>();
        for (long position = 0; position < log.head(); ) {
            Slice slice = log.after(position, Long.MAX_VALUE);
            parts.add(slice.inner());
            position = slice.to();
        }
        return "[" + String.join(",", parts) + "]";
    }

    @Test
    void oneGroupNumbersSeveralLogsInTheOrderOfItsWrites() {
        long a = server.newLog();
        long b = server.newLog(5);
        LogWriter writer = writer(10);
        List<CompletableFuture<List<Event>>> results = List.of(
                submit(writer, LogServer.post(b, null, "1")),
                submit(writer, LogServer.post(a, null, "2")),
                submit(writer, handle -> List.of(LogServer.draft(a, null, "3"), LogServer.draft(b, null, "4"))),
                submit(writer, handle -> List.of()));
        AtomicInteger commits = server.count("UPDATE log SET last_sequence");
        held.run();
        assertThat(commits).as("groups").hasValue(1);
        assertThat(results.stream().flatMap(result -> result.join().stream()))
                .extracting(event -> event.log() == a ? "a" + event.sequence() : "b" + event.sequence())
                .containsExactly("b6", "a1", "a2", "b7");
        assertThat(results.get(3)).isCompletedWithValue(List.of());
    }

    @Test
    void aFullQueueIsBusyAndWhatWasAcceptedIsWritten() {
        long log = server.newLog();
        LogWriter writer = writer(3);
        List<CompletableFuture<List<Event>>> accepted = new ArrayList<>();
        for (int n = 0; n < 3; n++) accepted.add(submit(writer, LogServer.post(log, null, "n")));
        assertThatThrownBy(() -> writer.submit(LogServer.post(log, null, "4")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(Code.BUSY);
                    assertThat(refusal.retryAfterMillis()).isPositive();
                });
        held.run();
        assertThat(accepted).allMatch(result -> result.join().size() == 1);
        CompletableFuture<List<Event>> later = submit(writer, LogServer.post(log, null, "5"));
        held.run();
        assertThat(later.join().get(0).sequence()).isEqualTo(4);
    }

    @Test
    void aWriteThatIsRefusedAloneTakesItsRowsBack() {
        long log = server.newLog();
        Refusal reason = new Refusal(Code.NAME_TAKEN, "No.");
        LogWriter writer = writer(10);
        CompletableFuture<List<Event>> before = submit(writer, LogServer.post(log, null, "1"));
        CompletableFuture<List<Event>> refused = submit(writer, alone(handle -> {
            EventStore.create(handle);
            throw reason;
        }));
        CompletableFuture<List<Event>> after = submit(writer, LogServer.post(log, null, "2"));
        long logs = rows("log");
        held.run();
        assertThat(refused).isCompletedExceptionally();
        assertThatThrownBy(refused::join).hasCause(reason);
        assertThat(rows("log")).isEqualTo(logs);
        assertThat(before.join().get(0).sequence()).isEqualTo(1);
        assertThat(after.join().get(0).sequence()).isEqualTo(2);
    }

    @Test
    void aWriteThatIsRefusedInAGroupLeavesTheOthersAlone() {
        long log = server.newLog();
        Refusal reason = new Refusal(Code.NOT_FOUND, "No.");
        LogWriter writer = writer(10);
        CompletableFuture<List<Event>> before = submit(writer, LogServer.post(log, null, "1"));
        CompletableFuture<List<Event>> refused = submit(writer, handle -> {
            throw reason;
        });
        CompletableFuture<List<Event>> after = submit(writer, LogServer.post(log, null, "2"));
        held.run();
        assertThatThrownBy(refused::join)
                .isInstanceOf(CompletionException.class)
                .hasCause(reason);
        assertThat(before.join().get(0).sequence()).isEqualTo(1);
        assertThat(after.join().get(0).sequence()).isEqualTo(2);
    }

    @Test
    void theLogsHearBeforeTheListenerAndTheListenerBeforeTheSender() {
        RoomLog log = server.open(server.newLog());
        List<String> heard = new ArrayList<>();
        LogWriter writer = writer(10);
        writer.announceTo(events -> heard.add("listener " + events.size() + " head " + log.head()));
        writer.submit(LogServer.post(log.id(), null, "1")).thenAccept(events -> heard.add("sender"));
        held.run();
        assertThat(heard).containsExactly("listener 1 head 1", "sender");
    }

    @Test
    void anExecutorThatRefusesOnceDoesNotStopTheWriter() throws Exception {
        long log = server.newLog();
        AtomicInteger calls = new AtomicInteger();
        LogWriter writer = new LogWriter(
                server.jdbi,
                server.store,
                server.logs,
                task -> {
                    if (calls.getAndIncrement() == 0) throw new RejectedExecutionException("full");
                    held.execute(task);
                },
                10,
                10);
        assertThatThrownBy(() -> writer.submit(LogServer.post(log, "message-1", "1")))
                .isInstanceOf(RejectedExecutionException.class);
        CompletableFuture<List<Event>> second = submit(writer, LogServer.post(log, "message-2", "2"));
        held.run();
        assertThat(second.get(5, TimeUnit.SECONDS)).hasSize(1);
    }

    private LogWriter writer(int queue) {
        return new LogWriter(server.jdbi, server.store, server.logs, held, queue, Math.min(queue, 256));
    }

    private static CompletableFuture<List<Event>> submit(LogWriter writer, Write write) {
        return writer.submit(write).toCompletableFuture();
    }

    private static Write alone(java.util.function.Function<Handle, List<Draft>> drafts) {
        return new Write() {
            @Override
            public boolean isAlone() {
                return true;
            }

            @Override
            public List<Draft> drafts(Handle transaction) {
                return drafts.apply(transaction);
            }
        };
    }

    private long rows(String table) {
        return server.jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }
}
