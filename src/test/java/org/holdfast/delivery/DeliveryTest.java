package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.holdfast.account.Login;
import org.holdfast.log.LogServer;
import org.holdfast.log.Sequenced;
import org.holdfast.wire.CloseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 3.2: every event after the position, in order, once. */
class DeliveryTest {
    @TempDir
    Path folder;

    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    private DeliveryServer server;

    @BeforeEach
    void start() {
        server = new DeliveryServer(folder, Map.of());
    }

    @AfterEach
    void stop() {
        later.shutdownNow();
        server.close();
    }

    @Test
    void repliesGoOutBeforeTheWelcomeButEventsDoNot() {
        FakeConnection connection = FakeConnection.inline();
        long id = server.log.newLog();
        server.follow(FakeConnection.inline(), id, 0);
        for (int n = 0; n < 3; n++) server.log.append(id);
        Subscriber subscriber = server.open(connection);
        subscriber.reply("{\"early\":1}");
        await().until(() -> connection.all().contains("early"));
        subscriber.prepare("session", List.of(server.start(id, 0)));
        subscriber.beat(1, true);
        subscriber.reply("{\"welcome\":1}");
        await().until(() -> connection.all().contains("welcome"));
        assertThat(connection.texts).containsExactly("[{\"early\":1}]", "[{\"welcome\":1}]");
        subscriber.begin();
        await().until(() -> connection.sequences(id).equals(Sequenced.range(1, 3)));
        assertThat(connection.texts.get(2)).startsWith("[{\"type\":\"event\"").contains("\"type\":\"heads\"");
    }

