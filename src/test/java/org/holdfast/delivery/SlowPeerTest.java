package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.log.LogServer;
import org.holdfast.log.Sequenced;
import org.holdfast.wire.CloseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 5: who reads slowly is served to the end, who reads nothing is closed, and neither takes much. */
class SlowPeerTest {
    private static final int FRAME_CHARS = 4_096;

    @TempDir
    Path folder;

    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    private DeliveryServer server;

    @BeforeEach
    void start() {
        server = new DeliveryServer(
                folder, Map.of("holdfast.send.limit", "1s", "holdfast.connections.per.account", "0"));
    }

    @AfterEach
    void stop() {
        later.shutdownNow();
        server.close();
    }

    /** Section 3.3: to whoever is behind, the newest event of the log is not yet one that is missing. */
    @Test
    void theHeadsNameWhatThisConnectionWasSent() {
        long id = server.log.newLog(1_000);
        CountDownLatch beaten = new CountDownLatch(1);
        AtomicInteger sends = new AtomicInteger();
        FakeConnection slow = new FakeConnection(task -> later.execute(() -> {
            if (sends.incrementAndGet() == 2) awaitLatch(beaten);
            task.run();
        }));
        Subscriber subscriber = server.follow(slow, id, 0);
        await().until(() -> slow.texts.size() > 1);
        subscriber.beat(1, true);
        beaten.countDown();
        await().until(() -> slow.all().contains("heads"));
        String text = slow.texts.stream()
                .filter(one -> one.contains("heads"))
                .findFirst()
                .orElseThrow();
        List<Long> sent = slow.texts.subList(0, slow.texts.indexOf(text) + 1).stream()
                .flatMap(one -> Sequenced.in(one).stream())
                .toList();
        assertThat(sent).as("premise").hasSizeLessThan(1_000);
        assertThat(text).contains("\"heads\":{\"" + id + "\":" + sent.get(sent.size() - 1) + "}");
    }

    @Test
    void answersAndHeartbeatsGoOnWhileOlderEventsAreRead() {
        long id = server.log.newLog(1_000);
        FakeConnection connection = new FakeConnection(later);
        Subscriber subscriber = server.open(connection);
        subscriber.prepare("session", List.of(server.start(id, 0)));
        CountDownLatch away = new CountDownLatch(1);
        server.log.before("FROM event WHERE log", () -> awaitLatch(away));
        subscriber.begin();
        subscriber.reply("{\"answer\":1}");
        subscriber.beat(1, true);
        await().until(() ->
                connection.all().contains("answer") && connection.all().contains("heads"));
        assertThat(connection.sequences(id)).isEmpty();
        assertThat(connection.idle).isEmpty();
        subscriber.reply("{\"answer\":2}");
        await().until(() -> connection.all().contains("{\"answer\":2}"));
        away.countDown();
        await().until(() -> connection.sequences(id).contains(1_000L));
        assertThat(connection.sequences(id)).isEqualTo(Sequenced.range(1, 1_000));
        assertThat(connection.overlapped).isFalse();
    }

    @Test
    void whoIsOvertakenByTheRetentionIsToldAndGoesOnWithWhatIsKept() {
        long id = server.log.newLog(60);
        FakeConnection connection = FakeConnection.inline();
        var log = server.log.open(id);
        log.keepAfter(40);
        server.follow(connection, id, 0);
        await().until(() -> connection.all().contains("\"sequence\":60"));
        assertThat(connection.texts.get(0))
                .startsWith("[{\"type\":\"reset\",\"data\":{\"log\":" + id + ",")
                .contains("\"position\":40,\"head\":60,\"reset\":\"expired\"}}");
        assertThat(connection.sequences(id)).isEqualTo(Sequenced.range(41, 60));
    }

