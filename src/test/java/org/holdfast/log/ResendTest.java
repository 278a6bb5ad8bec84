package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 4: the same client message id again is acknowledged with the first sequence, for ever. */
class ResendTest {
    private static final String ID = "message-1";

    @TempDir
    Path folder;

    private final Held held = new Held();
    private LogServer server;
    private long log;

    @BeforeEach
    void start() {
        server = new LogServer(folder, 1_024);
        log = server.newLog();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstEventIsTheAnswerLater() {
        Event first = LogServer.written(server.writer, LogServer.post(log, ID, "hello"));
        server.append(log);
        assertThat(LogServer.written(server.writer, LogServer.post(log, ID, "hello")))
                .isEqualTo(first);
        assertThat(head()).isEqualTo(2);
    }

    @Test
    void theFirstEventIsTheAnswerAfterARestart() {
        Event first = LogServer.written(server.writer, LogServer.post(log, ID, "hello"));
        server.close();
        server = new LogServer(folder, 1_024);
        assertThat(LogServer.written(server.writer, LogServer.post(log, ID, "hello")))
                .isEqualTo(first);
        assertThat(head()).isEqualTo(1);
    }

    @Test
    void theFirstEventIsTheAnswerInTheSameGroup() {
        LogWriter writer = heldWriter();
        List<CompletableFuture<List<Event>>> all = IntStream.range(0, 5)
                .mapToObj(n -> writer.submit(LogServer.post(log, ID, "hello")).toCompletableFuture())
                .toList();
        held.run();
        assertThat(all)
                .extracting(CompletableFuture::join)
                .containsOnly(all.get(0).join());
        assertThat(all.get(0).join())
                .singleElement()
                .extracting(Event::sequence)
                .isEqualTo(1L);
        assertThat(head()).isEqualTo(1);
    }

    @Test
    void theFirstEventIsTheAnswerToManyAtOnce() throws Exception {
        List<Event> answers = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(n -> new Thread(() -> {
                    try {
                        begin.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                    for (int i = 0; i < 20; i++)
                        answers.add(LogServer.written(server.writer, LogServer.post(log, "message-" + i, "hello")));
                }))
                .toList();
        threads.forEach(Thread::start);
        begin.countDown();
        for (Thread thread : threads) thread.join();
        assertThat(answers).hasSize(160);
        assertThat(Set.copyOf(answers)).hasSize(20);
        assertThat(head()).isEqualTo(20);
    }

    @Test
    void anotherTextOrRoomIsAConflict() {
        LogServer.written(server.writer, LogServer.post(log, ID, "hello"));
        long other = server.newLog();
        conflicts(LogServer.post(log, ID, "hallo"));
        conflicts(LogServer.post(other, ID, "hello"));
        assertThat(head()).isEqualTo(1);
        assertThat(server.store.after(other, 0, 10)).isEmpty();
    }

    @Test
    void anotherTextInTheSameGroupIsAConflict() {
        LogWriter writer = heldWriter();
        var first = writer.submit(LogServer.post(log, ID, "hello")).toCompletableFuture();
        var second = writer.submit(LogServer.post(log, ID, "hallo")).toCompletableFuture();
        held.run();
        assertThat(first.join().get(0).sequence()).isEqualTo(1);
        assertThatThrownBy(second::join).cause().isInstanceOfSatisfying(Refusal.class, ResendTest::isConflict);
    }

    @Test
    void anotherSenderMayUseTheSameId() {
        LogServer.written(server.writer, LogServer.post(log, ID, "hello"));
        Author ben = new Author(2, "Ben");
        Event his = LogServer.written(
                server.writer, handle -> List.of(new Draft(log, "message", ben, ID, "{\"text\":\"hello\"}")));
        assertThat(his.sequence()).isEqualTo(2);
    }

    @Test
    void oneDuplicateInAGroupOfAHundredDoesNotHurtTheOthers() {
        Event first = LogServer.written(server.writer, LogServer.post(log, ID, "hello"));
        LogWriter writer = heldWriter();
        List<CompletableFuture<List<Event>>> all = IntStream.range(0, 100)
                .mapToObj(n -> writer.submit(LogServer.post(log, n == 40 ? ID : "another-" + n, "hello"))
                        .toCompletableFuture())
                .toList();
        held.run();
        assertThat(all.get(40).join()).containsExactly(first);
        assertThat(all.stream().map(result -> result.join().get(0).sequence())).doesNotHaveDuplicates();
        assertThat(head()).isEqualTo(100);
    }

    /** The commit was durable but reported as failed: the sender comes again, and the others wait for the event. */
    @Test
    void anEventThatOnlyTheStoreKnewIsDeliveredWhenItsSenderComesAgain() {
        RoomLog open = server.open(log);
        List<Event> announced = Collections.synchronizedList(new ArrayList<>());
        server.writer.announceTo(announced::addAll);
        server.jdbi.useTransaction(handle -> {
            server.store.insert(
                    handle, List.of(LogServer.draft(log, ID, "hello").at(1, 1)));
            handle.execute("UPDATE log SET last_sequence = 1 WHERE id = ?", log);
        });
        assertThat(open.head()).as("premise").isZero();
        Event answer = LogServer.written(server.writer, LogServer.post(log, ID, "hello"));
        assertThat(answer.sequence()).isEqualTo(1);
        assertThat(open.head()).isEqualTo(1);
        assertThat(announced).contains(answer);
    }

    private void conflicts(Write write) {
        assertThatThrownBy(() -> LogServer.written(server.writer, write))
                .cause()
                .isInstanceOfSatisfying(Refusal.class, ResendTest::isConflict);
    }

    private static void isConflict(Refusal refusal) {
        assertThat(refusal.code()).isEqualTo(Code.CONFLICT);
    }

    private LogWriter heldWriter() {
        return new LogWriter(server.jdbi, server.store, server.logs, held, 1_000, 256);
    }

    private long head() {
        return server.store.state(log).orElseThrow().head();
    }
}