    @Test
    void eventsComeInOrderUnderCommitsHoweverSendsComplete() {
        List<Long> ids = List.of(server.log.newLog(100), server.log.newLog(), server.log.newLog(5));
        List<FakeConnection> connections = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            connections.add(FakeConnection.inline());
            connections.add(new FakeConnection(later));
            connections.add(new FakeConnection(
                    task -> later.schedule(task, ThreadLocalRandom.current().nextInt(30), TimeUnit.MILLISECONDS)));
        }
        List<CompletableFuture<?>> commits = new ArrayList<>();
        for (int n = 0; n < 600; n++) {
            if (n % 50 == 0) connect(connections.get(n / 50), ids);
            commits.add(server.log
                    .writer
                    .submit(LogServer.post(ids.get(n % 3), null, "x".repeat(n % 100)))
                    .toCompletableFuture());
            if (n % 20 == 0) commits.forEach(CompletableFuture::join);
        }
        commits.forEach(CompletableFuture::join);
        long[] heads = {300, 200, 205};
        for (FakeConnection connection : connections) {
            for (int n = 0; n < 3; n++) awaitAll(connection, ids.get(n), heads[n]);
            assertThat(connection.overlapped).isFalse();
            assertThat(connection.closes).isEmpty();
        }
    }

    private void connect(FakeConnection connection, List<Long> ids) {
        Subscriber subscriber =
                server.registry.open(connection, new Login(DeliveryServer.account(connection.hashCode()), "t"), 0);
        subscriber.prepare(
                "session", ids.stream().map(id -> server.start(id, 0)).toList());
        subscriber.begin();
    }

    private static void awaitAll(FakeConnection connection, long id, long head) {
        await().until(() -> connection.sequences(id).size() >= head);
        assertThat(connection.sequences(id)).isEqualTo(Sequenced.range(1, head));
    }

    @Test
    void aConnectionThatNeverCompletesIsGivenOneTextAndHoldsUpNobody() {
        long id = server.log.newLog();
        FakeConnection stuck = FakeConnection.stuck();
        FakeConnection lively = FakeConnection.inline();
        Subscriber subscriber = server.follow(stuck, id, 0);
        server.follow(lively, id, 0);
        for (int n = 0; n < 200; n++) server.log.append(id);
        awaitAll(lively, id, 200);
        subscriber.beat(1, true);
        assertThat(stuck.texts).hasSize(1);
        assertThat(stuck.pings).hasValue(0);
        assertThat(subscriber.sendingSince()).isPositive();
    }

    @Test
    void pagesAndTheRingJoinWithoutAGapOrADouble() {
        for (int position :
                List.of(0, 1, 255, 256, 257, 500, 620, 1000 - DeliveryServer.RING - 1, 1000 - DeliveryServer.RING)) {
            long id = server.log.newLog(1_000);
            FakeConnection connection = new FakeConnection(later);
            server.follow(connection, id, position);
            for (int n = 0; n < 20; n++) server.log.append(id);
            await().until(() -> connection.sequences(id).contains(1_020L));
            assertThat(connection.sequences(id)).isEqualTo(Sequenced.range(position + 1, 1_020));
            server.registry.closed(connection);
        }
    }

    @Test
    void nothingIsSentBeyondTheEndOfAMembership() {
        long id = server.log.newLog(1_000);
        // In the pages, at their seam with the ring, and in the ring.
        for (long last : List.of(300L, 256L, 1_000L - DeliveryServer.RING, 990L)) {
            FakeConnection connection = FakeConnection.inline();
            Subscriber subscriber = server.open(connection);
            subscriber.prepare("session", List.of(server.start(id, 10)));
            subscriber.logs().endAt(id, last);
            subscriber.begin();
            await().until(() -> connection.sequences(id).contains(last));
            server.log.append(id);
            subscriber.beat(1, true);
            await().until(() -> connection.all().contains("\"heads\":{}"));
            assertThat(connection.sequences(id)).isEqualTo(Sequenced.range(11, last));
            server.registry.closed(connection);
        }
    }

    /** Left, joined and left again, faster than the new beginning: what came between the first two is not this account's. */
    @Test
    void aSecondEndDoesNotMoveTheFirst() {
        long id = server.log.newLog(20);
        FakeConnection connection = FakeConnection.inline();
        Subscriber subscriber = server.open(connection);
        subscriber.prepare("session", List.of(server.start(id, 0)));
        subscriber.logs().endAt(id, 5);
        subscriber.logs().endAt(id, 15);
        subscriber.begin();
        await().until(() -> connection.sequences(id).contains(5L));
        subscriber.beat(1, true);
        await().until(() -> connection.all().contains("\"heads\""));
        assertThat(connection.sequences(id)).isEqualTo(Sequenced.range(1, 5));
    }

    @Test
    void aRoomThatIsJoinedAgainBeginsAnew() {
        long id = server.log.newLog(20);
        FakeConnection connection = FakeConnection.inline();
        Subscriber subscriber = server.follow(connection, id, 10);
        await().until(() -> connection.sequences(id).contains(20L));
        subscriber.logs().addOnce(server.start(id, 0), "{\"again\":0}", () -> true);
        subscriber.logs().endAt(id, 20);
        assertThat(subscriber.logs().contains(id)).isFalse();
        server.log.append(id);
        server.log.append(id);
        subscriber.logs().addOnce(server.start(id, 21), "{\"again\":1}", () -> true);
        subscriber.logs().addOnce(server.start(id, 21), "{\"again\":2}", () -> true);
        await().until(() -> connection.sequences(id).contains(22L));
        server.log.append(id);
        await().until(() -> connection.sequences(id).contains(23L));
        assertThat(connection.sequences(id))
                .isEqualTo(IntStream.rangeClosed(11, 23)
                        .filter(n -> n != 21)
                        .mapToObj(n -> (long) n)
                        .toList());
        assertThat(connection.all()).doesNotContain("\"again\":0").doesNotContain("\"again\":2");
        assertThat(connection.all().indexOf("\"again\":1"))
                .isLessThan(connection.all().indexOf("\"sequence\":22"));
    }

    @Test
    void aSendThatFailsClosesOnce() {
        long id = server.log.newLog(3);
        FakeConnection connection = new FakeConnection(later);
        connection.failure = new IOException("broken pipe");
        Subscriber subscriber = server.follow(connection, id, 0);
        await().until(() -> !connection.closes.isEmpty());
        subscriber.close(CloseCode.TIMEOUT);
        server.log.append(id);
        subscriber.reply("{}");
        await().until(() -> server.registry.all().isEmpty() && server.fanout.followedLogs() == 0);
        assertThat(connection.closes).containsExactly(CloseCode.GOING_AWAY);
        assertThat(connection.texts).hasSize(1);
    }

    @Test
    void aSendThatThrowsClosesOnceAndTheLaneGoesOn() {
        long id = server.log.newLog(3);
        FakeConnection broken = new FakeConnection(task -> {
            throw new IllegalStateException("the session is closed");
        });
        server.follow(broken, id, 0);
        await().until(() -> !broken.closes.isEmpty());
        for (int n = 0; n < 4; n++) awaitAll(followed(id), id, 3);
        assertThat(broken.closes).containsExactly(CloseCode.GOING_AWAY);
    }

    private FakeConnection followed(long id) {
        FakeConnection connection = FakeConnection.inline();
        server.follow(connection, id, 0);
        return connection;
    }

    @Test
    void whoAsksAndNeverReadsIsASlowConsumer() {
        FakeConnection connection = FakeConnection.stuck();
        Subscriber subscriber = server.open(connection);
        for (int n = 0; n < 1_024; n++) subscriber.reply("{}");
        assertThat(connection.closes).isEmpty();
        for (int n = 0; n < 1_024; n++) subscriber.reply("{}");
        await().until(() -> !connection.closes.isEmpty());
        assertThat(connection.closes).containsExactly(CloseCode.TRY_AGAIN_LATER);
    }
}