    /** Another process deletes what is old, and this one is not told: of a page, of many, and of all. */
    @Test
    void whoseNextEventsAreGoneIsToldOnceAndGoesOnWithWhatIsKept() {
        for (long kept : List.of(40L, 256L, 300L, 990L, 1_000L)) {
            long id = server.log.newLog(1_000);
            Start start = server.start(id, 0);
            server.log.store.forget(id, kept);
            FakeConnection connection = FakeConnection.inline();
            Subscriber subscriber = server.open(connection);
            subscriber.prepare("session", List.of(start));
            subscriber.begin();
            await().until(() -> connection.all().contains("\"reset\""));
            server.log.append(id);
            await().until(() -> connection.sequences(id).contains(1_001L));
            assertThat(connection.sequences(id)).isEqualTo(Sequenced.range(kept + 1, 1_001));
            assertThat(connection.texts.get(0)).startsWith("[{\"type\":\"reset\",\"data\":{\"log\":" + id + ",");
            assertThat(connection.all())
                    .containsOnlyOnce("\"position\":" + kept + ",\"head\":1000,\"reset\":\"expired\"}}");
            assertThat(connection.all()).containsOnlyOnce("\"type\":\"reset\"");
            assertThat(connection.closes).isEmpty();
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From the pages, from the ring, and while others share longer texts. */
    @Test
    void aThinLineIsSentShortTextsToTheEnd() {
        long id = server.log.newLog(1_000);
        FakeConnection thin = new FakeConnection(later);
        FakeConnection wide = new FakeConnection(later);
        thin.room = 600;
        server.follow(thin, id, 0);
        server.follow(wide, id, 0);
        for (int n = 0; n < 50; n++) server.log.append(id);
        for (FakeConnection connection : List.of(thin, wide)) {
            await().until(() -> connection.sequences(id).contains(1_050L));
            assertThat(connection.sequences(id)).isEqualTo(Sequenced.range(1, 1_050));
        }
        assertThat(thin.texts).allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(600));
        assertThat(wide.texts).anySatisfy(text -> assertThat(text.length()).isGreaterThan(2_000));
    }

    /** Messages of 8,000 characters by the thousand: each of those who do not read has one text, and no more. */
    @Test
    void aHundredWhoReadNothingTakeOneTextEach() {
        long id = server.log.newLog();
        String text = "x".repeat(8_000);
        for (int n = 0; n < 1_000; n++) LogServer.written(server.log.writer, LogServer.post(id, null, text));
        List<FakeConnection> stuck = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            FakeConnection connection = FakeConnection.stuck();
            server.follow(connection, id, n * 10);
            stuck.add(connection);
        }
        await().until(() -> stuck.stream().noneMatch(connection -> connection.texts.isEmpty()));
        for (int n = 0; n < 10; n++) server.log.append(id);
        assertThat(stuck).allSatisfy(connection -> {
            assertThat(connection.texts).hasSize(1);
            assertThat(connection.texts.get(0).length()).isLessThan(FRAME_CHARS + 8_200);
        });
    }

    @Test
    void onlyASendOfWhichNothingIsTakenForTooLongEndsTheConnection() {
        Liveness liveness = new Liveness(server.registry, server.settings);
        FakeConnection stuck = FakeConnection.stuck();
        FakeConnection moving = FakeConnection.stuck();
        long id = server.log.newLog(3);
        server.follow(stuck, id, 0);
        server.follow(moving, id, 0);
        await().until(() -> stuck.texts.size() + moving.texts.size() == 2);
        long now = Uptime.millis() + 1_500;
        for (int n = 0; n < 5; n++) {
            moving.movedAt = now + n * 900;
            liveness.sweep(new Beat(now + n * 900 + 500));
        }
        await().until(() -> !stuck.closes.isEmpty());
        assertThat(stuck.closes).containsExactly(CloseCode.TRY_AGAIN_LATER);
        assertThat(moving.closes).isEmpty();
        liveness.sweep(new Beat(moving.movedAt + 1_001));
        await().until(() -> !moving.closes.isEmpty());
        assertThat(moving.closes).containsExactly(CloseCode.TRY_AGAIN_LATER);
    }
}
